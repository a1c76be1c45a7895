// One way of breaking a rule or a decision on purpose: a change of the text of one file.
const made =
  (file, tests) =>
  ([says, from, to]) => ({ file, tests, says, from, to })

/** Breaks of core's rules/MODULE: the rule's own properties must notice. */
export const ofRule = (module, list) => list.map(made(`rules/${module}`, [`core/test/rules/${module}`]))

/** Breaks of any other MODULE of core. */
export const ofCore = (module, tests, list) => list.map(made(module, tests))

/** Breaks of core's flows/MODULE, with the files whose properties must notice. */
export const ofFlow = (module, tests, list) => ofCore(`flows/${module}`, tests, list)
