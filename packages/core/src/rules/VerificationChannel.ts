import * as Either from "effect/Either"
import type { StoredDocument } from "../domain/Holder.js"
import type { Channel } from "../domain/Method.js"
import { Refused } from "../domain/Refused.js"

export class IdCardOnly extends Refused("IdCardOnly")<{}>({ rules: ["R-64"], remedies: ["SwitchToBankCard"] }) {}

/** 身份证认证、银行卡认证，任意选择一种; a document that is no resident ID goes to the bank card by itself. */
export const channelsFor = (document: StoredDocument): ReadonlyArray<Channel> =>
  document.type === "resident-id" ? ["id-card", "bank-card"] : ["bank-card"]

/** 身份证认证方式只支持证件类型为身份证的情况. */
export const check = (channel: Channel, document: StoredDocument): Either.Either<Channel, IdCardOnly> =>
  channelsFor(document).includes(channel) ? Either.right(channel) : Either.left(new IdCardOnly())
