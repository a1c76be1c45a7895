import { readdirSync, readFileSync } from "node:fs"
import ts from "typescript-api"

/** One import of a source file. */
export interface Import {
  readonly from: string
  /** Nothing of it is there when the program runs. */
  readonly typeOnly: boolean
}

export interface Source {
  /** Below `packages`, such as `core/src/rules/Rule.ts`. */
  readonly path: string
  readonly imports: ReadonlyArray<Import>
  /** Names of the outside world that the code uses: `Date.now`, `process`, … */
  readonly reaches: ReadonlyArray<string>
}

const outside = new Set([
  ...["Buffer", "console", "crypto", "fetch", "globalThis", "localStorage", "navigator", "performance", "process"],
  ...["require", "queueMicrotask", "setImmediate", "setInterval", "setTimeout", "XMLHttpRequest"]
])
const outsideMembers = new Set(["Date.now", "Math.random"])

const isTypeOnly = (clause: ts.ImportClause | undefined): boolean => {
  if (clause === undefined) return false
  if (clause.isTypeOnly) return true
  const named = clause.namedBindings
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every(({ isTypeOnly }) => isTypeOnly)
  )
}

const importOf = (node: ts.Node): Import | undefined => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { from: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause) }
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    return { from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly }
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [target] = node.arguments
    return { from: target !== undefined && ts.isStringLiteral(target) ? target.text : "?", typeOnly: false }
  }
  return undefined
}

/** A name that stands for a value here, not a member's name, a key or a type. */
const isUse = (node: ts.Identifier): boolean => {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  return !(
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isTypeReferenceNode(parent)
  )
}

const reachOf = (node: ts.Node): string | undefined => {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "Date") return "new Date"
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const member = `${node.expression.text}.${node.name.text}`
    if (outsideMembers.has(member)) return member
  }
  return ts.isIdentifier(node) && outside.has(node.text) && isUse(node) ? node.text : undefined
}

/** What a source file imports and which names of the outside world it uses. */
export const read = (path: string, text: string): Source => {
  const imports: Array<Import> = []
  const reaches: Array<string> = []
  const visit = (node: ts.Node): void => {
    const found = importOf(node)
    if (found !== undefined) imports.push(found)
    const reach = reachOf(node)
    if (reach !== undefined) reaches.push(reach)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true))
  return { path, imports, reaches }
}

const packages = new URL("../../", import.meta.url)

/** Every source file of the four packages. */
export const sources = (): ReadonlyArray<Source> =>
  ["core", "testkit", "adapters", "tui"].flatMap((name) =>
    readdirSync(new URL(`${name}/src/`, packages), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${name}/src/${file.replaceAll("\\", "/")}`)
      .map((path) => read(path, readFileSync(new URL(path, packages), "utf8")))
  )
