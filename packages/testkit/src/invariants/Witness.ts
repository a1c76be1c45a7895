import {
  type BankAnswer,
  BankCardVerifier,
  BankUkeyGateway,
  type Card,
  CardReader,
  EnterpriseRegistry,
  IdCardVerifier,
  Ledger,
  organizationPart,
  PasswordHasher,
  SmsSender
} from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { Answer } from "./followed.js"

/** What a command was about, as far as whoever sends it knows. */
export interface About {
  /** The id of the account it acts on. */
  readonly account?: string | undefined
  /** Whose identity a person check is about. */
  readonly subject?: string | undefined
  /** The SMS code that is given back. */
  readonly code?: string | undefined
  /** Leave at this call to the outside or the ledger, counted from 1: nobody hears the answer. */
  readonly leaveAt?: number | undefined
}

/** What was seen of a command from outside. */
export interface Seen<A, E> {
  readonly exit: Exit.Exit<A, E>
  readonly at: number
  readonly answers: ReadonlyArray<Answer>
  /** The accounts that it wrote to. */
  readonly wrote: ReadonlyArray<string>
}

/** Stands between the core and everything around it, and keeps what the outside said: the journal must not say more. */
export class Witness extends Context.Tag("@single-window/testkit/Witness")<
  Witness,
  {
    readonly during: <A, E, R>(about: About, command: Effect.Effect<A, E, R>) => Effect.Effect<Seen<A, E>, never, R>
    /** What was said during the command of that moment on that account. */
    readonly evidence: (account: string, at: number) => ReadonlyArray<Answer>
    /** When verifiers said "no" in commands that came to their end, by subject and channel. */
    readonly noes: (account: string) => ReadonlyMap<string, ReadonlyArray<number>>
    /** Forgets what was said before; what the journal says later can only rest on what was said then. */
    readonly forget: Effect.Effect<void>
  }
>() {}

type Spied =
  | EnterpriseRegistry
  | IdCardVerifier
  | BankCardVerifier
  | SmsSender
  | BankUkeyGateway
  | CardReader
  | PasswordHasher

interface Current {
  readonly answers: Array<Answer>
  readonly wrote: Set<string>
  calls: number
  readonly leaveAt: number
}

const nobody = (): Current => ({ answers: [], wrote: new Set(), calls: 0, leaveAt: Number.POSITIVE_INFINITY })

/** A verdict by its tag, an error by its own; what only works or fails is a yes. */
const heard = (
  current: Current,
  port: string,
  said: (answer: unknown) => string,
  about: (answer: unknown) => Answer["about"]
) => {
  const tagOf = (error: unknown): string =>
    typeof error === "object" && error !== null && "_tag" in error ? String(error._tag) : "failed"
  return <A, E>(question: Effect.Effect<A, E>): Effect.Effect<A, E> =>
    Effect.tapBoth(question, {
      onSuccess: (answer) =>
        Effect.sync(() => void current.answers.push({ port, said: said(answer), about: about(answer) ?? {} })),
      onFailure: (error) => Effect.sync(() => void current.answers.push({ port, said: tagOf(error) }))
    })
}

const verdict = (answer: unknown): string => (answer as { readonly _tag: string })._tag
const yes = () => "yes"
const whether = (answer: unknown): string => (answer === true ? "yes" : "no")

/** The organization code that a bank has on file, by itself or within the USCC. */
const organizationIn = ({ organizationCode, unifiedSocialCreditCode }: BankAnswer["enterprise"]): string | undefined =>
  organizationCode ?? (unifiedSocialCreditCode === undefined ? undefined : organizationPart(unifiedSocialCreditCode))

/** Whoever sent the command is gone. */
const gone = Effect.interrupt

const spy = (now: () => Current, context: Context.Context<Spied>): Context.Context<Spied> => {
  const asked =
    (port: string, said: (answer: unknown) => string, about: (answer: never) => Answer["about"] = () => ({})) =>
    <A, E>(question: Effect.Effect<A, E>): Effect.Effect<A, E> =>
      Effect.suspend(() => {
        const current = now()
        if (++current.calls === current.leaveAt) {
          current.answers.push({ port, said: "gone" })
          return gone
        }
        return heard(current, port, said, about as (answer: unknown) => Answer["about"])(question)
      })
  const registry = Context.get(context, EnterpriseRegistry)
  const idCard = Context.get(context, IdCardVerifier)
  const bankCard = Context.get(context, BankCardVerifier)
  const sms = Context.get(context, SmsSender)
  const bank = Context.get(context, BankUkeyGateway)
  const card = Context.get(context, CardReader)
  const hasher = Context.get(context, PasswordHasher)
  return context.pipe(
    Context.add(EnterpriseRegistry, {
      check: (question) =>
        asked("registry", verdict, () => ({
          enterprise: question.enterprise,
          document: question.legalRepresentativeDocument
        }))(registry.check(question))
    }),
    Context.add(IdCardVerifier, {
      verify: (elements) =>
        asked("id-card", verdict, () => ({ name: elements.name, number: elements.number }))(idCard.verify(elements))
    }),
    Context.add(BankCardVerifier, {
      verify: (factors) =>
        asked("bank-card", verdict, () => ({ name: factors.name, number: factors.document.number }))(
          bankCard.verify(factors)
        )
    }),
    Context.add(SmsSender, {
      sendCode: (message) => asked("sms", yes, () => ({ code: Redacted.value(message.code) }))(sms.sendCode(message))
    }),
    Context.add(BankUkeyGateway, {
      redirect: (request) => asked("bank-redirect", yes)(bank.redirect(request)),
      read: (code, parameters) =>
        asked("bank-ukey", yes, ({ requestId, account, outcome, enterprise }: BankAnswer) => ({
          requestId,
          account,
          outcome,
          organization: organizationIn(enterprise)
        }))(bank.read(code, parameters))
    }),
    Context.add(CardReader, {
      authenticate: (challenge) =>
        asked("card", yes, ({ number, organizationCode }: Card) => ({ number, organizationCode }))(
          card.authenticate(challenge)
        )
    }),
    Context.add(PasswordHasher, {
      hash: hasher.hash,
      verify: (password, hash) => asked("password", whether)(hasher.verify(password, hash))
    })
  )
}

