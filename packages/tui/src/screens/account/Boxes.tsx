import { enterpriseFields, messages, type Refusal, type SingleWindow } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { select } from "../../components/select.js"
import { type FormState, type Items, valueOf, withFocus } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, data, type Row, row, span } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import {
  type AccountState,
  type Box,
  type CorrectItem,
  type CorrectResult,
  correctItems,
  correction,
  type Revealable,
  revealedAs,
  revealItems,
  type Seen,
  unlockItems,
  without
} from "./model.js"
import type { AccountWordsHere } from "./zhCN.js"

interface BoxProps<Which extends Box["_tag"]> {
  readonly box: Extract<Box, { readonly _tag: Which }>
  readonly account: string
  readonly set: (change: (state: AccountState) => AccountState) => void
  readonly words: AccountWordsHere
  /** Reads the account again after something was done. */
  readonly again: () => void
}

interface RevealProps extends Omit<BoxProps<"Reveal">, "again"> {
  readonly seconds: number
  /** The account with what has happened to it by now. */
  readonly read: Effect.Effect<Seen, Refusal, SingleWindow>
}

interface ShownBox<Name extends string> {
  readonly title: string
  readonly note: string
  readonly items: Items<Name>
  readonly form: FormState<Name>
  readonly rows: ReadonlyArray<Row>
  readonly actions: ReadonlyArray<Action>
}

/** A box instead of the body: what it is about, its fields and buttons. Esc puts it away. */
const useBox = (set: BoxProps<Box["_tag"]>["set"], words: AccountWordsHere) => {
  const { size, say } = useShell()
  const { columns } = bodySize(size)
  const close = () => {
    say("")
    set(without)
  }
  return <Name extends string>({ title, note, items, form, rows, actions }: ShownBox<Name>) => (
    <Frame
      body={[row("  ", span(title, "strong")), ...message(note, columns), blank, ...rows]}
      actions={[...actions, { id: "cancel", keys: [], label: words.cancel, run: close, quiet: true }]}
      escape={close}
      {...formKeys(items, form, (next) =>
        set((now) =>
          now.box === undefined
            ? now
            : { ...now, box: { ...now.box, form: next(now.box.form as never) } as unknown as Box }
        )
      )}
    />
  )
}

export const RevealBox = ({ box, account, set, words, seconds, read }: RevealProps) => {
  const { say, language, askAgain } = useShell()
  const door = useDoor()
  const { run, start } = useRun<unknown>()
  const show = useBox(set, words)
  const reveal = () => {
    // Each look is one entry of the journal: a second press while one is on its way is none.
    if (run._tag === "Running") return
    const reason = valueOf(box.form, "reason").trim()
    if (reason === "") {
      set((now) =>
        now.box?._tag === "Reveal" ? { ...now, box: { ...now.box, form: withFocus(now.box.form, "reason") } } : now
      )
      return say(words.reasonNeeded, "warn")
    }
    if (askAgain?.() !== true) return say(words.notYou, "bad")
    const what = valueOf(box.form, "what") as Revealable
    // The account is read again before anything shows: while something is in clear nothing runs that Esc would stop first.
    const work = Effect.flatMap(door.execute("RevealHolder", { account, reason }), (clear) =>
      Effect.map(Effect.option(read), (seen) => ({ clear, seen: Option.getOrUndefined(seen) }))
    )
    return start(work, {
      done: (answer) => {
        const { clear, seen } = answer as Effect.Effect.Success<typeof work>
        const revealed = revealedAs(what, clear, Date.now() + seconds * 1000)
        set((now) => ({ ...without(now), part: "overview", seen: seen ?? now.seen, revealed }))
      },
      refused: (refusal) => say(sentenceOf(refusal, language), "bad")
    })
  }
  return show({
    title: words.revealTitle,
    note: words.revealNote(seconds),
    items: revealItems,
    form: box.form,
    rows: [
      row(" ", ...select(revealItems, box.form, "what", { label: words.what, labelWidth: 10, names: words.fields })),
      row(
        " ",
        ...field(revealItems, box.form, "reason", { label: words.because, labelWidth: 10, width: 50, needed: true })
      ),
      blank,
      row("  ", button(box.form, "cancel", words.cancel), "   ", button(box.form, "reveal", words.reveal))
    ],
    actions: [{ id: "reveal", keys: ["Ctrl-s"], label: words.reveal, run: reveal }]
  })
}

