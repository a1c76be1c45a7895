/** Unwrapped data keys, the ones used last, each for a while: so that what the service no longer opens is soon closed here too. */
export class KeptKeys<Key> {
  readonly #keys = new Map<string, { readonly key: Key; readonly until: number }>()

  constructor(
    private readonly most: number,
    private readonly millis: number
  ) {}

  get size(): number {
    return this.#keys.size
  }

  get(wrapped: string, now: number): Key | undefined {
    const found = this.#keys.get(wrapped)
    if (found === undefined) return undefined
    this.#keys.delete(wrapped)
    if (found.until <= now) return undefined
    this.#keys.set(wrapped, found)
    return found.key
  }

  keep(wrapped: string, key: Key, now: number): void {
    this.#keys.delete(wrapped)
    this.#keys.set(wrapped, { key, until: now + this.millis })
    const oldest = this.#keys.keys().next()
    if (this.#keys.size > this.most && oldest.done !== true) this.#keys.delete(oldest.value)
  }
}
