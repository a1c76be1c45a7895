import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import { Refused } from "../domain/Refused.js"

/** Where the manual says an enterprise registers its administrator. */
export const REGISTRATION_ADDRESS = "https://app.singlewindow.cn/userserver/user/userEtpsRegister/eptQuickReg"

export class AdministratorNotRegistered extends Refused("AdministratorNotRegistered")<{ address: string }>({
  rules: ["R-71"],
  remedies: ["RegisterAdministrator"]
}) {}

export class AdministratorAlreadyRegistered extends Refused("AdministratorAlreadyRegistered")<{}>({
  rules: ["R-71"],
  remedies: ["AskAdministrator"]
}) {}

const isLive = (administrator: Account | undefined): administrator is Account =>
  administrator?.role === "administrator" && !administrator.deleted

/** 本企业注册了管理员账号；如果没有…可以使用注册功能. */
export const check = (administrator: Account | undefined): Either.Either<Account, AdministratorNotRegistered> =>
  isLive(administrator)
    ? Either.right(administrator)
    : Either.left(new AdministratorNotRegistered({ address: REGISTRATION_ADDRESS }))

/** An enterprise has one administrator's seat; under a race the store's claims decide who gets it. */
export const checkVacant = (administrator: Account | undefined): Either.Either<void, AdministratorAlreadyRegistered> =>
  isLive(administrator) ? Either.left(new AdministratorAlreadyRegistered()) : Either.void
