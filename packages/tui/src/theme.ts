import type { Tone } from "./terminal/Row.js"

/** How a tone is drawn: the terminal's own sixteen colours only, so that both light and dark ones stay readable. */
export interface Style {
  readonly bold?: boolean
  readonly inverse?: boolean
  readonly color?: "blue" | "yellow" | "cyan" | "magenta"
}

export type Theme = Readonly<Record<Tone, Style>>

export const themes = {
  colour: {
    plain: {},
    strong: { bold: true },
    focus: { inverse: true },
    good: { color: "blue", bold: true },
    warn: { color: "yellow", bold: true },
    bad: { color: "magenta", bold: true },
    accent: { color: "cyan" }
  },
  contrast: {
    plain: {},
    strong: { bold: true },
    focus: { inverse: true },
    good: { bold: true },
    warn: { bold: true },
    bad: { bold: true, inverse: true },
    accent: { bold: true }
  },
  none: { plain: {}, strong: {}, focus: { inverse: true }, good: {}, warn: {}, bad: {}, accent: {} }
} as const satisfies Readonly<Record<string, Theme>>

export type ThemeName = keyof typeof themes

export const nextTheme: Readonly<Record<ThemeName, ThemeName>> = {
  colour: "contrast",
  contrast: "none",
  none: "colour"
}
