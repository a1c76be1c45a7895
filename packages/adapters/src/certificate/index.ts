export { fromBase64, fromPem } from "./base64.js"
export {
  type CardAnswer,
  CardDisbelieved,
  type CardTrust,
  challengeText,
  type KindBy,
  presentable,
  prove
} from "./CardProof.js"
export { type Certificate, CertificateUnreadable, parse } from "./Certificate.js"
export { type EportSubject, eport, eportSubject } from "./EportSubject.js"
export { type Accepts, type Issuers, issuerOf, readIssuers, validOn } from "./Issuers.js"
export { certificatesFrom } from "./issuerFiles.js"
export { distrusted, type Judging, judge } from "./judge.js"
export { type CertificateKey, isSignedBy, type SignatureAlgorithm, signatureAlgorithms } from "./signed.js"
