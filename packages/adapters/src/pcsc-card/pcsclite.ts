/** As much of pcsclite's interface as is used; its own types are not there on a machine without the package. */
export interface NativeReader {
  readonly name: string
  readonly connected: boolean
  readonly SCARD_SHARE_EXCLUSIVE: number
  readonly SCARD_RESET_CARD: number
  on(type: "status", listener: (status: { readonly state: number }) => void): void
  on(type: "error" | "end", listener: () => void): void
  connect(options: { share_mode: number }, done: (error: unknown, protocol: number) => void): void
  disconnect(disposition: number, done: (error: unknown) => void): void
  transmit(data: Buffer, most: number, protocol: number, done: (error: unknown, answer: Buffer) => void): void
}

export interface NativeService {
  on(type: "reader", listener: (reader: NativeReader) => void): void
  on(type: "error", listener: (error: unknown) => void): void
}

/** Loads the optional native module, the only place that does, and gives what it exports; none when it is missing or was not built. */
export const load = async (): Promise<(() => NativeService) | undefined> => {
  const name: string = "pcsclite"
  try {
    const { default: start } = await import(name)
    return start
  } catch {
    return undefined
  }
}

const codes = {
  "0x8010000b": "in-use",
  "0x8010000c": "no-card",
  "0x80100069": "no-card",
  "0x80100009": "no-reader",
  "0x80100017": "no-reader",
  "0x8010002e": "no-reader",
  "0x8010001d": "no-service",
  "0x8010001e": "no-service"
} as const

/** What an error of the module means; its text ends with the PC/SC code in brackets. */
export const meaningOf = (error: unknown): (typeof codes)[keyof typeof codes] | "broken" => {
  const code = /\((0x[0-9a-f]{8})\)$/.exec(error instanceof Error ? error.message : "")?.[1] ?? ""
  return code in codes ? codes[code as keyof typeof codes] : "broken"
}
