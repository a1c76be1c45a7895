import * as Options from "@effect/cli/Options"
import { languages, type Words } from "../text/Words.js"

/** The options that every sub-command takes, before its name or after it. */
export const globalOptions = ({ options }: Words) => ({
  json: Options.boolean("json").pipe(Options.withDescription(options.json)),
  db: Options.text("db").pipe(Options.withDescription(options.db), Options.optional),
  key: Options.text("key").pipe(Options.withDescription(options.key), Options.optional),
  lang: Options.choice("lang", languages).pipe(Options.withDescription(options.lang), Options.optional),
  policy: Options.text("policy").pipe(Options.withDescription(options.policy), Options.optional),
  world: Options.text("world").pipe(Options.withDescription(options.world), Options.optional),
  config: Options.text("config").pipe(Options.withDescription(options.config), Options.optional)
})
