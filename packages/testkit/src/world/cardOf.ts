import type { Card } from "@single-window/core"
import { seededHex } from "./seeded.js"
import type { CardMade, World } from "./World.js"

/** What a card's certificate says: sixteen hexadecimal characters of serial, and the organization code instead of the USCC (D6). */
export const cardOf = (world: World, made: CardMade): Card => {
  const enterprise = world.enterprises[made.enterprise]
  const holder = made.holder === undefined ? undefined : world.people[made.holder]
  return {
    number: made.number,
    kind: made.kind,
    organizationCode: enterprise?.organizationCode ?? "",
    enterpriseName: enterprise?.name ?? "",
    ...(holder === undefined ? {} : { holderName: holder.name, holderDocumentNumber: holder.document.number }),
    certificateSerial: seededHex("certificate", made.number, 8),
    validTo: made.validTo
  }
}
