import { type Account as Kept, levelOf as keptLevel, stepAt } from "@single-window/core"
import { type Card, cards, enterprises, people } from "./cast.js"
import { type Account, levelOf, type Model } from "./Model.js"

/** The card that the store says is bound, by the model's name. */
const bindingOf = ({ cardBinding }: Kept): Account["binding"] => {
  if (cardBinding.state !== "bound") return cardBinding.state
  const [key] = Object.entries(cards).find(([, { number }]) => number === cardBinding.cardNumber) ?? []
  return key as Card
}

const countsOf = (attempts: Kept["attempts"]) =>
  Object.fromEntries(
    Object.entries(attempts)
      .map(([key, { count, since }]) => [key, { count, since }] as const)
      .sort()
  )

/** What an account looks like to both: everything that the model keeps. */
const inStore = (account: Kept) => {
  const { enterprise, holder, logIn, certification, journey, password } = account
  const person = journey !== undefined && "person" in journey.state ? journey.state.person : undefined
  return {
    username: account.username,
    role: account.role,
    deleted: account.deleted,
    name: enterprise.name,
    code: enterprise.unifiedSocialCreditCode,
    representative: enterprise.legalRepresentativeName,
    holder: holder.name,
    document: holder.document.number,
    from: holder.validity?.from,
    failures: logIn.failures,
    failuresInAll: logIn.failuresInAll,
    lockedUntil: logIn.lockedUntil,
    hardLocked: logIn.hardLocked,
    mustChange: password?.mustChange,
    dies: password?.expiresAt,
    facets: [certification.enterprise.state, certification.holder.state],
    methods: certification.methods.map(({ method }) => method),
    level: keptLevel(account),
    binding: bindingOf(account),
    step: journey === undefined ? undefined : stepAt(journey.state),
    expires: journey?.expiresAt,
    codeLeft: person?.pending?.attemptsLeft,
    codeExpires: person?.pending?.expiresAt,
    spent: countsOf(account.attempts)
  }
}

const inModel = (account: Account): ReturnType<typeof inStore> => {
  const { enterprise, holder, journey } = account
  const person = holder.person === undefined ? undefined : people[holder.person]
  const from =
    person !== undefined && "validity" in person
      ? holder.dates === "right"
        ? person.validity.from
        : "20190909"
      : undefined
  return {
    username: account.username,
    role: account.role,
    deleted: account.deleted,
    name: enterprises[enterprise.name].name,
    code: enterprises[enterprise.code].unifiedSocialCreditCode,
    representative: people[enterprises[enterprise.representative].legalRepresentative].name,
    holder: person?.name ?? "",
    document: person?.document.number ?? "",
    from,
    failures: account.failures,
    failuresInAll: account.failuresInAll,
    lockedUntil: account.lockedUntil,
    hardLocked: account.hardLocked,
    mustChange: account.password?.mustChange,
    dies: account.password?.dies,
    facets: [account.facets.enterprise, account.facets.holder],
    methods: [...account.methods],
    level: levelOf(account),
    binding: account.binding,
    step: journey?.step,
    expires: journey?.expires,
    codeLeft: journey?.pending?.left,
    codeExpires: journey?.pending?.expires,
    spent: countsOf(account.spent)
  }
}

/** Names the accounts that are new by their ids: one command makes one account at most. */
const recognise = (model: Model, kept: ReadonlyMap<string, Kept>): void => {
  const known = new Set(model.accounts.map(({ id }) => id))
  const fresh = [...kept.values()].filter(({ id }) => !known.has(id))
  for (const account of model.accounts) {
    account.id ??= fresh.find(({ username }) => username === account.username)?.id
  }
}

/** Where the store stands otherwise than the model, account by account (I-10: counters equal failures, and all the rest). */
export const disagreements = (model: Model, kept: ReadonlyMap<string, Kept>): ReadonlyArray<string> => {
  recognise(model, kept)
  const found: Array<string> = []
  if (kept.size !== model.accounts.length)
    found.push(`the store has ${kept.size} accounts, the model ${model.accounts.length}`)
  for (const account of model.accounts) {
    const other = account.id === undefined ? undefined : kept.get(account.id)
    if (other === undefined) {
      found.push(`${account.username}: not in the store`)
      continue
    }
    const expected: Record<string, unknown> = inModel(account)
    for (const [field, actual] of Object.entries(inStore(other))) {
      const wanted = expected[field]
      if (JSON.stringify(actual) !== JSON.stringify(wanted)) {
        found.push(
          `${account.username}: ${field} is ${JSON.stringify(actual)}, the model says ${JSON.stringify(wanted)}`
        )
      }
    }
  }
  return found
}
