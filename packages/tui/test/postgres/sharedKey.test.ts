import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { folder, sample, singleWindow } from "../cli/single-window.js"
import { database } from "./place.js"

const { path: here, remove } = folder()
afterAll(remove)

it("a demonstration on a database of the same name takes no key away that another store is sealed with", async () => {
  const [real, made] = [await database("kept_x"), await database("kept$x")]
  const at = { cwd: here }
  expect(await singleWindow(["import", sample, "--db", real], at)).toMatchObject({ status: 0 })
  // Written as one name, like those of two servers that call their databases the same.
  const file = join(here, `single-window-kept_x_${process.pid}.key`)
  const key = readFileSync(file, "utf8")
  for (const time of ["first", "second"]) {
    expect(await singleWindow(["demo", "--json", "--db", made], at), time).toMatchObject({ status: 0 })
    expect(readFileSync(file, "utf8"), time).toBe(key)
  }
}, 60_000)
