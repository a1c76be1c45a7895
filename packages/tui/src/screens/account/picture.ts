import type { Entry } from "../../text/events/index.js"

export const laneNames = ["journey", "enterprise", "holder", "card"] as const
export type LaneName = (typeof laneNames)[number]
export type Lanes = Readonly<Record<LaneName, string>>

type Marks = Readonly<Record<LaneName, "." | "#" | "x" | "o">>
const nothing: Marks = { journey: ".", enterprise: ".", holder: ".", card: "." }

const begun = new Set(["CertificationStarted", "JourneyReopened"])
const over = new Set([
  "CertificationAbandoned",
  "CertificationRanOut",
  "BankDeclinedRequest",
  "EnterpriseFoundNotVerifiable"
])

/** How the account stood after one event more. */
const after = (marks: Marks, { event, details }: Pick<Entry, "event" | "details">): Marks => {
  if (begun.has(event)) return { ...marks, journey: "o" }
  if (over.has(event)) return { ...marks, journey: "." }
  switch (event) {
    case "CertificationGranted":
      // Whatever stood before stands on: either way both facets hold now.
      return { ...marks, journey: ".", enterprise: "#", holder: "#" }
    case "CertificationVoided": {
      const facets = Array.isArray(details.facets) ? details.facets : []
      return {
        ...marks,
        enterprise: facets.includes("enterprise") ? "x" : marks.enterprise,
        holder: facets.includes("holder") ? "x" : marks.holder
      }
    }
    case "CardBound":
      return { ...marks, card: "#" }
    case "CardUnbound":
      return { ...marks, card: "." }
    case "CardBindingVoided":
      return { ...marks, card: "x" }
    default:
      return marks
  }
}

/** An account's journal as a picture: a column for each event, oldest first, as many of the newest as there are columns. */
export const lanes = (history: ReadonlyArray<Pick<Entry, "event" | "details">>, columns: number): Lanes => {
  const columnsOf: Array<Marks> = []
  let marks = nothing
  for (const entry of history) {
    marks = after(marks, entry)
    columnsOf.push(marks)
  }
  const newest = columnsOf.slice(-columns)
  const lane = (name: LaneName) => newest.map((one) => one[name]).join("")
  return { journey: lane("journey"), enterprise: lane("enterprise"), holder: lane("holder"), card: lane("card") }
}
