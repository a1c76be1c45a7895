import type { RulesWords } from "./zhCN.js"

export const en: RulesWords = {
  title: "Rules",
  columns: ["Id", "Section", "Rule"],
  basis: { manual: "said by the manual", assumed: "not said by the manual; this is our reading" },
  filter: "Filter",
  refilter: "filter (id, section, words)",
  apply: "find",
  count: (found, all) => `${found}/${all} found`,
  none: "no such rule",
  where: (place) => `enforced in ${place}`,
  outside: (why) => `outside of software: ${why}`
}
