import type { HealthWords } from "./zhCN.js"

export const en: HealthWords = {
  title: "Health",
  columns: ["Check", "Status", "What was found"],
  names: {
    node: "Node.js",
    store: "store",
    key: "key",
    policy: "policy",
    password: "password hash",
    configuration: "configuration",
    registry: "registry",
    "id-card": "ID card (CTID)",
    "bank-card": "bank card",
    sms: "text messages",
    "bank-ukey": "bank UKEY",
    "card-control": "card control",
    "card-reader": "card reader"
  },
  badges: { ok: "ok", warning: "[note]", failed: "[failed]", "not-configured": "[not set up]" },
  probe: "check again",
  probing: "checking; keys go on working, Esc stops it",
  checked: (at) => `checked at ${at}; lines, certificates, clocks only; no person`,
  sum: (failed, warned) => `${failed} failed, ${warned} to note`,
  selected: "Selected",
  none: "nothing yet"
}
