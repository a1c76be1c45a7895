/** What came from the keyboard: a key with a name, text as typed or committed by an input method, or a paste. */
export type KeyPress =
  | { readonly type: "key"; readonly name: string }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "paste"; readonly text: string }

const ESC = "\u001b"
const INTERRUPT = "\u0003"
const PASTE_BEGINS = `${ESC}[200~`
const PASTE_ENDS = `${ESC}[201~`

const byFinal: Readonly<Record<string, string>> = {
  A: "Up",
  B: "Down",
  C: "Right",
  D: "Left",
  F: "End",
  H: "Home",
  P: "F1",
  Q: "F2",
  R: "F3",
  S: "F4",
  Z: "Shift-Tab"
}

const byNumber: Readonly<Record<string, string>> = {
  1: "Home",
  2: "Insert",
  3: "Delete",
  4: "End",
  5: "PgUp",
  6: "PgDn",
  7: "Home",
  8: "End",
  11: "F1",
  12: "F2",
  13: "F3",
  14: "F4",
  15: "F5",
  17: "F6",
  18: "F7",
  19: "F8",
  20: "F9",
  21: "F10",
  23: "F11",
  24: "F12"
}

const byControl: Readonly<Record<string, string>> = {
  "\r": "Enter",
  "\n": "Enter",
  "\t": "Tab",
  "\b": "Backspace",
  "\u007f": "Backspace"
}

