export { type AccountView, accountView } from "./accountView.js"
export { explain, type Finding, type FindingCode } from "./Explain.js"
export { type InHand, type Plan, type PlannedStep, planTo, type Way } from "./PlanTo.js"
export { type QueryInputOf, type QueryName, type QueryResultOf, queries, queryNames } from "./registry.js"
