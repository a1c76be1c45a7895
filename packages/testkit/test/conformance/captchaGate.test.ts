import { CaptchaGate } from "@single-window/core"
import { Effect } from "effect"
import * as Conformance from "../../src/conformance/index.js"
import { provesItCanFail, spoiled } from "./planted.js"

const { WorldSamples } = Conformance

const captcha = (spoil: (good: CaptchaGate["Type"]) => Partial<CaptchaGate["Type"]>) =>
  spoiled(CaptchaGate, (good) => ({ ...good, ...spoil(good) }))

/** A gate that remembers the answers it has seen issued, for defects of memory. */
const keeping = (spoil: (answers: Map<string, string>) => CaptchaGate["Type"]["check"]): ReturnType<typeof captcha> =>
  captcha((good) => {
    const answers = new Map<string, string>()
    return {
      issue: Effect.tap(good.issue, ({ id, question }) =>
        Effect.sync(() => {
          const [a = 0, b = 0] = (question.en.match(/[0-9]+/g) ?? []).map(Number)
          answers.set(id, String(a + b))
        })
      ),
      check: spoil(answers)
    }
  })

provesItCanFail("CaptchaGate", Conformance.CaptchaGateConformance.cases(WorldSamples.captchaGate), [
  {
    defect: "nothing is right",
    caughtBy: "MUST accept the right answer",
    layer: captcha(() => ({ check: () => Effect.succeed(false) }))
  },
  {
    defect: "everything is right",
    caughtBy: "MUST NOT accept a wrong answer",
    layer: captcha(() => ({ check: () => Effect.succeed(true) }))
  },
  {
    defect: "only the beginning of an answer is compared",
    caughtBy: "MUST NOT accept a wrong answer",
    layer: keeping(
      (answers) => (id, answer) => Effect.sync(() => answer !== "" && answer.startsWith(answers.get(id) ?? "none"))
    )
  },
  {
    defect: "any answer that was ever right is right",
    caughtBy: "MUST NOT accept the answer to another captcha",
    layer: keeping((answers) => (_, answer) => Effect.sync(() => [...answers.values()].includes(answer)))
  },
  {
    defect: "a captcha can be used again",
    caughtBy: "MUST NOT accept a captcha twice",
    layer: keeping((answers) => (id, answer) => Effect.sync(() => answers.get(id) === answer))
  },
  {
    defect: "a wrong answer leaves the captcha open",
    caughtBy: "MUST NOT accept a right answer after a wrong one",
    layer: keeping(
      (answers) => (id, answer) =>
        Effect.sync(() => {
          const right = answers.get(id) === answer
          if (right) answers.delete(id)
          return right
        })
    )
  },
  {
    defect: "the answer is compared before the captcha is used up",
    caughtBy: "MUST accept one of many right answers to one captcha at once, and no more",
    layer: keeping(
      (answers) => (id, answer) =>
        Effect.gen(function* () {
          const right = answers.get(id) === answer
          yield* Effect.yieldNow()
          answers.delete(id)
          return right
        })
    )
  },
  {
    defect: "an unknown captcha is not looked at",
    caughtBy: "MUST NOT accept an answer under an identifier that was never given out",
    layer: keeping((answers) => (id, answer) => Effect.sync(() => (answers.get(id) ?? answer) === answer))
  },
  {
    defect: "all captchas have one identifier",
    caughtBy: "MUST give each captcha an identifier of its own, a question in both languages, and time to answer",
    layer: captcha(({ issue }) => ({ issue: Effect.map(issue, (made) => ({ ...made, id: "captcha" })) }))
  },
  {
    defect: "the question is in one language",
    caughtBy: "MUST give each captcha an identifier of its own, a question in both languages, and time to answer",
    layer: captcha(({ issue }) => ({
      issue: Effect.map(issue, (made) => ({ ...made, question: { ...made.question, en: "" } }))
    }))
  },
  {
    defect: "a captcha is good for ever",
    caughtBy: "MUST NOT accept the right answer after its time",
    layer: keeping((answers) => (id, answer) => Effect.sync(() => answers.get(id) === answer && answers.delete(id)))
  },
  {
    defect: "an outage counts as a wrong answer",
    caughtBy: "MUST fail with Unavailable, and neither pass nor refuse, when it cannot be asked",
    layer: captcha(({ check }) => ({ check: (...given) => Effect.orElseSucceed(check(...given), () => false) }))
  }
])
