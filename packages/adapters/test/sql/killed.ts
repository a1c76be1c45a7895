import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { Ledger, type StoreUnavailable } from "@single-window/core"
import { Chunk, Effect, type Layer, Stream } from "effect"
import { expect } from "vitest"

const script = fileURLToPath(new URL("processes/write.mjs", import.meta.url))

/** What a writer says until it is killed, some time after its first word. */
const lines = async (child: ChildProcess, after: number) => {
  let text = ""
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    if (text === "") setTimeout(() => child.kill("SIGKILL"), after)
    text += chunk
  })
  await once(child, "close")
  // The last line may be cut; what it would have said was not said.
  return text.split("\n").slice(0, -1)
}

/** Starts writers of six fibers each, kills them at any moment, and gives what they said was committed. */
export const killed = async (place: string, name: string, writers: number): Promise<ReadonlyArray<string>> => {
  const said = await Promise.all(
    Array.from({ length: writers }, (_, writer) => {
      const args = [script, place, `${name}-${writer}`, "6", "1000000"]
      return lines(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] }), Math.random() * 200)
    })
  )
  return said.flat().map((line) => {
    const [tag, stream = ""] = line.split(" ")
    expect(tag).toBe("Committed")
    return stream
  })
}

/** Every acknowledged commit is there, and every commit that is there is whole. */
export const wholeAndThere = (acknowledged: ReadonlySet<string>, ledger: Layer.Layer<Ledger, StoreUnavailable>) =>
  Effect.gen(function* () {
    const { claims, heads, journal } = yield* Ledger
    const sorted = <A>(all: Stream.Stream<A, StoreUnavailable>, nameOf: (one: A) => string) =>
      Effect.map(Stream.runCollect(all), (found) => Chunk.toReadonlyArray(found).map(nameOf).sort())
    const kept = yield* sorted(heads, ({ stream }) => stream)
    const there = new Set(kept)
    expect([...acknowledged].filter((stream) => !there.has(stream))).toEqual([])
    expect(yield* sorted(claims, ({ owner }) => owner)).toEqual(kept)
    expect(yield* sorted(journal(0), ({ stream }) => stream)).toEqual(kept)
  }).pipe(Effect.provide(ledger))
