import { type Limited, type Unavailable, Verdict } from "@single-window/core"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { type Plant, type Says, says } from "./Planted.js"

type Ask<Question> = (question: Question) => Effect.Effect<Verdict, Limited | Unavailable>
export type Spoil<Question> = (good: Ask<Question>) => Ask<Question>

/** Says something else where the good one says this. */
export const instead =
  <Question>(tag: Verdict["_tag"], verdict: Verdict): Spoil<Question> =>
  (good) =>
  (question) =>
    Effect.map(good(question), (said) => (said._tag === tag ? verdict : said))

/** Defects that any verifier can have; `blind` leaves one element out of the question, `renamed` names another in the answer. */
export const commonDefects = <Question, R>(
  layerOf: (spoil: Spoil<Question>) => Layer.Layer<R>,
  first: Question,
  blind: (question: Question) => Question,
  renamed: string
): ReadonlyArray<Plant<R>> => {
  const plant = (defect: Says, caughtBy: string, spoil: Spoil<Question>): Plant<R> => ({
    defect,
    caughtBy: [caughtBy],
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
    plant(says("一律答“一致”", "always true"), differs, () => () => Effect.succeed(Verdict.Match())),
    plant(
      says("别人的号码也答“一致”", "always true for strangers' numbers"),
      mixed,
      () => () => Effect.succeed(Verdict.Match())
    ),
    plant(says("一律答“不一致”", "always no"), match, () => () => Effect.succeed(Verdict.Mismatch({}))),
    plant(says("有一项没有比较", "an element is not compared"), differs, (good) => (question) => good(blind(question))),
    plant(
      says("答复里的字段错位", "the elements are mixed up in the answer"),
      element,
      (good) => (question) =>
        Effect.map(good(question), (said) =>
          said._tag === "Mismatch" ? Verdict.Mismatch({ fields: [renamed] }) : said
        )
    ),
    plant(
      says("一项不符却指全部不符", "all elements are named when one differs"),
      element,
      (good) => (question) =>
        Effect.map(good(question), (said) =>
          said._tag === "Mismatch" ? Verdict.Mismatch({ fields: [...(said.fields ?? []), renamed] }) : said
        )
    ),
    plant(says("答的是上一个人", "the answer is about the person asked before"), many, (good) => {
      let before = first
      return (question) =>
        Effect.suspend(() => {
          const asked = before
          before = question
          return good(asked)
        })
    }),
    plant(says("同时的提问共用一个变量", "questions at once share one variable"), many, (good) => {
      let current = first
      return (question) =>
        Effect.sync(() => {
          current = question
        }).pipe(
          Effect.zipRight(Effect.yieldNow()),
          Effect.flatMap(() => good(current))
        )
    }),
    plant(
      says("查无算作不一致", "no record is taken for a mismatch"),
      unknown,
      instead("NoRecord", Verdict.Mismatch({}))
    ),
    plant(
      says("故障算作不一致", "an outage is taken for a mismatch"),
      outage,
      (good) => (question) => Effect.catchTag(good(question), "Unavailable", () => Effect.succeed(Verdict.Mismatch({})))
    ),
    plant(
      says("故障时一律放行", "an outage lets everybody through"),
      outage,
      (good) => (question) => Effect.catchTag(good(question), "Unavailable", () => Effect.succeed(Verdict.Match()))
    ),
    plant(
      says("故障也扣次数", "an outage spends an attempt"),
      spent,
      (good) => (question) =>
        Effect.catchTag(good(question), "Unavailable", () => Effect.succeed(Verdict.MismatchOrNoRecord()))
    ),
    plant(says("一次故障之后再也不恢复", "an outage is for ever"), back, (good) => {
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
      says("超出配额算作查无", "a quota is taken for no record"),
      quota,
      (good) => (question) => Effect.catchTag(good(question), "Limited", () => Effect.succeed(Verdict.NoRecord()))
    ),
    plant(
      says("超时算作不一致", "a timeout is taken for a mismatch"),
      late,
      (good) => (question) =>
        Effect.timeoutTo(good(question), {
          duration: "8 seconds",
          onSuccess: (said: Verdict) => said,
          onTimeout: () => Verdict.Mismatch({})
        })
    ),
    plant(
      says("得到否定答复后再问一次", "a no is asked for once more"),
      again,
      (good) => (question) =>
        Effect.flatMap(good(question), (said) => (said._tag === "Match" ? Effect.succeed(said) : good(question)))
    )
  ]
}

/** Answers from memory once it has an answer. */
export const stale =
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

export const cover = "MUST NOT judge a kind of subject that it does not cover"
export const state = "MUST NOT answer Match for a subject whose state rules it out"
export const now = "MUST answer by the record as it stands now"
