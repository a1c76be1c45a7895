import * as fc from "fast-check"

/** A number by a pattern in which 9 stands for any digit and ? for any letter but I and O; other characters for themselves. */
export const byPattern = (pattern: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...Array.from(pattern, (place) =>
        place === "9"
          ? fc.constantFrom(..."0123456789")
          : place === "?"
            ? fc.constantFrom(..."ABCDEFGHJKLMNPQRSTUVWXYZ")
            : fc.constant(place)
      )
    )
    .map((characters) => characters.join(""))

const digits = (count: number): string => "9".repeat(count)

/** Every form of a passport issued by the People's Republic of China. */
export const prcPassport: fc.Arbitrary<string> = fc.oneof(
  ...[
    `E${digits(8)}`,
    `E?${digits(7)}`,
    `G${digits(8)}`,
    `14${digits(7)}`,
    `15${digits(7)}`,
    `PE${digits(7)}`,
    `P${digits(7)}`,
    `SE${digits(7)}`,
    `S${digits(7)}`,
    `S${digits(8)}`,
    `DE${digits(7)}`,
    `D${digits(7)}`
  ].map(byPattern)
)

/** Passports of the Special Administrative Regions. */
export const sarPassport: fc.Arbitrary<string> = fc.oneof(
  ...[`K${digits(8)}`, `KJ${digits(7)}`, `H${digits(8)}`, `MA${digits(7)}`].map(byPattern)
)

/** Forms of other states' passports that no passport of the People's Republic has. */
export const foreignPassport: fc.Arbitrary<string> = fc.oneof(
  ...[`A${digits(8)}`, `TK${digits(7)}`, `C9?X99T99`, `12AB${digits(5)}`, `J${digits(7)}`, `7${digits(8)}`].map(
    byPattern
  )
)

/** Mainland travel permits, with and without the two digits of a reissue. */
export const hkMacaoPermit: fc.Arbitrary<string> = fc.oneof(
  ...[`H${digits(8)}`, `M${digits(8)}`, `H${digits(10)}`, `M${digits(10)}`].map(byPattern)
)

export const taiwanPermit: fc.Arbitrary<string> = fc.oneof(byPattern(digits(8)), byPattern(digits(10)))
