// 只用 fast-check：您的校验会不会放过一个抄错的代码？ With plain fast-check: does your own check let a wrong code pass?
import { identifiers, oneElementOff, registryQuestion } from "@single-window/testkit/arbitraries"
import fc from "fast-check"

const yours = (code) => /^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code)

fc.assert(fc.property(identifiers.uscc.valid, (code) => yours(code)))

const { counterexample } = fc.check(
  fc.property(identifiers.uscc.nearlyValid, ({ text }) => !yours(text)),
  { seed: 1 }
)
console.log(counterexample?.[0].how)

const [{ element, right, wrong }] = fc.sample(oneElementOff(registryQuestion, "enterprise"), { numRuns: 1, seed: 1 })
console.log(element, right.enterprise[element], "->", wrong.enterprise[element])
