// SM2 verification: 10,000 signatures made by another implementation are accepted, 10,000 with one bit changed refused, and
// how fast that is beside node:crypto alone on the same bytes. Run after a build: node benchmarks/sm2.mjs [count]
import { createVerify, randomBytes, randomInt } from "node:crypto"
import { createRequire } from "node:module"

const from = createRequire(new URL("../packages/adapters/package.json", import.meta.url))
const { sm2 } = from("sm-crypto-v2")
const { fromPoint, rawToDer, verify } = await import("../packages/adapters/dist/sm2/index.js")

const count = Number(process.argv[2] ?? 10_000)
const pair = sm2.generateKeyPairHex()
const key = fromPoint(Buffer.from(pair.publicKey, "hex")).value

const signed = Array.from({ length: count }, () => {
  const message = randomBytes(randomInt(1, 200))
  const options = { der: false, hash: true, publicKey: pair.publicKey }
  const raw = Buffer.from(sm2.doSignature(new Uint8Array(message), pair.privateKey, options), "hex")
  return { message, der: rawToDer(raw).value, raw }
})

const flip = (bytes) => {
  const copy = Buffer.from(bytes)
  const bit = randomInt(copy.length * 8)
  copy[bit >> 3] ^= 1 << (bit & 7)
  return copy
}
const altered = signed.map((one, index) =>
  index % 2 === 0 ? { ...one, message: flip(one.message) } : { ...one, raw: flip(one.raw), der: flip(one.der) }
)

const timed = (work) => {
  // Processor time, not the clock: what one core does, whoever else is on the machine.
  const start = process.cpuUsage()
  const passed = work()
  const { system, user } = process.cpuUsage(start)
  return { passed, perSecond: Math.round(count / ((system + user) / 1e6)) }
}
const counted = (all, one) => all.reduce((passed, item) => passed + (one(item) ? 1 : 0), 0)
const ours = (all, form) => timed(() => counted(all, (item) => verify(key, item.message, item[form])))

const prepared = signed.map(({ message, der }) => ({ der, bytes: Buffer.concat([key.identity, message]) }))
const native = () =>
  timed(() => counted(prepared, ({ bytes, der }) => createVerify("sm3").update(bytes).verify(key.key, der)))

native()
const rows = { "accepted, DER": ours(signed, "der"), "accepted, r and s": ours(signed, "raw"), native: native() }
const refused = { "one bit changed, DER": ours(altered, "der"), "one bit changed, r and s": ours(altered, "raw") }
console.table({ ...rows, ...refused })
console.log(`ours / native: ${(rows["accepted, DER"].perSecond / rows.native.perSecond).toFixed(2)}`)
const right =
  rows["accepted, DER"].passed === count &&
  rows["accepted, r and s"].passed === count &&
  Object.values(refused).every(({ passed }) => passed === 0)
const fast = rows["accepted, DER"].perSecond >= 1_500
if (!right || !fast) {
  console.error(right ? "slower than 1,500 verifications a second" : "a signature was judged wrongly")
  process.exitCode = 1
}
