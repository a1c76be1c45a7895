import type { openTerminal } from "./openTerminal.js"

/** From a supervisor's home to the import of a file, tried out: until what that says shows. */
export const triedOut = async (
  terminal: ReturnType<typeof openTerminal>,
  { file, reason, says }: { readonly file: string; readonly reason: string; readonly says: string }
): Promise<void> => {
  await terminal.until("全部账号")
  await terminal.press("m")
  await terminal.until("[ 试运行 ]")
  terminal.type(file)
  await terminal.until("rows.csv")
  await terminal.press("Tab")
  terminal.type(reason)
  await terminal.until(`[${reason}`)
  await terminal.press("Enter")
  await terminal.until(says)
}
