import {
  BankCardVerifier,
  EnterpriseRegistry,
  IdCardVerifier,
  type Limited,
  type RegistryQuestion,
  type Unavailable,
  Verdict
} from "@single-window/core"
import { Effect, type Layer } from "effect"
import * as Conformance from "../../src/conformance/index.js"
import type { WorldRuntime } from "../../src/world/index.js"
import { type Planted, provesItCanFail, spoiled } from "./planted.js"

const { WorldSamples } = Conformance

type Ask<Question> = (question: Question) => Effect.Effect<Verdict, Limited | Unavailable>
type Spoil<Question> = (good: Ask<Question>) => Ask<Question>

const instead =
  <Question>(tag: Verdict["_tag"], verdict: Verdict): Spoil<Question> =>
  (good) =>
  (question) =>
    Effect.map(good(question), (said) => (said._tag === tag ? verdict : said))

/** Defects that any verifier can have; `blind` leaves one element out of the question, `renamed` names another in the answer. */
const commonDefects = <Question, R>(
  layerOf: (spoil: Spoil<Question>) => Layer.Layer<R>,
  first: Question,
  blind: (question: Question) => Question,
  renamed: string
): ReadonlyArray<Planted<R>> => {
  const plant = (defect: string, caughtBy: string, spoil: Spoil<Question>): Planted<R> => ({
    defect,
    caughtBy,
    layer: layerOf(spoil)
  })
  const match = "MUST answer Match for what is on record"
  const differs = "MUST NOT answer Match when any one element differs"
  const element = "MUST NOT name another element than the one that differs"
  const mixed = "MUST NOT answer Match for one subject's name under another's number"
  const many = "MUST answer each of many questions at once about its own subject"
  const unknown = "MUST NOT answer Mismatch for a subject it does not know"
  const outage = "MUST fail with Unavailable when the source cannot be asked, right and wrong questions alike"
  const spent = "MUST NOT spend the person's attempt on an outage"
  const back = "MUST answer again once the source is back"
  const quota = "MUST fail with Limited or Unavailable when the source turns it away for its quota"
  const late = "MUST NOT turn a late answer into a no"
  const again = "MUST NOT ask the source again after a no"

  return [
    plant("always true", differs, () => () => Effect.succeed(Verdict.Match())),
    plant("always true for strangers' numbers", mixed, () => () => Effect.succeed(Verdict.Match())),
    plant("always no", match, () => () => Effect.succeed(Verdict.Mismatch({}))),
    plant("an element is not compared", differs, (good) => (question) => good(blind(question))),
    plant(
      "the elements are mixed up in the answer",
      element,
      (good) => (question) =>
        Effect.map(good(question), (said) =>
          said._tag === "Mismatch" ? Verdict.Mismatch({ fields: [renamed] }) : said
        )
    ),
    plant(
      "all elements are named when one differs",
      element,
      (good) => (question) =>
        Effect.map(good(question), (said) =>
          said._tag === "Mismatch" ? Verdict.Mismatch({ fields: [...(said.fields ?? []), renamed] }) : said
        )
    ),
    plant("the answer is about the person asked before", many, (good) => {
      let before = first
      return (question) =>
        Effect.suspend(() => {
          const asked = before
          before = question
          return good(asked)
        })
    }),
    plant("questions at once share one variable", many, (good) => {
      let current = first
      return (question) =>
        Effect.sync(() => {
          current = question
        }).pipe(
          Effect.zipRight(Effect.yieldNow()),
          Effect.flatMap(() => good(current))
        )
    }),
    plant("no record is taken for a mismatch", unknown, instead("NoRecord", Verdict.Mismatch({}))),
    plant(
      "an outage is taken for a mismatch",
      outage,
      (good) => (question) => Effect.catchTag(good(question), "Unavailable", () => Effect.succeed(Verdict.Mismatch({})))
    ),
    plant(
      "an outage lets everybody through",
      outage,
      (good) => (question) => Effect.catchTag(good(question), "Unavailable", () => Effect.succeed(Verdict.Match()))
    ),
    plant(
      "an outage spends an attempt",
      spent,
      (good) => (question) =>
        Effect.catchTag(good(question), "Unavailable", () => Effect.succeed(Verdict.MismatchOrNoRecord()))
    ),
    plant("an outage is for ever", back, (good) => {
      let broken: Unavailable | undefined
      return (question) =>
        Effect.suspend(() => (broken === undefined ? good(question) : Effect.fail(broken))).pipe(
          Effect.tapErrorTag("Unavailable", (error) =>
            Effect.sync(() => {
              broken = error
            })
          )
        )
    }),
    plant(
      "a quota is taken for no record",
      quota,
      (good) => (question) => Effect.catchTag(good(question), "Limited", () => Effect.succeed(Verdict.NoRecord()))
    ),
    plant(
      "a timeout is taken for a mismatch",
      late,
      (good) => (question) =>
        Effect.timeoutTo(good(question), {
          duration: "8 seconds",
          onSuccess: (said: Verdict) => said,
          onTimeout: () => Verdict.Mismatch({})
        })
    ),
    plant(
      "a no is asked for once more",
      again,
      (good) => (question) =>
        Effect.flatMap(good(question), (said) => (said._tag === "Match" ? Effect.succeed(said) : good(question)))
    )
  ]
}

