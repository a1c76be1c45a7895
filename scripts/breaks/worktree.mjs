// A copy of the working tree under the system's temporary folder, whose packages see each other and not the originals.
import { execFileSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative, sep } from "node:path"
import { fileURLToPath } from "node:url"

const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)))

/** What a package of ours depends on is linked to where it is; our own packages to their copies. */
const link = (from, to) => {
  const target = realpathSync(from)
  const inside = relative(root, target)
  const isOurs = inside.startsWith(`packages${sep}`) && !inside.includes("node_modules")
  symlinkSync(isOurs ? join(to.root, inside) : target, to.path)
}

const linkModules = (copy, folder) => {
  const from = join(root, folder, "node_modules")
  if (!existsSync(from)) return
  const to = join(copy, folder, "node_modules")
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    if (name.startsWith(".")) continue
    if (!name.startsWith("@")) {
      link(join(from, name), { root: copy, path: join(to, name) })
      continue
    }
    mkdirSync(join(to, name))
    for (const part of readdirSync(join(from, name))) {
      link(join(from, name, part), { root: copy, path: join(to, name, part) })
    }
  }
}

/** Makes the copy and says where it is, and how to take it away. */
export const worktree = () => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "single-window-breaks-")))
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26
  })
  for (const file of listed.split("\0").filter((name) => name !== "" && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(root, file), join(copy, file))
  }
  const packages = readdirSync(join(root, "packages")).map((name) => join("packages", name))
  for (const folder of [".", ...packages]) linkModules(copy, folder)
  return { folder: copy, remove: () => rmSync(copy, { recursive: true, force: true }) }
}
