import * as Option from "effect/Option"

const loopback = new Set(["127.0.0.1", "[::1]", "localhost"])

/** Scheme, host and port, then a path or a query: nothing before the host, nothing escaped in it. */
const written = /^https?:\/\/[A-Za-z0-9.:[\]-]+(?:[/?][\x21-\x7e]*)?$/i

const parsed = (text: string): Option.Option<URL> =>
  // A parser forgives white space, backslashes and the like, and another parser may forgive differently.
  written.test(text) && !/[\\"<>^`{|}]/.test(text) && URL.canParse(text) ? Option.some(new URL(text)) : Option.none()

/** An address that a person may be sent to: over TLS, and its host, with the port where it is not 443, is on the list. */
export const allowedAddress = (text: string, hosts: ReadonlyArray<string>): Option.Option<URL> =>
  Option.filter(parsed(text), (url) => url.protocol === "https:" && hosts.includes(url.host) && url.hash === "")

/** An address of our own that a bank may send people back to: over TLS, or on the person's own machine. */
export const returnAddress = (text: string): Option.Option<URL> =>
  Option.filter(
    parsed(text),
    ({ hash, hostname, protocol }) =>
      hash === "" && (protocol === "https:" || (protocol === "http:" && loopback.has(hostname)))
  )
