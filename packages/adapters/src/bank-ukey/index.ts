import type { BankProtocol } from "./BankProtocol.js"
import { ABC } from "./banks/ABC.js"
import { CCB } from "./banks/CCB.js"
import { CMBC } from "./banks/CMBC.js"

export { allowedAddress, returnAddress } from "./addresses.js"
export type { AnswerField, BankKey, BankProtocol, RequestField } from "./BankProtocol.js"
export type { BankConnection, BankUkeyOptions } from "./BankUkeyOptions.js"
export { layer } from "./layer.js"
export { parametersIn } from "./parameters.js"
export { type ReturnListener, type ReturnListenerOptions, returnListener } from "./returnListener.js"
export { ABC, CCB, CMBC }

/** The banks of R-67; each still lacks its address and its keys. */
export const banks: ReadonlyArray<BankProtocol> = [CCB, ABC, CMBC]
