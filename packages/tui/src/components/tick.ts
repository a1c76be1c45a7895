import { fitted, type Span, span } from "../terminal/Row.js"

/** Whether something holds, as a shape and not by colour alone: a cross would look ticked to some. */
export const tick = (holds: boolean): Span => span(holds ? "[v]" : "[!]", holds ? "good" : "warn")

/** What follows stands in one column. */
const WIDEST = 9

/** Whether a demand is met, in a word. */
export const met = (holds: boolean, words: { readonly met: string; readonly notMet: string }): Span =>
  span(fitted(`[${holds ? words.met : words.notMet}]`, WIDEST), holds ? "good" : "warn")
