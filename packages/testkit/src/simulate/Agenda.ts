/** What is to come, the earliest first; what is due at the same time, in the order in which it was put down. */
export interface Agenda<A> {
  readonly add: (at: number, item: A) => void
  readonly next: () => { readonly at: number; readonly item: A } | undefined
}

interface Entry<A> {
  readonly at: number
  readonly order: number
  readonly item: A
}

const before = <A>(one: Entry<A>, other: Entry<A>): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order)

/** A binary heap. */
export const agenda = <A>(): Agenda<A> => {
  const heap: Array<Entry<A>> = []
  let order = 0
  const swap = (a: number, b: number): void => {
    const kept = heap[a]!
    heap[a] = heap[b]!
    heap[b] = kept
  }
  const rise = (at: number): void => {
    let place = at
    while (place > 0) {
      const above = (place - 1) >> 1
      if (!before(heap[place]!, heap[above]!)) return
      swap(place, above)
      place = above
    }
  }
  const sink = (): void => {
    let place = 0
    for (;;) {
      let least = place
      for (const below of [2 * place + 1, 2 * place + 2])
        if (below < heap.length && before(heap[below]!, heap[least]!)) least = below
      if (least === place) return
      swap(place, least)
      place = least
    }
  }
  return {
    add: (at, item) => {
      heap.push({ at, order: order++, item })
      rise(heap.length - 1)
    },
    next: () => {
      const first = heap[0]
      const last = heap.pop()
      if (first === undefined || last === undefined) return undefined
      if (heap.length > 0) {
        heap[0] = last
        sink()
      }
      return first
    }
  }
}
