export { type Authority, type AuthorityOptions, type CertificateSays, makeAuthority, pemOf } from "./Authority.js"
export {
  cardsOf,
  type EportCard,
  type EportCardMaking,
  type EportCardSays,
  extensionOf,
  makeEportCard
} from "./EportCard.js"
export { gbk } from "./gbk.js"
export { loopbackTls, type ServerTls } from "./loopbackTls.js"
export { type KeyKind, pemOfKey, type SignatureForm, type SigningKey, signingKey } from "./SigningKey.js"
