/** Equal but for members that are there and undefined. */
export const alike = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const a = one as Readonly<Record<string, unknown>>
  const b = other as Readonly<Record<string, unknown>>
  for (const key in a) if (!alike(a[key], b[key])) return false
  for (const key in b) if (b[key] !== undefined && a[key] === undefined) return false
  return true
}
