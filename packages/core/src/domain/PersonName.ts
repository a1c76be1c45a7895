import { checkPersonName } from "../identifiers/personName.js"
import { checkedText } from "./checkedText.js"

/** 姓名: as written on the document; compare with `personNameKey`, since NFC may not touch what is stored. */
export const PersonName = checkedText({
  brand: "PersonName",
  description: "姓名 a person's name as on the document: ideographs or Latin letters, checked by UTS 39",
  check: checkPersonName,
  kept: ({ facts }) => facts.written
})
export type PersonName = typeof PersonName.Type
