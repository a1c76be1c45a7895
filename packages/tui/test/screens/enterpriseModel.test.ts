import {
  blankEnterprise,
  defaultPolicy,
  type Enterprise,
  type EnterpriseField,
  enterpriseFields,
  rules,
  SingleWindow
} from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Arbitraries from "@single-window/testkit/arbitraries"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { demoWorld } from "../../src/demo/demoWorld.js"
import { valueOf, withFocus } from "../../src/form/Form.js"
import {
  afterOf,
  allUndone,
  type Edit,
  editOf,
  emptyEdit,
  type Ground,
  indicator,
  itemsOf,
  typed,
  undone,
  verdict
} from "../../src/screens/enterprise/model.js"

type Step =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "key"; readonly name: string }
  | { readonly undo: "one" | "all" }
  /** Tab as far as it takes, and a whole value in the place of what stood there. */
  | { readonly into: EnterpriseField; readonly text: string }

const key = (name: string): Step => ({ type: "key", name })

const press = (edit: Edit, step: Step, ground: Ground): Edit => {
  if ("undo" in step) return step.undo === "all" ? allUndone(edit) : undone(edit, edit.form.focus, ground)
  if (!("into" in step)) return typed(edit, step, ground) ?? edit
  const item = itemsOf(edit, ground).find(({ name }) => name === step.into)
  if (item?.kind !== "text" || item.locked === true) return edit
  const there: Edit = { ...edit, form: withFocus(edit.form, step.into) }
  const steps: ReadonlyArray<Step> = [key("Ctrl-u"), { type: "text", text: step.text }]
  return steps.reduce((now, one) => press(now, one, ground), there)
}

/** What somebody may type over an enterprise: parts of it, of another one, and of neither. */
const steps = (before: Enterprise, other: Enterprise): fc.Arbitrary<ReadonlyArray<Step>> => {
  const texts = [...enterpriseFields.flatMap((field) => [before[field], other[field]])].filter((text) => text !== "")
  const typing = fc.oneof(
    fc.constantFrom(...texts, ...texts.map((text) => text.slice(0, -1)), ...texts.map((text) => text.slice(-1))),
    fc.constantFrom("9", "X", "示", " ", "𠮷", "-")
  )
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: typing.map((text): Step => ({ type: "text", text })) },
    { weight: 4, arbitrary: fc.constantFrom("Tab", "Shift-Tab").map(key) },
    { weight: 2, arbitrary: fc.constantFrom("Backspace", "Ctrl-u", "Home", "Delete").map(key) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        ...enterpriseFields.flatMap(
          (into): ReadonlyArray<Step> => [
            { into, text: other[into] },
            { into, text: before[into] }
          ]
        )
      )
    },
    { weight: 1, arbitrary: fc.constantFrom({ undo: "one" } as const, { undo: "all" } as const) }
  )
  return fc.array(step, { maxLength: 9 })
}

const grounds: fc.Arbitrary<{ ground: Ground; keys: ReadonlyArray<Step> }> = fc
  .record({
    before: fc.oneof(Arbitraries.enterprise, Arbitraries.migratedEnterprise, fc.constant(blankEnterprise)),
    other: Arbitraries.enterprise,
    editLimit: fc.constantFrom(2, 2, 1, 3),
    mustMatch: fc.boolean()
  })
  .chain(({ before, other, editLimit, mustMatch }) =>
    steps(before, other).map((keys) => ({
      keys,
      ground: {
        before,
        role: "personal",
        policy: {
          ...defaultPolicy,
          enterprise: { ...defaultPolicy.enterprise, editLimit, organizationCodeMustMatch: mustMatch }
        }
      }
    }))
  )

/** The same under the policy that a front door has unless it is told otherwise. */
const defaultGrounds = grounds.map(({ ground, keys }) => ({ keys, ground: { ...ground, policy: defaultPolicy } }))

/** What the front door's command makes of the same edit, up to the registry. */
const judged = (edit: Edit, { before, policy }: Ground) =>
  Either.map(rules.EnterpriseEntry.apply(before, editOf(edit), policy), ({ enterprise }) => ({
    enterprise,
    changed: rules.EnterpriseEditLimit.changed(before, enterprise),
    allowed: Either.isRight(rules.EnterpriseEditLimit.check(before, enterprise, policy))
  }))

