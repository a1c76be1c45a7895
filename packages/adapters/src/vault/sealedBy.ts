/** The algorithms of a sealed text or a wrapped key, by the mark it begins with. */
export const sealedBy = (sealed: string): string => {
  if (sealed.startsWith("1.")) return "AES-256-GCM"
  return sealed.startsWith("2.") ? "SM4-CTR, HMAC-SM3" : "?"
}
