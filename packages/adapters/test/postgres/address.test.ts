import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { addressOf } from "../../src/postgres/address.js"

const read = (address: string) => addressOf(address, 1000)
const right = (address: string) => Either.getOrThrow(read(address))

describe("an address of PostgreSQL", () => {
  it("in which a stroke cuts the password in two is refused, and the rest of it is in no message", () => {
    for (const address of [
      "postgres://sw:2024/hunter2secret@db.example/sw",
      "postgres://sw:2024/hunter2secret",
      "postgres://sw:1/hunter2/secret@db.example/sw?sslmode=require"
    ]) {
      const said = Either.match(read(address), { onLeft: ({ reason }) => reason, onRight: ({ shown }) => shown })
      expect(said, address).not.toContain("hunter2/secret@")
      if (address.includes("@")) expect(said).not.toContain("hunter2")
    }
    expect(right("postgres://sw:2024%2Fhunter2secret@db.example/sw").shown).toBe("postgres://sw@db.example/sw")
  })

  it("of another machine says nothing of TLS by a parameter that is empty, so that TLS stays on", () => {
    for (const end of ["", "?sslmode=", "?ssl=&sslmode=", "?sslrootcert="])
      expect(right(`postgres://sw@db.example/sw${end}`), end).toMatchObject({ saysTls: false, local: false })
    expect(right("postgres://sw@db.example/sw?sslmode=disable").saysTls).toBe(true)
  })

  it("keeps a plus sign in a password, and gives the settings without one", () => {
    const { url } = right("postgres://sw:a+b@db.example/sw?application_name=x+y")
    expect(url).toContain("sw:a+b@")
    expect(url.split("?")[1]).not.toContain("+")
  })
})
