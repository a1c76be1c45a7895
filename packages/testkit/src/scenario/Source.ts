import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  YAMLParseError
} from "yaml"
import type { Problem } from "./ScenarioInvalid.js"

export type Path = ReadonlyArray<PropertyKey>

/** A file's data, and where each part of it stands. */
export interface Source {
  readonly data: unknown
  readonly errors: ReadonlyArray<Problem>
  /** Where a value begins, or the nearest thing around it that is there; with `key`, where its name stands. */
  readonly place: (path: Path, at?: "value" | "key") => { readonly line: number; readonly column: number }
  /** A value as it is written, where a number would not keep every digit. */
  readonly written: (path: Path) => string | undefined
}

const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key))

/** Follows the path as far as it goes. */
const follow = (root: Node | null, path: Path, at: "value" | "key"): Node | null => {
  let node = root
  for (const [index, part] of path.entries()) {
    let next: Node | null | undefined
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyText(key) === String(part))
      const wanted = at === "key" && index === path.length - 1 ? pair?.key : (pair?.value ?? pair?.key)
      next = isNode(wanted) ? wanted : undefined
    } else if (isSeq(node)) {
      const item = node.items[Number(part)]
      next = isNode(item) ? item : undefined
    }
    if (next === undefined || next === null) return node
    node = next
  }
  return node
}

/** Where the first alias stands whose anchor is not there. */
const danglingAlias = (document: Document): number => {
  let offset = 0
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined
      offset = alias.range?.[0] ?? 0
      return visit.BREAK
    }
  })
  return offset
}

/** A text nested so deep that the parser runs out of stack is a wrong file like any other. */
const parsed = (text: string, lineCounter: LineCounter) => {
  const options = { lineCounter, prettyErrors: false, uniqueKeys: true, version: "1.2" } as const
  try {
    return parseDocument(text, options)
  } catch (error) {
    const empty = parseDocument("", options)
    empty.errors.push(new YAMLParseError([0, 0], "IMPOSSIBLE", `cannot be read: ${String((error as Error).message)}`))
    return empty
  }
}

/** Reads YAML, and so JSON as well, which is a part of it. */
export const readSource = (text: string): Source => {
  const lineCounter = new LineCounter()
  const document = parsed(text, lineCounter)
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const syntax = (what: string, offset: number): Problem => ({ ...at(offset), path: "", kind: "syntax", what })
  const errors = [...document.errors, ...document.warnings].map((error) => syntax(error.message, error.pos[0]))
  let data: unknown
  try {
    if (errors.length === 0) data = document.toJS({ maxAliasCount: 1000 })
  } catch (error) {
    // An alias of nothing, or aliases that unfold into too much: seen only when the values are put together.
    errors.push(syntax(String((error as Error).message), danglingAlias(document)))
  }
  return {
    data,
    errors,
    place: (path, what = "value") => at(follow(document.contents, path, what)?.range?.[0] ?? 0),
    written: (path) => {
      const node = follow(document.contents, path, "value")
      return isScalar(node) ? node.source : undefined
    }
  }
}
