import type { HolderWords } from "./zhCN.js"

export const en: HolderWords = {
  title: "Edit the identity",
  now: "Now",
  keep: "What stays empty is kept. Numbers are shown masked.",
  effect: "A change of identity voids certification and card binding",
  save: "Save",
  undoOne: "undo one",
  undoAll: "undo all",
  nothing: "Nothing is changed",
  unsaved: (count) => `${count} changes not saved`,
  working: "Working, one moment",
  preview: {
    title: "Before saving",
    changes: (fields) => `To be changed: ${fields}`,
    nothing: "The same as now, so nothing is saved",
    voids: "Void after saving, to be done again:",
    voidsNothing: "No certification and no card binding becomes void",
    code: "A code that was sent becomes void",
    asks: "On saving, CTID is asked about the ID card; once that is saved, certification and card binding are void",
    unique: "Whether another account of the enterprise has this document is checked on saving",
    back: "Go on editing",
    save: "Save"
  },
  fields: {
    name: "name",
    documentType: "document type",
    documentNumber: "document number",
    validFrom: "valid from",
    validTo: "valid to"
  },
  voided: {
    "enterprise-certification": "certification of the enterprise",
    "holder-certification": "certification of the holder",
    "card-binding": "the card binding"
  },
  saved: {
    title: "The identity is saved",
    changed: (fields) => `Changed: ${fields}`,
    voided: (what) => `Void now: ${what}`,
    again: "Certification or card binding must be done again",
    nothingVoided: "No certification and no card binding became void",
    done: "Done"
  }
}
