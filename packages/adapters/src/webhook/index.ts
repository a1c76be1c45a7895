export type { Notice } from "./Notice.js"
export { type OutboxOptions, outbox } from "./outbox.js"
export { publish, publishInTurn, type TurnOptions, type WebhookOptions, WebhookUndelivered } from "./publish.js"
export { type Delivery, type Secret, type VerifyOptions, verify } from "./signature.js"
