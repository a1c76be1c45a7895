import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { valueOf, withFocus, withValue } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { useClock } from "../../hooks/useClock.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, row, span } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { envelopeOf } from "../acting/model.js"
import { bankCardItems } from "./forms.js"
import { attemptsLeft, codesToday, isAnswered, mayUseIdCard, personOf, retryAt, timeOfDay } from "./model.js"
import { personRows } from "./personRows.js"
import { barRow, fieldShape, refusedRows, statusOf, warningRows } from "./rows.js"
import { useMockSms } from "./useMock.js"
import { type StepProps, useStep } from "./useStep.js"

/** 银行卡认证: four factors, then a code to the reserved mobile (R-60, R-61, R-61a). */
export const BankCardStep = (props: StepProps) => {
  const { route, state, set, words, subject } = props
  const { language, size, screenReader, say } = useShell()
  const { door, busy, submit, abandon } = useStep(props)
  const own = words.bankCard
  const person = personOf(state.step)
  const { bankCard: typed, refusal } = state
  const wait = retryAt(state, Date.now())
  const now = useClock(wait)
  const [cardNumber, mobile, code] = [valueOf(typed, "card"), valueOf(typed, "mobile"), valueOf(typed, "code")]
  const request = () =>
    submit(
      door.execute("RequestBankCardCode", { subject: person, cardNumber, mobile }, envelopeOf(route)),
      (next, { codeSentTo = "", retryAfter }) => ({
        ...next,
        way: "bank-card",
        bankCard: withFocus(next.bankCard, "code"),
        sent: { to: codeSentTo, retryAt: retryAfter === undefined ? 0 : Date.parse(retryAfter) }
      })
    )
  const confirm = () => submit(door.execute("ConfirmBankCardCode", { subject: person, code }, envelopeOf(route)))
  const seconds = Math.ceil((wait - now) / 1000)
  const later = screenReader || seconds > 3600 ? own.retryAt(timeOfDay(wait + 60_000)) : own.retry(seconds)
  const mock = useMockSms(words, (sms) => {
    say("")
    set((then) => ({ ...then, bankCard: withFocus(withValue(then.bankCard, "code", sms), "code") }))
  })
  const noCard = cardNumber.trim() === "" || mobile.trim() === "" ? own.noCard : undefined
  const send: Action = {
    id: "send",
    keys: ["F5"],
    label: own.send,
    run: request,
    disabled: busy ?? noCard ?? (isAnswered(state) ? words.sameCard : seconds > 0 ? later : undefined)
  }
  const actions: ReadonlyArray<Action> = [
    {
      id: "confirm",
      keys: ["Enter"],
      label: own.confirm,
      run: confirm,
      disabled: busy ?? (code.trim() === "" ? own.noCode : undefined)
    },
    // The key line has room for one of the two: the message is read once there is one.
    ...(seconds > 0 ? [...mock, send] : [send, ...mock]),
    ...(mayUseIdCard(person, subject)
      ? [
          {
            id: "id-card",
            keys: ["F7"],
            label: words.person.idCard,
            run: () =>
              set((then) => ({
                ...then,
                way: route.method === "ic-card" ? "identity" : "id-card",
                refusal: undefined
              })),
            disabled: busy
          }
        ]
      : []),
    abandon
  ]
  const columns = bodySize(size).columns
  const { sms } = subject.policy
  const sentTo = state.sent?.to ?? ""
  const waiting = subject.facts.code !== undefined || sentTo !== ""
  return (
    <Frame
      body={[
        barRow(route.method, state.step, words, columns),
        ...warningRows(state, words, columns),
        ...personRows(props, person, language),
        row("   ", ...field(bankCardItems, typed, "card", { ...fieldShape, label: own.card, note: `F6 ${own.show}` })),
        row("   ", ...field(bankCardItems, typed, "mobile", { ...fieldShape, width: 20, label: own.mobile })),
        row(
          "                        ",
          button(typed, "send", own.send),
          seconds > 0 ? span(`  (${later})`, "warn") : ""
        ),
        row("   ", ...field(bankCardItems, typed, "code", { ...fieldShape, width: 12, label: own.code })),
        row("                        ", button(typed, "confirm", own.confirm)),
        ...(refusal === undefined
          ? [
              waiting ? row("  ", span(sentTo === "" ? own.sent : own.sentTo(sentTo), "good")) : blank,
              row(
                "  ",
                own.valid(sms.digits, sms.validMinutes, sms.attempts),
                " ",
                own.today(codesToday(subject, now), sms.perDay)
              ),
              row("  ", own.own[person]),
              row("  ", own.factors)
            ]
          : refusedRows(refusal, language, columns))
      ]}
      actions={actions}
      status={`${words.attemptsLeft(attemptsLeft(subject, person, "bank-card", now))}   ${statusOf(subject, words)}`}
      {...formKeys(bankCardItems, typed, (next) => set((then) => ({ ...then, bankCard: next(then.bankCard) })))}
    />
  )
}
