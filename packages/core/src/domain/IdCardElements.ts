/** The four elements of R-56; `validTo` is 00000000 for no expiry, and each adapter translates it for its vendor. */
export interface IdCardElements {
  readonly name: string
  readonly number: string
  readonly validFrom: string
  readonly validTo: string
}
