import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { World } from "@single-window/testkit"
import * as Either from "effect/Either"

const beside = (name: string): string => fileURLToPath(new URL(`../../demo/${name}`, import.meta.url))

/** The sample file of migrated accounts that the demonstration works through. */
export const sampleFile = beside("migrated-accounts.csv")

/** What the outside has on record about the sample's people and enterprises. */
export const demoWorld = (): World.World =>
  Either.getOrThrow(World.decode(JSON.parse(readFileSync(beside("demo-world.json"), "utf8"))))

/** A world that somebody wrote, or the first thing in it that cannot be. */
export const worldOf = (data: unknown): Either.Either<World.World, World.WorldInvalid> => World.decode(data)