/** Two chances to leave: before it is written, and when it is but nobody has heard. */
const spyOnLedger = (now: () => Current, ledger: Context.Tag.Service<Ledger>): Context.Tag.Service<Ledger> => ({
  ...ledger,
  commit: (commits) =>
    Effect.suspend(() => {
      const current = now()
      if (++current.calls === current.leaveAt) return gone
      return Effect.flatMap(ledger.commit(commits), (outcomes) => {
        for (const [index, outcome] of outcomes.entries()) {
          if (outcome._tag !== "Committed") continue
          for (const { head } of commits[index]?.appends ?? []) current.wrote.add(head.stream)
        }
        return ++current.calls === current.leaveAt ? gone : Effect.succeed(outcomes)
      })
    })
})

const channels: Readonly<Record<string, string>> = {
  registry: "registry",
  "id-card": "id-card",
  "bank-card": "bank-card"
}
const isNo = ({ said }: Answer): boolean => said === "Mismatch" || said === "MismatchOrNoRecord"

/** Whether a command came to its own end, so that a "no" in it must have been counted. */
const isComplete = (exit: Exit.Exit<unknown, unknown>): boolean => {
  if (exit._tag === "Success") return true
  const { cause } = exit
  if (cause._tag !== "Fail") return false
  const tag = verdict(cause.error)
  return tag !== "StoreUnavailable" && tag !== "Stale"
}

const make = () => {
  let current = nobody()
  const said = new Map<string, Map<number, Array<Answer>>>()
  const noes = new Map<string, Map<string, Array<number>>>()

  const codes = new Map<string, string>()

  /** The code that was sent last for an account, and whether it is the one that comes back. */
  const noteCode = (account: string, { code }: About, answers: Array<Answer>): void => {
    const sent = answers.findLast(({ port, said: what }) => port === "sms" && what === "yes")?.about?.code
    if (typeof sent === "string") codes.set(account, sent)
    if (code !== undefined)
      answers.push({ port: "sms-code", said: codes.get(account) === code.normalize("NFKC").trim() ? "yes" : "no" })
  }

  const note = (account: string, at: number, answers: ReadonlyArray<Answer>): void => {
    if (answers.length === 0) return
    const times = said.get(account) ?? new Map<number, Array<Answer>>()
    said.set(account, times)
    times.set(at, [...(times.get(at) ?? []), ...answers])
  }
  const noteNo = (account: string, key: string, at: number): void => {
    const keys = noes.get(account) ?? new Map<string, Array<number>>()
    noes.set(account, keys)
    keys.set(key, [...(keys.get(key) ?? []), at])
  }

  const witness = Witness.of({
    during: (about, command) =>
      Effect.gen(function* () {
        const { account, subject, leaveAt } = about
        const at = yield* Clock.currentTimeMillis
        const mine: Current = { ...nobody(), leaveAt: leaveAt ?? Number.POSITIVE_INFINITY }
        current = mine
        const exit = yield* Effect.exit(command)
        current = nobody()
        const { answers, wrote } = mine
        if (account !== undefined) noteCode(account, about, answers)
        for (const id of new Set([...wrote, ...(account === undefined ? [] : [account])])) note(id, at, answers)
        if (account !== undefined && isComplete(exit)) {
          for (const answer of answers) {
            const channel = channels[answer.port]
            if (channel === undefined || !isNo(answer)) continue
            const whom = channel === "registry" ? "enterprise" : (subject ?? "account-holder")
            noteNo(account, `${whom}/${channel}`, at)
          }
        }
        return { exit, at, answers, wrote: [...wrote] }
      }),
    evidence: (account, at) => said.get(account)?.get(at) ?? [],
    noes: (account) => noes.get(account) ?? new Map(),
    forget: Effect.sync(() => said.clear())
  })
  return { witness, now: () => current }
}

/** The outside and the ledger as they were, with a witness in between. */
export const witnessed = <Outside, Kept, E, E2>(
  outside: Layer.Layer<Outside | Spied, E>,
  ledger: Layer.Layer<Kept | Ledger, E2>
): Layer.Layer<Outside | Spied | Kept | Ledger | Witness, E | E2> =>
  Layer.effectContext(
    Effect.gen(function* () {
      const { witness, now } = make()
      const around = yield* Effect.context<Outside | Spied | Kept | Ledger>()
      return Context.merge(around, spy(now, around as unknown as Context.Context<Spied>)).pipe(
        Context.add(Ledger, spyOnLedger(now, Context.get(around as unknown as Context.Context<Ledger>, Ledger))),
        Context.add(Witness, witness)
      ) as Context.Context<Outside | Spied | Kept | Ledger | Witness>
    })
  ).pipe(Layer.provide(Layer.merge(outside, ledger)))
