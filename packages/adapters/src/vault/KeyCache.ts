const MOST = 4096

/** Unwrapped data keys, the ones used last. Bounded, so that a walk over every account does not gather every key in memory. */
export class KeyCache<Key> {
  readonly #keys = new Map<string, Key>()

  constructor(
    private readonly unwrap: (wrapped: string) => Key,
    private readonly most = MOST
  ) {}

  get size(): number {
    return this.#keys.size
  }

  get(wrapped: string): Key {
    const known = this.#keys.get(wrapped)
    const key = known ?? this.unwrap(wrapped)
    if (known !== undefined) this.#keys.delete(wrapped)
    this.#keys.set(wrapped, key)
    if (this.#keys.size > this.most) {
      const oldest = this.#keys.keys().next()
      if (oldest.done !== true) this.#keys.delete(oldest.value)
    }
    return key
  }
}
