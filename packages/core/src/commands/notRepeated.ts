import * as Effect from "effect/Effect"
import type { Holder } from "../domain/Holder.js"
import { DocumentUniqueness } from "../rules/index.js"
import type { OwnContext } from "./Command.js"

/** 该证件类型证件号已存在: told before a verifier is asked about a person who could not be entered anyway. */
export const notRepeated = ({ subject, documentHolders }: OwnContext, holder: Holder) => {
  const next = { ...subject.account, holder }
  return Effect.flatMap(documentHolders(next), (others) => DocumentUniqueness.check(next, others))
}