export const UnlockBox = ({ box, account, set, words, again }: BoxProps<"Unlock">) => {
  const { say, language } = useShell()
  const door = useDoor()
  const { run, start } = useRun<unknown>()
  const show = useBox(set, words)
  const unlock = () => {
    if (run._tag === "Running") return
    const reason = valueOf(box.form, "reason").trim()
    if (reason === "") return say(words.reasonNeeded, "warn")
    return start(door.execute("UnlockAccount", { account, reason }), {
      done: () => {
        set(without)
        again()
        say(words.unlocked, "good")
      },
      refused: (refusal) => say(sentenceOf(refusal, language), "bad")
    })
  }
  return show({
    title: `${words.unlockTitle}: ${data(account)}`,
    note: words.unlockNote,
    items: unlockItems,
    form: box.form,
    rows: [
      row(
        " ",
        ...field(unlockItems, box.form, "reason", { label: words.because, labelWidth: 10, width: 50, needed: true })
      ),
      blank,
      row("  ", button(box.form, "cancel", words.cancel), "   ", button(box.form, "unlock", words.unlock))
    ],
    actions: [{ id: "unlock", keys: ["Ctrl-s"], label: words.unlock, run: unlock }]
  })
}

export const CorrectBox = ({ box, account, set, words, again }: BoxProps<"Correct">) => {
  const { say, language } = useShell()
  const door = useDoor()
  const { run, start } = useRun<unknown>()
  const show = useBox(set, words)
  // 名称 alone could be anybody's.
  const { names: all } = messages[language]
  const names: Readonly<Record<string, string>> = { ...all, name: all["enterprise.name"] ?? "" }
  const given = correction(box.form, account)
  const of = JSON.stringify(given)
  const rehearsed = box.rehearsed?.of === of ? box.rehearsed.result : undefined
  const labels: Readonly<Record<string, string>> = { ...names, evidence: words.evidence, reason: words.because }
  const line = (name: CorrectItem) =>
    row(
      " ",
      ...field(correctItems, box.form, name, {
        label: labels[name] ?? name,
        labelWidth: 22,
        width: 44,
        needed: name !== "organizationCode"
      })
    )
  const refused = {
    refused: (refusal: Refusal) => say(sentenceOf(refusal, language), "bad")
  }
  const preview = () =>
    start(door.rehearse("CorrectEnterprise", given), {
      done: (found) => {
        const { result } = found as { readonly result?: CorrectResult }
        if (result === undefined) return
        set((now) => (now.box?._tag === "Correct" ? { ...now, box: { ...now.box, rehearsed: { of, result } } } : now))
      },
      ...refused
    })
  const correct = () => {
    if (run._tag === "Running") return
    return start(door.execute("CorrectEnterprise", given), {
      done: () => {
        set(without)
        again()
        say(words.corrected, "good")
      },
      ...refused
    })
  }
  const consequences = () => {
    if (rehearsed === undefined) return blank
    if (rehearsed.changed.length === 0) return row("  ", words.changesNothing)
    const voided = rehearsed.voided.map((one) => words.voids[one]).join(", ")
    const changed = rehearsed.changed.map((one) => names[one] ?? one).join(", ")
    return row("  ", span(words.previewed(changed, voided || words.voids.none), voided === "" ? "plain" : "warn"))
  }
  return show({
    title: `${words.correctTitle}: ${data(account)}`,
    note: words.correctNote,
    items: correctItems,
    form: box.form,
    rows: [
      ...enterpriseFields.map(line),
      line("evidence"),
      line("reason"),
      blank,
      consequences(),
      row(
        "  ",
        button(box.form, "cancel", words.cancel),
        "   ",
        button(box.form, "preview", words.preview),
        "   ",
        button(box.form, "correct", words.doCorrect)
      )
    ],
    actions: [
      { id: "preview", keys: ["F5"], label: words.preview, run: preview },
      {
        id: "correct",
        keys: ["Ctrl-s"],
        label: words.doCorrect,
        run: correct,
        disabled: rehearsed === undefined ? words.previewFirst : undefined
      }
    ]
  })
}
