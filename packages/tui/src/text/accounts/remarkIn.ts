import type { Language } from "@single-window/core"
import { accountWords } from "./index.js"

/** The remark in one's language as far as it is the program's own; what somebody wrote stays as it is. */
export const remarkIn = (
  { source, remark = "" }: { readonly source?: string | undefined; readonly remark?: string | undefined },
  language: Language
): string => {
  const { zh } = accountWords
  const words = accountWords[language]
  const own = source === undefined ? "" : zh.from(source)
  if (own === "" || !remark.startsWith(own)) return remark
  return [words.from(source ?? ""), remark.slice(own.length).replace(zh.semicolon, "")]
    .filter(Boolean)
    .join(words.semicolon)
}
