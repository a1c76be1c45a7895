import { enterpriseFields } from "@single-window/core"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { select } from "../../components/select.js"
import { valueOf } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, row, span } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { envelopeOf } from "../acting/model.js"
import { identityWords } from "../identity/rows.js"
import { enterpriseItems, insteadOf } from "./forms.js"
import { isAnswered, representativeOf, wantedAgain } from "./model.js"
import { barRow, fieldShape, lockedRow, refusedRows, statusOf } from "./rows.js"
import { type StepProps, useStep } from "./useStep.js"

/** 核验企业信息: the four fields of the account, locked, and the representative's document. */
export const EnterpriseStep = (props: StepProps) => {
  const { route, state, set, words, subject } = props
  const { language, size, replace } = useShell()
  const { door, busy, submit, abandon } = useStep(props)
  const own = words.enterprise
  const { enterprise: typed, refusal } = state
  const items = enterpriseItems(refusal)
  const answered = isAnswered(state)
  const document = { type: valueOf(typed, "type"), number: valueOf(typed, "number") }
  const verify = () =>
    submit(door.execute("VerifyEnterprise", { legalRepresentativeDocument: document }, envelopeOf(route)), (next) => ({
      ...next,
      representative: representativeOf(document.type, document.number)
    }))
  const ways = insteadOf(refusal, route.method)
  const actions: ReadonlyArray<Action> = [
    {
      id: "next",
      keys: ["Enter"],
      label: words.next,
      run: verify,
      disabled: busy ?? (document.number.trim() === "" ? words.missing : answered ? words.same : undefined)
    },
    ...(answered ? [{ id: "again", keys: ["F5"], label: words.again, run: () => set(wantedAgain) }] : []),
    ...ways.map(
      (method): Action => ({
        id: method,
        keys: [],
        label: words.instead[method],
        quiet: true,
        run: () => replace({ ...route, method })
      })
    ),
    abandon
  ]
  const columns = bodySize(size).columns
  return (
    <Frame
      body={[
        barRow(route.method, "enterprise", words, columns),
        blank,
        ...enterpriseFields.map((name) => lockedRow(own[name], subject.details.enterprise[name], own.locked)),
        row(
          "   ",
          ...select(items, typed, "type", {
            label: own.type,
            labelWidth: fieldShape.labelWidth,
            names: identityWords[language].types,
            needed: true
          })
        ),
        row(
          "   ",
          ...field(items, typed, "number", {
            ...fieldShape,
            label: own.number,
            note: `F6 ${identityWords[language].show}`
          })
        ),
        row("                        ", button(typed, "next", words.next)),
        ...(refusal === undefined
          ? [blank, ...message(own.hint, columns), ...message(own.why, columns)]
          : refusedRows(refusal, language, columns)),
        ...(state.back ? [row("  ", span(own.reopens, "warn"))] : []),
        ...ways.map((method) => row("    ", button(typed, method, words.instead[method])))
      ]}
      actions={actions}
      status={statusOf(subject, words)}
      {...formKeys(items, typed, (next) => set((now) => ({ ...now, enterprise: next(now.enterprise) })))}
      {...(state.back ? { escape: () => set((now) => ({ ...now, back: false, refusal: undefined })) } : {})}
    />
  )
}
