import { CaptchaGate } from "@single-window/core"
import * as Effect from "effect/Effect"
import { cases } from "../cases/captchaGate.js"
import * as WorldSamples from "../cases/worldSamples.js"
import { planted, says } from "./Planted.js"
import { spoiled } from "./spoiled.js"

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

export const captchaGate = planted("CaptchaGate", cases(WorldSamples.captchaGate), [
  {
    defect: says("没有一个答案是对的", "nothing is right"),
    caughtBy: ["MUST accept the right answer"],
    layer: captcha(() => ({ check: () => Effect.succeed(false) }))
  },
  {
    defect: says("任何答案都对", "everything is right"),
    caughtBy: ["MUST NOT accept a wrong answer"],
    layer: captcha(() => ({ check: () => Effect.succeed(true) }))
  },
  {
    defect: says("只比较答案的开头", "only the beginning of an answer is compared"),
    caughtBy: ["MUST NOT accept a wrong answer"],
    layer: keeping(
      (answers) => (id, answer) => Effect.sync(() => answer !== "" && answer.startsWith(answers.get(id) ?? "none"))
    )
  },
  {
    defect: says("曾经对过的答案都算对", "any answer that was ever right is right"),
    caughtBy: ["MUST NOT accept the answer to another captcha"],
    layer: keeping((answers) => (_, answer) => Effect.sync(() => [...answers.values()].includes(answer)))
  },
  {
    defect: says("验证码可以重复使用", "a captcha can be used again"),
    caughtBy: ["MUST NOT accept a captcha twice"],
    layer: keeping((answers) => (id, answer) => Effect.sync(() => answers.get(id) === answer))
  },
  {
    defect: says("答错之后验证码仍然有效", "a wrong answer leaves the captcha open"),
    caughtBy: ["MUST NOT accept a right answer after a wrong one"],
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
    defect: says("先比较答案，后作废验证码", "the answer is compared before the captcha is used up"),
    caughtBy: ["MUST accept one of many right answers to one captcha at once, and no more"],
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
    defect: says("不认识的验证码不作检查", "an unknown captcha is not looked at"),
    caughtBy: ["MUST NOT accept an answer under an identifier that was never given out"],
    layer: keeping((answers) => (id, answer) => Effect.sync(() => (answers.get(id) ?? answer) === answer))
  },
  {
    defect: says("所有验证码用同一个编号", "all captchas have one identifier"),
    caughtBy: ["MUST give each captcha an identifier of its own, a question in both languages, and time to answer"],
    layer: captcha(({ issue }) => ({ issue: Effect.map(issue, (made) => ({ ...made, id: "captcha" })) }))
  },
  {
    defect: says("题目只有一种语言", "the question is in one language"),
    caughtBy: ["MUST give each captcha an identifier of its own, a question in both languages, and time to answer"],
    layer: captcha(({ issue }) => ({
      issue: Effect.map(issue, (made) => ({ ...made, question: { ...made.question, en: "" } }))
    }))
  },
  {
    defect: says("验证码永久有效", "a captcha is good for ever"),
    caughtBy: ["MUST NOT accept the right answer after its time"],
    layer: keeping((answers) => (id, answer) => Effect.sync(() => answers.get(id) === answer && answers.delete(id)))
  },
  {
    defect: says("故障算作答错", "an outage counts as a wrong answer"),
    caughtBy: ["MUST fail with Unavailable, and neither pass nor refuse, when it cannot be asked"],
    layer: captcha(({ check }) => ({ check: (...given) => Effect.orElseSucceed(check(...given), () => false) }))
  }
])
