import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { scopeOf } from "../domain/Enterprise.js"
import { EnterpriseRegistry } from "../ports/EnterpriseRegistry.js"
import { PasswordHasher } from "../ports/PasswordHasher.js"
import { verifierUnavailable } from "../ports/VerifierUnavailable.js"
import { AdministratorRequired, InitialPassword, RegistryMatch } from "../rules/index.js"
import { administratorClaim } from "../store/Claims.js"
import { Store } from "../store/Store.js"
import { free } from "./Command.js"
import { EnterpriseInput, email, enterprise, HolderInput, holder, mobile, Secret, Text } from "./fields.js"
import { newAccountId, usernameFor } from "./newAccount.js"
import { toRegister } from "./Permission.js"

/** The seat is looked at before anything else about the enterprise is told, since anybody may ask. */
const seatIsVacant = (scope: string | undefined) =>
  Effect.gen(function* () {
    const store = yield* Store
    const holder = scope === undefined ? undefined : yield* store.claimOwner(administratorClaim(scope))
    const seated = holder === undefined ? undefined : yield* store.load(holder)
    return yield* AdministratorRequired.checkVacant(seated?.account)
  })

/** 注册企业管理员: one for each enterprise; the seat is a unique key, so two registrations can never both win. */
export const RegisterAdministrator = free({
  name: "RegisterAdministrator",
  may: toRegister,
  input: Schema.Struct({
    username: Text,
    password: Secret,
    enterprise: EnterpriseInput,
    holder: HolderInput,
    mobile: Text,
    email: Text
  }),
  secrets: ["password", "holder", "mobile", "email"],
  run: ({ policy, today }, form) =>
    Effect.gen(function* () {
      const registered = yield* enterprise(form.enterprise, policy)
      yield* seatIsVacant(scopeOf(registered))
      const username = yield* usernameFor(form.username.trim(), scopeOf(registered))
      const identity = yield* holder(form.holder, policy, today)
      const number = yield* mobile("mobile", form.mobile)
      const address = yield* email("email", form.email)
      yield* InitialPassword.check(form.password, "", username, policy)
      if (policy.registration.askRegistry) {
        const verdict = yield* (yield* EnterpriseRegistry)
          .check({ enterprise: registered })
          .pipe(Effect.mapError(verifierUnavailable))
        yield* RegistryMatch.judgeSave(verdict)
      }
      const passwordHash = yield* (yield* PasswordHasher)
        .hash(Redacted.make(form.password.normalize("NFKC")))
        .pipe(Effect.mapError(verifierUnavailable))
      const id = yield* newAccountId
      return {
        changes: [
          {
            before: undefined,
            events: [
              {
                _tag: "AdministratorRegistered",
                id,
                username,
                enterprise: registered,
                holder: identity,
                mobile: number,
                email: address,
                passwordHash
              } as const
            ]
          }
        ],
        result: () => ({ account: username, id, role: "administrator" as const })
      }
    })
})
