import type { FunnelWords } from "./zhCN.js"

export const en: FunnelWords = {
  title: "Funnel",
  funnel: "Certification funnel",
  steps: {
    all: "all accounts",
    complete: "information there",
    begun: "under way, certified or void",
    certified: "certified"
  },
  levels: "Security levels",
  stuck: "Not certified: what is in the way (an account can have several)",
  reasons: {
    "no-enterprise": "enterprise missing",
    "no-holder": "name or document missing",
    locked: "locked",
    initial: "initial password",
    voided: "certification void",
    "under-way": "under way",
    "not-begun": "complete, not begun"
  },
  stuckAt: "Under way: at which step",
  methods: "Certified: by which method (an account can have several)",
  counting: (done) => `${done} accounts counted so far; Esc stops it`,
  counted: (done, at) => `${done} accounts not deleted, counted at ${at}`,
  stopped: (done) => `stopped at ${done}; the numbers are not whole; r counts again`,
  again: "count again",
  percent: (share) => `${share}%`
}
