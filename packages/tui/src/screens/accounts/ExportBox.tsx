import * as Effect from "effect/Effect"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { type FormState, valueOf } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useRun } from "../../hooks/useRun.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, data, row, span } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { csvHead, csvLine } from "./csv.js"
import { type Written, writeNew } from "./exportFile.js"
import { type AccountsState, type ExportField, exportItems, withoutExport } from "./model.js"
import { readAll } from "./reading.js"
import { filterOf } from "./useAccounts.js"
import type { AccountsWords } from "./zhCN.js"

interface Props {
  readonly exporting: FormState<ExportField>
  readonly state: AccountsState
  readonly set: (change: (state: AccountsState) => AccountsState) => void
  readonly words: AccountsWords
}

/** Writes those that are marked, or else everybody whom the filter means, as masked as they are shown. */
export const ExportBox = ({ exporting, state: { marks, filter }, set, words }: Props) => {
  const { size, say } = useShell()
  const { columns } = bodySize(size)
  const door = useDoor()
  const writing = useRun<Written>()
  const close = () => {
    say("")
    set(withoutExport)
  }
  const told = (written: Written) => {
    switch (written._tag) {
      case "Written":
        close()
        return say(words.exported(written.rows, data(written.path)), "good")
      case "Exists":
        return say(words.fileExists(data(written.path)), "bad")
      case "CannotWrite":
        return say(words.cannotWrite(data(written.path), written.code), "bad")
    }
  }
  const save = () => {
    // What is being written is not begun once more; Esc ends it.
    if (writing.run._tag === "Running") return
    const file = valueOf(exporting, "file").trim()
    if (file === "") return say(words.fileNeeded, "warn")
    const chosen = [...marks.values()]
    writing.start(
      writeNew(file, (add) => {
        if (chosen.length > 0) return Effect.as(add(csvHead + chosen.map(csvLine).join("")), chosen.length)
        let [count, last] = [0, Date.now()]
        return Effect.zipRight(
          add(csvHead),
          readAll(door, filterOf(filter), (page) => {
            count += page.length
            if (Date.now() - last >= 1000) {
              last = Date.now()
              say(words.writing(count))
            }
            return add(page.map(csvLine).join(""))
          })
        )
      }),
      { done: told }
    )
  }

  const shape = { label: words.file, labelWidth: 8, width: 50 }
  return (
    <Frame
      body={[
        blank,
        row("  ", span(words.exportWhat(marks.size), "strong")),
        blank,
        row(" ", ...field(exportItems, exporting, "file", shape)),
        blank,
        row("  ", button(exporting, "save", words.save), "   ", button(exporting, "cancel", words.cancel)),
        blank,
        ...message(words.exportMasked, columns)
      ]}
      actions={[
        { id: "save", keys: ["Enter"], label: words.save, run: save },
        { id: "cancel", keys: [], label: words.cancel, run: close, quiet: true }
      ]}
      escape={close}
      {...formKeys(exportItems, exporting, (next) =>
        set((now) => (now.exporting === undefined ? now : { ...now, exporting: next(now.exporting) }))
      )}
    />
  )
}
