import { type BankCode, banks as known, Unavailable } from "@single-window/core"
import * as Config from "effect/Config"
import * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import { secretInFile, textOfFile } from "../outbound/files.js"
import type { BankConnection, BankUkeyOptions } from "./BankUkeyOptions.js"
import { banks } from "./banks/index.js"

/** One bank as a deployment writes it down: keys are named by their files. */
export interface BankFiles {
  readonly code: BankCode
  readonly address: string
  /** Our key for this bank, which its owner alone may read. */
  readonly signingKeyFile: string
  /** The bank's own keys: while two overlap, either counts. */
  readonly keys: ReadonlyArray<{
    readonly file: string
    readonly from?: string | undefined
    readonly until?: string | undefined
  }>
  /** What the bank wants in every request besides, such as the number by which it knows us. */
  readonly constants?: Readonly<Record<string, string>> | undefined
}

export interface BankUkeyFiles
  extends Pick<BankUkeyOptions, "hosts" | "notifyUrl" | "returnUrl" | "answerValid" | "skew"> {
  readonly banks: ReadonlyArray<BankFiles>
}

const connection = (files: BankFiles): Effect.Effect<BankConnection, Unavailable> =>
  Effect.gen(function* () {
    const protocol = banks.find(({ code }) => code === files.code)
    if (protocol === undefined)
      return yield* Effect.fail(
        new Unavailable({ port: "bank-ukey", detail: `no protocol for the bank ${files.code}` })
      )
    const keys = yield* Effect.forEach(files.keys, ({ file, from, until }) =>
      Effect.map(textOfFile("bank-ukey", file), (pem) => ({
        pem,
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until })
      }))
    )
    const { request } = protocol
    const constants = [...request.constants, ...Object.entries(files.constants ?? {})]
    return {
      bank: { ...protocol, address: files.address, keys, request: { ...request, constants } },
      signingKey: yield* secretInFile("bank-ukey", files.signingKeyFile)
    }
  })

export const fromFiles = ({ banks, ...options }: BankUkeyFiles): Effect.Effect<BankUkeyOptions, Unavailable> =>
  Effect.map(Effect.forEach(banks, connection), (connections) => ({ ...options, banks: connections }))

const optional = (name: string) => Config.map(Config.option(Config.nonEmptyString(name)), Option.getOrUndefined)
const list = (name: string) => Config.array(Config.nonEmptyString(), name)

const bankOf = (code: BankCode): Config.Config<BankFiles> =>
  Config.all({
    code: Config.succeed(code),
    address: Config.nonEmptyString(`BANK_UKEY_${code}_ADDRESS`),
    signingKeyFile: Config.nonEmptyString(`BANK_UKEY_${code}_SIGNING_KEY_FILE`),
    keys: Config.map(list(`BANK_UKEY_${code}_KEY_FILES`), (files) => files.map((file) => ({ file })))
  })

const codes = Config.mapOrFail(list("BANK_UKEY_BANKS"), (given) =>
  Either.all(
    given.map((code) => {
      const bank = known.find((one) => one.code === code)
      return bank === undefined
        ? Either.left(
            ConfigError.InvalidData(
              ["BANK_UKEY_BANKS"],
              `no bank ${code}; there are ${known.map((one) => one.code).join(", ")}`
            )
          )
        : Either.right(bank.code)
    })
  )
)

/**
 * `BANK_UKEY_BANKS` (codes with commas between), `BANK_UKEY_HOSTS`, `BANK_UKEY_RETURN_URL`, `BANK_UKEY_NOTIFY_URL`, and for each
 * bank, here CCB, `BANK_UKEY_CCB_ADDRESS`, `_SIGNING_KEY_FILE` and `_KEY_FILES`.
 */
export const fromEnvironment: Effect.Effect<BankUkeyFiles, ConfigError.ConfigError> = Effect.gen(function* () {
  const banks = yield* Effect.flatMap(codes, (all) => Effect.forEach(all, bankOf))
  return {
    banks,
    hosts: yield* list("BANK_UKEY_HOSTS"),
    returnUrl: yield* Config.nonEmptyString("BANK_UKEY_RETURN_URL"),
    notifyUrl: yield* optional("BANK_UKEY_NOTIFY_URL")
  }
})