describe("the count of changes", () => {
  it("T12: is the domain's own at every keystroke, the back-fill included", () => {
    fc.assert(
      fc.property(grounds, ({ ground, keys }) => {
        let edit = emptyEdit
        for (const step of keys) {
          edit = press(edit, step, ground)
          const found = judged(edit, ground)
          const shown = indicator(edit, ground)
          const said = verdict(edit, ground)
          if (Either.isLeft(found)) {
            expect(said._tag === "Refused" && said.refusal._tag).toBe(found.left._tag)
            continue
          }
          const { enterprise, changed, allowed } = found.right
          // What is filled in stands in the field, and is what would be stored.
          const stands = { ...ground.before, organizationCode: valueOf(edit.form, "organizationCode") }
          const right =
            shown.changed.join() === changed.join() &&
            JSON.stringify(afterOf(edit, ground)) === JSON.stringify(enterprise) &&
            (said._tag === "Refused") === !allowed &&
            !(edit.filled && rules.EnterpriseEditLimit.changed(stands, enterprise).includes("organizationCode"))
          if (!right) expect({ edit, shown, said }).toEqual(found.right)
        }
      }),
      { numRuns: 5000 }
    )
  })

  it("T12: is what the front door itself answers to the edit that is left in the end", async () => {
    const runtime = ManagedRuntime.make(World.singleWindow(demoWorld()))
    let number = 0
    const asked = ({ ground, keys }: { readonly ground: Ground; readonly keys: ReadonlyArray<Step> }) =>
      Effect.gen(function* () {
        const username = `edited${++number}`
        const holder = { name: "", document: { type: "", number: "" } }
        yield* World.seed({ username, enterprise: ground.before, holder })
        const edit = keys.reduce((now, step) => press(now, step, ground), emptyEdit)
        yield* (yield* World.WorldRuntime).clearFaults
        yield* (yield* World.WorldRuntime).fault("registry", ["match"])
        const door = yield* SingleWindow
        const answer = yield* Effect.either(
          door.rehearse(yield* door.actorFor(username), "EditEnterprise", editOf(edit))
        )
        return { edit, answer }
      })
    await fc.assert(
      fc.asyncProperty(defaultGrounds, async (given) => {
        const { edit, answer } = await runtime.runPromise(asked(given))
        const said = verdict(edit, given.ground)
        if (Either.isLeft(answer)) expect(said).toMatchObject({ refusal: { _tag: answer.left._tag } })
        else {
          const { changed = [], backfilled = [] } = answer.right.result ?? {}
          expect(said._tag).toBe(changed.length === 0 ? "Nothing" : "Ready")
          expect(changed.filter((field) => field !== "legalRepresentativeName").sort()).toEqual(
            [...indicator(edit, given.ground).changed].sort()
          )
          expect(backfilled.length > 0 && !edit.filled).toBe(false)
        }
      }),
      { numRuns: 200 }
    )
    await runtime.dispose()
  })

  it("never leaves the cursor in a field that is locked because both changes are used up", () => {
    fc.assert(
      fc.property(grounds, ({ ground, keys }) => {
        let edit = emptyEdit
        for (const step of keys) {
          edit = press(edit, step, ground)
          const item = itemsOf(edit, ground).find(({ name }) => name === edit.form.focus)
          expect(item?.kind === "text" && item.locked === true).toBe(false)
        }
      }),
      { numRuns: 1000 }
    )
  })

  it("is back to nothing after everything is undone, whatever was typed", () => {
    fc.assert(
      fc.property(grounds, ({ ground, keys }) => {
        const edit = allUndone(keys.reduce((now, step) => press(now, step, ground), emptyEdit))
        expect(editOf(edit)).toEqual({})
        expect(indicator(edit, ground).changed).toEqual([])
        expect(verdict(edit, ground)).toEqual({ _tag: "Nothing" })
      }),
      { numRuns: 1000 }
    )
  })
})

const before: Enterprise = {
  name: "上海示例申港国际物流有限公司",
  unifiedSocialCreditCode: "91310115XN0010384W",
  organizationCode: "XN0010384",
  legalRepresentativeName: "张**"
}
const ground: Ground = { before, role: "personal", policy: defaultPolicy }
const type = (edit: Edit, name: Edit["form"]["focus"], text: string): Edit =>
  typed({ ...edit, form: withFocus(edit.form, name) }, { type: "text", text }, ground) ?? edit

describe("by hand", () => {
  it("another enterprise's code fills the organization code in, uses both changes and locks the name", () => {
    const edit = type(emptyEdit, "unifiedSocialCreditCode", "91110101XN0010018A")
    expect(valueOf(edit.form, "organizationCode")).toBe("XN0010018")
    expect(indicator(edit, ground).changed).toEqual(["unifiedSocialCreditCode", "organizationCode"])
    expect(itemsOf(edit, ground)).toContainEqual(expect.objectContaining({ name: "name", locked: true }))
    expect(verdict(edit, ground)).toEqual({ _tag: "Ready" })
  })

  it("undoing the code takes the organization code back, and gives back what was typed there before", () => {
    const own = type(emptyEdit, "organizationCode", "XN0010")
    const edit = type(own, "unifiedSocialCreditCode", "91110101XN0010018A")
    expect(valueOf(undone(edit, "unifiedSocialCreditCode", ground).form, "organizationCode")).toBe("XN0010")
    expect(editOf(undone(edit, "organizationCode", ground))).toEqual({ organizationCode: "XN0010" })
  })

  it("a name and another enterprise's code are three changes, and it is said so", () => {
    const edit = type(
      type(emptyEdit, "name", "北京示例云帆贸易有限公司"),
      "unifiedSocialCreditCode",
      "91110101XN0010018A"
    )
    expect(indicator(edit, ground).changed).toHaveLength(3)
    expect(verdict(edit, ground)).toMatchObject({ _tag: "Refused", refusal: { _tag: "TooManyFieldsChanged" } })
  })

  it("is held to the values last verified where the policy says so, and to its enterprise for an administrator", () => {
    const edit = type(emptyEdit, "name", "上海示例申港物流有限公司")
    const strict = { ...defaultPolicy, enterprise: { ...defaultPolicy.enterprise, anchor: "lastVerified" as const } }
    const verified = { ...before, unifiedSocialCreditCode: "91110101XN0010018A", organizationCode: "XN0010018" }
    expect(verdict(edit, { ...ground, policy: strict, verified })).toMatchObject({
      refusal: { _tag: "TooManyFieldsChanged" }
    })
    expect(verdict(edit, { ...ground, policy: strict, verified: before })).toEqual({ _tag: "Ready" })
    const moved = type(emptyEdit, "unifiedSocialCreditCode", "91110101XN0010018A")
    expect(verdict(moved, { ...ground, role: "administrator" })).toMatchObject({ refusal: { _tag: "FieldLocked" } })
  })
})
