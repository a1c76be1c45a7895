import { button } from "../../components/button.js"
import { refusalRows } from "../../components/refusal.js"
import { form, type Items } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useLeave } from "../../hooks/useLeave.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, row } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { Acting } from "../acting/Acting.js"
import { envelopeOf, mustSayForWhom } from "../acting/model.js"
import { type Subject, subjectOf } from "../acting/subject.js"
import {
  allUndone,
  type EnterpriseEdited,
  type EnterpriseState,
  editOf,
  type Ground,
  indicator,
  itemsOf,
  typed,
  undone,
  verdict
} from "./model.js"
import { editRows, previewRows, savedRows } from "./rows.js"
import type { EnterpriseWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "EditEnterprise" }>, EnterpriseState, EnterpriseWords>

export const EnterpriseView = (props: Props) => {
  const { session, replace } = useShell()
  const { route, state, set } = props
  if (mustSayForWhom(session, route)) {
    return (
      <Acting
        state={state.acting}
        set={(next) => set((now) => ({ ...now, acting: next(now.acting) }))}
        go={(who) => replace({ ...route, ...who })}
      />
    )
  }
  return <Loaded {...props} />
}

const groundOf = ({ details, policy, verified }: Subject): Ground => ({
  before: details.enterprise,
  role: details.role,
  policy,
  verified
})

const Loaded = (props: Props) => {
  const { language, size } = useShell()
  const { route, state, set } = props
  const { run } = useLoad(subjectOf(useDoor(), route.account), (subject: Subject) =>
    set((now) => ({ ...now, ground: groundOf(subject), username: subject.details.username }))
  )
  const { ground } = state
  if (ground === undefined) {
    const body = run._tag === "Refused" ? refusalRows(run.refusal, language, bodySize(size).columns) : []
    return <Frame body={[blank, ...body]} actions={[]} />
  }
  if (state.saved !== undefined) return <Saved {...props} />
  if (state.preview !== undefined) return <Preview {...props} ground={ground} preview={state.preview} />
  return <Editing {...props} ground={ground} />
}

const Editing = ({ route, state, set, words, ground }: Props & { readonly ground: Ground }) => {
  const { language, size } = useShell()
  const door = useDoor()
  const { run, start } = useRun<NonNullable<EnterpriseState["preview"]>["rehearsal"]>()
  const { edit } = state
  const found = verdict(edit, ground)
  const changes = indicator(edit, ground).changed.length
  const dirty = Object.keys(editOf(edit)).length
  const items = itemsOf(edit, ground)
  const change = (next: EnterpriseState["edit"]) => set((now) => ({ ...now, edit: next, refusal: undefined }))
  const rehearse = () =>
    start(door.rehearse("EditEnterprise", editOf(edit), envelopeOf(route)), {
      done: (rehearsal) => {
        const voids = (rehearsal.result?.voided.length ?? 0) > 0 || rehearsal.events.length > 1
        const items = previewItems(rehearsal.result?.changed.length !== 0)
        const blankForm = form(items)
        set((now) => ({
          ...now,
          refusal: undefined,
          preview: { rehearsal, form: voids || items.length === 1 ? blankForm : { ...blankForm, focus: "save" } }
        }))
      },
      refused: (refusal) => set((now) => ({ ...now, refusal }))
    })
  // What cannot be saved is told in full, with what can be done, by saving all the same.
  const save = () => (found._tag === "Refused" ? set((now) => ({ ...now, refusal: found.refusal })) : rehearse())
  const actions: ReadonlyArray<Action> = [
    {
      id: "save",
      keys: ["Ctrl-s", "Enter"],
      label: words.save,
      run: save,
      disabled: run._tag === "Running" ? words.registry : found._tag === "Nothing" ? words.nothing : undefined
    },
    {
      id: "undo",
      keys: ["F8"],
      label: words.undoOne,
      run: () => change(undone(edit, edit.form.focus, ground)),
      disabled: dirty === 0 ? words.nothing : undefined
    },
    {
      id: "undo-all",
      keys: ["F7"],
      label: words.undoAll,
      run: () => change(allUndone(edit)),
      disabled: dirty === 0 ? words.nothing : undefined
    }
  ]
  const escape = useLeave(edit, dirty > 0)
  return (
    <Frame
      body={[
        ...editRows(state, ground, words, language, bodySize(size).columns),
        row("  ", button(edit.form, "save", words.save))
      ]}
      actions={actions}
      status={dirty === 0 ? words.nothing : words.unsaved(Math.max(changes, dirty))}
      escape={escape}
      button={items.some(({ kind, name }) => kind === "button" && name === edit.form.focus) ? "save" : undefined}
      form={(press) => {
        if (typed(edit, press, ground) === undefined) return false
        set((now) => ({ ...now, edit: typed(now.edit, press, ground) ?? now.edit, refusal: undefined }))
        return true
      }}
    />
  )
}

const previewItems = (savable: boolean): Items<"back" | "save"> => [
  { kind: "button", name: "back" },
  ...(savable ? [{ kind: "button", name: "save" } as const] : [])
]

const Preview = ({
  route,
  state,
  set,
  words,
  ground,
  preview
}: Props & { readonly ground: Ground; readonly preview: NonNullable<EnterpriseState["preview"]> }) => {
  const { language, size } = useShell()
  const door = useDoor()
  const { run, start } = useRun<EnterpriseEdited>()
  const items = previewItems(preview.rehearsal.result?.changed.length !== 0)
  const goBack = () => set(({ preview: _, ...now }) => now)
  const save = () =>
    start(door.execute("EditEnterprise", editOf(state.edit), envelopeOf(route)), {
      done: (saved) => set((now) => ({ ...now, saved })),
      refused: (refusal) => set(({ preview: _, ...now }) => ({ ...now, refusal }))
    })
  const columns = bodySize(size).columns
  return (
    <Frame
      body={[
        ...previewRows(state, ground, words, columns),
        ...(run._tag === "Refused" ? refusalRows(run.refusal, language, columns) : []),
        blank,
        row(
          "  ",
          button(preview.form, "back", words.preview.back),
          ...(items.length > 1 ? ["   ", button(preview.form, "save", words.preview.save)] : [])
        )
      ]}
      actions={[
        { id: "back", keys: ["F7"], label: words.preview.back, run: goBack },
        {
          id: "save",
          keys: ["Ctrl-s"],
          label: words.preview.save,
          run: save,
          disabled: run._tag === "Running" ? words.registry : items.length > 1 ? undefined : words.nothing
        }
      ]}
      status={words.registry}
      escape={goBack}
      {...formKeys(items, preview.form, (next) =>
        set((now) =>
          now.preview === undefined ? now : { ...now, preview: { ...now.preview, form: next(now.preview.form) } }
        )
      )}
    />
  )
}

const Saved = ({ state, words }: Props) => {
  const { language, back } = useShell()
  return (
    <Frame
      body={savedRows(state, words, language)}
      actions={[{ id: "done", keys: ["Enter"], label: words.saved.done, run: back }]}
      status={words.saved.title}
    />
  )
}
