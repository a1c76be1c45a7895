export { type AccountView, accountView } from "./accountView.js"
export { type QueryInputOf, type QueryName, type QueryResultOf, queries, queryNames } from "./registry.js"
