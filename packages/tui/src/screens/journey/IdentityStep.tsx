import { button } from "../../components/button.js"
import { formKeys } from "../../form/formKeys.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, row, span } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { envelopeOf } from "../acting/model.js"
import { type IdentityForm, identityItems, wholeOf } from "../identity/model.js"
import { firstProblem, identityRows, problemRows } from "../identity/rows.js"
import { attemptsLeft, isAnswered, wantedAgain } from "./model.js"
import { barRow, refusedRows, statusOf, warningRows } from "./rows.js"
import { type StepProps, useStep } from "./useStep.js"

/** 补充身份信息 after the card: what is given replaces the account's identity. */
export const IdentityStep = (props: StepProps & { readonly identity: IdentityForm }) => {
  const { route, state, set, words, subject, identity } = props
  const { language, size } = useShell()
  const { door, busy, submit, abandon } = useStep(props)
  const ground = { policy: subject.policy, today: subject.today }
  const wrong = firstProblem(identity, ground, language)
  const provide = () =>
    submit(door.execute("ProvideHolderIdentity", wholeOf(identity, ground), envelopeOf(route)), (next) =>
      // No resident ID: nothing is proven yet, the bank card comes next.
      next.step === "done" ? next : { ...next, way: "bank-card" }
    )
  const answered = isAnswered(state)
  const missed = state.refusal?.remedies.includes("SwitchToBankCard") === true
  const actions: ReadonlyArray<Action> = [
    {
      id: "save",
      keys: ["Enter", "Ctrl-s"],
      label: words.next,
      run: provide,
      disabled: busy ?? wrong ?? (answered ? words.same : undefined)
    },
    ...(answered ? [{ id: "again", keys: ["F5"], label: words.again, run: () => set(wantedAgain) }] : []),
    {
      id: "bank-card",
      keys: ["F10"],
      label: words.person.bankCard,
      run: () => set((now) => ({ ...now, way: "bank-card", refusal: undefined })),
      disabled: busy,
      quiet: !missed
    },
    abandon
  ]
  const columns = bodySize(size).columns
  return (
    <Frame
      body={[
        barRow(route.method, state.step, words, columns),
        ...warningRows(state, words, columns),
        blank,
        ...identityRows(identity, ground, language, true),
        row("                     ", button(identity, "save", words.next)),
        ...problemRows(identity, ground, language),
        ...refusedRows(state.refusal, language, columns),
        ...(missed
          ? [row("  ", span(`F10 ${words.person.bankCard}`, "accent"))]
          : [blank, row("  ", words.person.provide)])
      ]}
      actions={actions}
      status={`${words.attemptsLeft(attemptsLeft(subject, "account-holder", "id-card", Date.now()))}   ${statusOf(subject, words)}`}
      {...formKeys(identityItems(identity, ground), identity, (next) =>
        set((now) => ({ ...now, identity: next(now.identity ?? identity) }))
      )}
    />
  )
}
