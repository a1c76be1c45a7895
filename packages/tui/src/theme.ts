import { styleText } from "node:util"
import type { Row, Tone } from "./terminal/Row.js"

/** How a tone is drawn: the terminal's own sixteen colours only, so that both light and dark ones stay readable. */
export type Style = ReadonlyArray<"bold" | "inverse" | "blue" | "yellow" | "cyan" | "magenta">

export type Theme = Readonly<Record<Tone, Style>>

export const themes = {
  colour: {
    plain: [],
    strong: ["bold"],
    focus: ["inverse"],
    good: ["blue", "bold"],
    warn: ["yellow", "bold"],
    bad: ["magenta", "bold"],
    accent: ["cyan"]
  },
  contrast: {
    plain: [],
    strong: ["bold"],
    focus: ["inverse"],
    good: ["bold"],
    warn: ["bold"],
    bad: ["bold", "inverse"],
    accent: ["bold"]
  },
  none: { plain: [], strong: [], focus: ["inverse"], good: [], warn: [], bad: [], accent: [] }
} as const satisfies Readonly<Record<string, Theme>>

export type ThemeName = keyof typeof themes

export const nextTheme: Readonly<Record<ThemeName, ThemeName>> = {
  colour: "contrast",
  contrast: "none",
  none: "colour"
}

/** A line as the terminal is told to draw it. */
export const drawn = (line: Row, theme: ThemeName): string =>
  line.map(({ text, tone = "plain" }) => styleText([...themes[theme][tone]], text)).join("")
