/** One way of hashing passwords. Its hashes say by themselves what they are and with which parameters they were made. */
export interface Scheme {
  readonly prefix: string
  /** A hash of the usual parameters that no password has, for user names that do not exist. */
  readonly nobody: string
  readonly hash: (password: string) => Promise<string>
  /** Rejects when the text is no hash of this scheme. */
  readonly verify: (stored: string, password: string) => Promise<boolean>
}
