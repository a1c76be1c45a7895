import type { Language } from "@single-window/core"
import { languages } from "../text/Words.js"

const asked = (argv: ReadonlyArray<string>): string | undefined => {
  const end = argv.indexOf("--")
  const options = end < 0 ? argv : argv.slice(0, end)
  const at = options.indexOf("--lang")
  return at < 0 ? options.find((word) => word.startsWith("--lang="))?.slice("--lang=".length) : options[at + 1]
}

/** `--lang`, else the language of the locale, else Chinese; before anything else is read, so that mistakes are said in it too. */
export const languageOf = (
  argv: ReadonlyArray<string>,
  environment: Readonly<Record<string, string | undefined>>
): Language => {
  const wanted = asked(argv)
  const known = languages.find((language) => language === wanted)
  if (known !== undefined) return known
  // The order of POSIX: the first that is set decides, even when it is C.
  const locale = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(
    (value) => value !== undefined && value !== ""
  )
  return /^en(?![a-z])/i.test(locale ?? "") ? "en" : "zh"
}