/** Answers from memory once it has an answer. */
const stale =
  <Question>(): Spoil<Question> =>
  (good) => {
    const remembered = new Map<string, Verdict>()
    return (question) =>
      Effect.suspend(() => {
        const key = JSON.stringify(question)
        const before = remembered.get(key)
        return before === undefined
          ? Effect.tap(good(question), (said) => Effect.sync(() => remembered.set(key, said)))
          : Effect.succeed(before)
      })
  }

const cover = "MUST NOT judge a kind of subject that it does not cover"
const state = "MUST NOT answer Match for a subject whose state rules it out"
const now = "MUST answer by the record as it stands now"

type Question = Conformance.VerifierSamples<RegistryQuestion>["match"][0]
const registry = (spoil: Spoil<Question>): Layer.Layer<EnterpriseRegistry | WorldRuntime> =>
  spoiled(EnterpriseRegistry, ({ check }) => ({ check: spoil(check) }))
const [tongda] = WorldSamples.enterpriseRegistry.match

provesItCanFail(
  "EnterpriseRegistry",
  Conformance.EnterpriseRegistryConformance.cases(WorldSamples.enterpriseRegistry),
  [
    ...commonDefects(registry, tongda, ({ enterprise }) => ({ enterprise }), "unheardOf"),
    {
      defect: "a public institution counts as a match",
      caughtBy: cover,
      layer: registry(instead("NotSupported", Verdict.Match()))
    },
    {
      defect: "a public institution counts as a mismatch",
      caughtBy: cover,
      layer: registry(instead("NotSupported", Verdict.Mismatch({})))
    },
    {
      defect: "a revoked enterprise counts as operating",
      caughtBy: state,
      layer: registry(instead("Unusable", Verdict.Match()))
    },
    { defect: "the registry is stale", caughtBy: now, layer: registry(stale()) }
  ]
)

const idCard = (
  spoil: Spoil<Parameters<IdCardVerifier["Type"]["verify"]>[0]>
): Layer.Layer<IdCardVerifier | WorldRuntime> => spoiled(IdCardVerifier, ({ verify }) => ({ verify: spoil(verify) }))
const [zhang] = WorldSamples.idCardVerifier.match

provesItCanFail("IdCardVerifier", Conformance.IdCardVerifierConformance.cases(WorldSamples.idCardVerifier), [
  ...commonDefects(idCard, zhang, (card) => ({ ...card, validTo: zhang.validTo }), "unheardOf"),
  {
    defect: "the two dates are swapped",
    caughtBy: "MUST answer Match for what is on record",
    layer: idCard((good) => (card) => good({ ...card, validFrom: card.validTo, validTo: card.validFrom }))
  },
  {
    defect: "a residence permit counts as a resident ID",
    caughtBy: cover,
    layer: idCard(instead("NotSupported", Verdict.Match()))
  },
  { defect: "a lost card counts as good", caughtBy: state, layer: idCard(instead("Unusable", Verdict.Match())) },
  { defect: "the platform's answers are kept", caughtBy: now, layer: idCard(stale()) }
])

const bankCard = (
  spoil: Spoil<Parameters<BankCardVerifier["Type"]["verify"]>[0]>
): Layer.Layer<BankCardVerifier | WorldRuntime> =>
  spoiled(BankCardVerifier, ({ verify }) => ({ verify: spoil(verify) }))
const [withCard] = WorldSamples.bankCardVerifier.match

provesItCanFail("BankCardVerifier", Conformance.BankCardVerifierConformance.cases(WorldSamples.bankCardVerifier), [
  ...commonDefects(bankCard, withCard, (factors) => ({ ...factors, mobile: withCard.mobile }), "unheardOf"),
  { defect: "a frozen card counts as good", caughtBy: state, layer: bankCard(instead("Unusable", Verdict.Match())) }
])
