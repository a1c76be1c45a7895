import type { Rehearsal } from "@single-window/core"
import { button } from "../../components/button.js"
import { refusalRows } from "../../components/refusal.js"
import { form } from "../../form/Form.js"
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
import { editOf, type IdentityForm, type IdentityGround, identityItems, typedFields } from "../identity/model.js"
import { firstProblem, identityRows, problemRows } from "../identity/rows.js"
import {
  allUndone,
  type HolderEdited,
  type HolderState,
  isDirty,
  isSavable,
  loaded,
  previewItems,
  undone
} from "./model.js"
import { nowRows, previewRows, savedRows } from "./rows.js"
import type { HolderWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "EditHolder" }>, HolderState, HolderWords>
interface Ready {
  readonly form: IdentityForm
  readonly ground: IdentityGround
}

export const HolderView = (props: Props) => {
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

const Loaded = (props: Props) => {
  const { language, size, back } = useShell()
  const { route, state, set, words } = props
  const { run } = useLoad(subjectOf(useDoor(), route.account), (subject: Subject) => set((now) => loaded(now, subject)))
  if (state.form === undefined || state.ground === undefined) {
    const body = run._tag === "Refused" ? refusalRows(run.refusal, language, bodySize(size).columns) : []
    return <Frame body={[blank, ...body]} actions={[]} />
  }
  if (state.saved !== undefined) {
    return (
      <Frame
        body={savedRows(state.saved, words)}
        actions={[{ id: "done", keys: ["Enter"], label: words.saved.done, run: back }]}
        status={words.saved.title}
      />
    )
  }
  const ready = { form: state.form, ground: state.ground }
  if (state.preview !== undefined) return <Preview {...props} {...ready} preview={state.preview} />
  return <Editing {...props} {...ready} />
}

const Editing = ({ route, state, set, words, form: typed, ground }: Props & Ready) => {
  const { language, size } = useShell()
  const door = useDoor()
  const { run, start } = useRun<Rehearsal<HolderEdited>>()
  const change = (next: (form: IdentityForm) => IdentityForm) =>
    set((now) => ({ ...now, form: next(now.form ?? typed), refusal: undefined }))
  const dirty = isDirty(typed, ground)
  const wrong = firstProblem(typed, ground, language)
  const rehearse = () =>
    start(door.rehearse("EditHolder", editOf(typed, ground), envelopeOf(route)), {
      done: (rehearsal) => {
        // The button that changes nothing comes first into focus wherever something is lost by the other.
        const safe = rehearsal.result?.voided.length === 0 && rehearsal.result.changed.length > 0
        const blankForm = form(previewItems(isSavable(rehearsal)))
        set((now) => ({
          ...now,
          refusal: undefined,
          preview: { rehearsal, form: safe ? { ...blankForm, focus: "save" } : blankForm }
        }))
      },
      refused: (refusal) => set((now) => ({ ...now, refusal }))
    })
  const nothing = dirty ? undefined : words.nothing
  const actions: ReadonlyArray<Action> = [
    {
      id: "save",
      keys: ["Ctrl-s", "Enter"],
      label: words.save,
      run: rehearse,
      disabled: run._tag === "Running" ? words.working : (nothing ?? wrong)
    },
    { id: "undo", keys: ["F8"], label: words.undoOne, run: () => change(undone), disabled: nothing },
    {
      id: "undo-all",
      keys: ["F7"],
      label: words.undoAll,
      run: () => change((now) => allUndone(now, ground)),
      disabled: nothing
    }
  ]
  const escape = useLeave(typed, dirty)
  const columns = bodySize(size).columns
  const count = typedFields(typed, ground).length
  return (
    <Frame
      body={[
        ...(state.details === undefined ? [] : nowRows(state.details, words, language)),
        blank,
        ...identityRows(typed, ground, language, false),
        blank,
        ...problemRows(typed, ground, language),
        ...(state.refusal === undefined ? [] : refusalRows(state.refusal, language, columns)),
        row("  ", button(typed, "save", words.save))
      ]}
      actions={actions}
      status={dirty ? `${words.unsaved(count)}   ${words.effect}` : words.effect}
      escape={escape}
      {...formKeys(identityItems(typed, ground), typed, change)}
    />
  )
}

type PreviewProps = Props & Ready & { readonly preview: NonNullable<HolderState["preview"]> }

const Preview = ({ route, state, set, words, form: typed, ground, preview }: PreviewProps) => {
  const { size } = useShell()
  const door = useDoor()
  const { run, start } = useRun<HolderEdited>()
  const items = previewItems(isSavable(preview.rehearsal))
  const goBack = () => set(({ preview: _, ...now }) => now)
  const save = () =>
    start(door.execute("EditHolder", editOf(typed, ground), envelopeOf(route)), {
      done: (saved) => set((now) => ({ ...now, saved })),
      refused: (refusal) => set(({ preview: _, ...now }) => ({ ...now, refusal }))
    })
  return (
    <Frame
      body={[
        ...previewRows(state, words, bodySize(size).columns),
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
          disabled: run._tag === "Running" ? words.working : items.length > 1 ? undefined : words.nothing
        }
      ]}
      status={words.effect}
      escape={goBack}
      {...formKeys(items, preview.form, (next) =>
        set((now) =>
          now.preview === undefined ? now : { ...now, preview: { ...now.preview, form: next(now.preview.form) } }
        )
      )}
    />
  )
}
