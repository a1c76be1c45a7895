import type { BankCardFactors, IdCardElements } from "@single-window/core"
import type * as Wire from "./Wire.js"

export const checkIdNameDate = ({ name, number, validFrom, validTo }: IdCardElements): Wire.CheckIdNameDate => ({
  Name: name,
  IdCard: number,
  ValidityBegin: validFrom,
  ValidityEnd: validTo
})

/** Nothing for a document that is not a resident ID: Tencent checks no other (R-60 needs another source for those). */
export const bankCard4EVerification = ({
  cardNumber,
  document,
  mobile,
  name
}: BankCardFactors): Wire.BankCard4EVerification | undefined =>
  document.type === "resident-id"
    ? { Name: name, BankCard: cardNumber, Phone: mobile, IdCard: document.number, CertType: 0 }
    : undefined