/** The Linux console's own way of F1 to F5. */
const consoleFunction = /^\[\[([A-E])/
const sequence = /^(?:\[([0-9;?<=>]*)([ -/]*)([@-~])|O([ -~]))/

const isControl = (code: number): boolean => code < 0x20 || code === 0x7f

const modified = (name: string, modifier: string | undefined): string => {
  const bits = Number(modifier ?? "1") - 1
  return `${(bits & 4) !== 0 ? "Ctrl-" : ""}${(bits & 2) !== 0 ? "Alt-" : ""}${(bits & 1) !== 0 ? "Shift-" : ""}${name}`
}

interface Read {
  readonly key?: KeyPress
  readonly length: number
}

/** One escape sequence at the start of a text; undefined while more of it has to come. */
const escape = (text: string, ended: boolean): Read | undefined => {
  const rest = text.slice(1)
  if (rest === "") return ended ? { key: { type: "key", name: "Esc" }, length: 1 } : undefined
  const console = consoleFunction.exec(rest)
  if (console !== null) {
    return { key: { type: "key", name: `F${(console[1] ?? "A").charCodeAt(0) - 64}` }, length: 1 + console[0].length }
  }
  if (!ended && rest === "[[") return undefined
  const found = sequence.exec(rest)
  if (found === null) {
    if (!ended && /^(?:\[[0-9;?<=>[]*|O)$/.test(rest)) return undefined
    return { key: { type: "key", name: "Esc" }, length: 1 }
  }
  const [whole, parameters = "", , final = "", ss3] = found
  const [first = "", second] = parameters.split(";")
  const name = ss3 !== undefined ? byFinal[ss3] : final === "~" ? byNumber[first] : byFinal[final]
  return {
    ...(name === undefined ? {} : { key: { type: "key" as const, name: modified(name, second) } }),
    length: 1 + whole.length
  }
}

/** Pasted without being marked: a line break between texts, all in one piece. */
const unmarkedPaste = /^[^\p{Cc}]+(?:[\r\n]+[^\p{Cc}]+)+[\r\n]*/u

/** Text up to the next control; a line break with text after it in one piece can only have been pasted. */
const plain = (text: string): Read => {
  let end = 0
  while (end < text.length && !isControl(text.charCodeAt(end))) end++
  const pasted = unmarkedPaste.exec(text)
  if (pasted !== null) return { key: { type: "paste", text: pasted[0] }, length: pasted[0].length }
  return { key: { type: "text", text: text.slice(0, end) }, length: end }
}

/** More than a person types between two looks at the keyboard. */
const BURST = 256
const sequences = new RegExp(`${ESC}(?:\\[[0-9;?<=>]*[ -/]*[@-~]|O[ -~])`, "g")

/** More than fingers type between two looks, and then a line break; an input method hands over a word at once, and Enter comes later. */
const FINGERS = 4
const fingers = (text: string): number => {
  let count = 0
  for (const character of text) if (!isControl(character.codePointAt(0) ?? 0)) count += character <= "\u007e" ? 1 : 3
  return count
}

/** Pasted without being marked: so much at once, or a line break with it, and it is not a key held down that moves. */
const isBurst = (text: string): boolean => {
  if (text.includes(PASTE_BEGINS)) return false
  const typed = text.replace(sequences, "")
  return typed.length >= BURST || (/[\r\n]/.test(typed) && fingers(typed) > FINGERS)
}

/** Text that came at once and may be the first piece of a paste: the line break is in the next one. */
const mayGoOn = (piece: string): boolean => !piece.includes(ESC) && fingers(piece) > FINGERS

/** Nothing to write in it: keys, unless it is a piece of a paste. */
export const isOfKeysOnly = (piece: string): boolean => fingers(piece.replace(sequences, "")) === 0

/** A line break alone: the key, unless it is a piece of a paste. */
const isEnter = (text: string): boolean => text === "\r" || text === "\n"

/** Keys are commands here, and so many different ones at once are a text that somebody pasted or an input method handed over. */
export const isTextOfNoKeys = (text: string): boolean => fingers(text) > FINGERS && new Set(text).size > 1

const control = (character: string): KeyPress | undefined => {
  const name = byControl[character]
  if (name !== undefined) return { type: "key", name }
  const code = character.charCodeAt(0)
  return code >= 1 && code <= 26 ? { type: "key", name: `Ctrl-${String.fromCharCode(code + 96)}` } : undefined
}

/** The first part of the mark of an end, where a piece breaks it off. */
const brokenEnd = new RegExp(`${ESC}(?:\\[(?:2(?:01?)?)?)?$`)

export interface KeyParser {
  /** The keys in a piece of input; what is not whole yet waits for the next piece. */
  readonly push: (piece: string) => ReadonlyArray<KeyPress>
  /** Nothing more has come: a lone escape was the key of that name. */
  readonly flush: () => ReadonlyArray<KeyPress>
  readonly waits: () => boolean
  /** A paste that nothing marks the end of is coming in. */
  readonly bursts: () => boolean
  /** What came last may go on: the next piece is a part of it when it comes before the pause that `flush` tells of. */
  readonly open: () => boolean
}

/** Reads what a terminal sends (ECMA-48, xterm), pieces of it being cut anywhere. */
export const keyParser = (): KeyParser => {
  let pending = ""
  let pasting: string | undefined
  let burst = ""
  let open = false
  let before = ""

  const read = (ended: boolean, piece = ""): ReadonlyArray<KeyPress> => {
    const keys: Array<KeyPress> = []
    while (pending !== "") {
      if (pasting !== undefined) {
        const end = pending.indexOf(PASTE_ENDS)
        if (end < 0) {
          // The end of a paste may itself be cut.
          const keep = ended ? 0 : Math.min(pending.length, PASTE_ENDS.length - 1)
          pasting += pending.slice(0, pending.length - keep)
          pending = pending.slice(pending.length - keep)
          break
        }
        const rest = pending.slice(end + PASTE_ENDS.length)
        const pasted = { type: "paste", text: pasting + pending.slice(0, end) } as const
        pasting = undefined
        pending = rest
        if (rest === "" || !piece.includes(PASTE_ENDS)) {
          keys.push(pasted)
          continue
        }
        // Not every terminal takes such marks out of what it pastes. No finger is as quick as what comes in one piece with an end.
        const goesOn = rest.lastIndexOf(PASTE_BEGINS) > rest.lastIndexOf(PASTE_ENDS)
        pending = goesOn ? "" : (brokenEnd.exec(rest)?.[0] ?? "")
        const behind = rest.slice(0, rest.length - pending.length)
        keys.push({ ...pasted, text: pasted.text + behind.replaceAll(PASTE_BEGINS, "").replaceAll(PASTE_ENDS, "") })
        if (goesOn) pasting = ""
        continue
      }
      if (pending.startsWith(PASTE_BEGINS)) {
        pasting = ""
        pending = pending.slice(PASTE_BEGINS.length)
        continue
      }
      if (pending.startsWith(ESC)) {
        const found = escape(pending, ended)
        if (found === undefined) break
        if (found.key !== undefined) keys.push(found.key)
        pending = pending.slice(found.length)
        continue
      }
      if (isControl(pending.charCodeAt(0))) {
        const key = control(pending.charAt(0))
        if (key !== undefined) keys.push(key)
        pending = pending.slice(1)
        continue
      }
      const { key, length } = plain(pending)
      if (key !== undefined) keys.push(key)
      pending = pending.slice(length)
    }
    return keys
  }

  return {
    push: (piece) => {
      const [last, key] = [before, control(piece)]
      before = piece
      // A paste whose end never comes would swallow every key, unseen: the one that quits, twice and each time alone, gets out of it.
      if (pasting !== undefined && piece === INTERRUPT && last === INTERRUPT && key !== undefined) {
        pasting = undefined
        pending = ""
        return [key, key]
      }
      // A break, a tab or an escape in it is none of the keys of those names, wherever the terminal cuts it.
      const whole = pending + piece
      const goesOn = open && /[\r\n]/.test(piece) && !whole.includes(PASTE_BEGINS)
      if (burst !== "" || (pasting === undefined && (goesOn || isBurst(whole)))) {
        burst += whole
        pending = ""
        open = false
        return []
      }
      open = pasting === undefined && (open || mayGoOn(piece))
      pending = whole
      return read(false, piece)
    },
    flush: () => {
      open = false
      const text = burst
      burst = ""
      if (isEnter(text)) return [{ type: "key", name: "Enter" }]
      return text === "" ? read(true) : [{ type: "paste", text }]
    },
    waits: () => burst !== "" || (pending !== "" && pasting === undefined),
    bursts: () => burst !== "" && !isEnter(burst),
    open: () => open
  }
}
