import type { BankProtocol } from "../BankProtocol.js"
import { ABC } from "./ABC.js"
import { CCB } from "./CCB.js"
import { CMBC } from "./CMBC.js"

export { ABC, CCB, CMBC }

/** The banks of R-67; each still lacks its address and its keys. */
export const banks: ReadonlyArray<BankProtocol> = [CCB, ABC, CMBC]
