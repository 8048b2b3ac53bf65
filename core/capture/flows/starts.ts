// SPDX-License-Identifier: EUPL-1.2

/** When one connection began. */
export interface Begun {
  readonly first: number
  /** Counted over all captures. */
  readonly frame: number
}

/** Enough to tell a rhythm from chance. */
const mostKept = 40

/** When the connections of a conversation began; of conversations with more than one. */
export class Starts {
  /** Conversations of which none is kept. */
  leftOut = 0
  readonly #lists = new Map<number, Begun[]>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  /** The second of a conversation brings the one before it along. */
  add(conversation: number, { first, frame }: Begun, before: Begun | undefined): void {
    const list = this.#lists.get(conversation)
    if (list !== undefined) {
      if (list.length < mostKept) list.push({ first, frame })
      return
    }
    if (before === undefined) return
    if (this.#lists.size < this.#limit) this.#lists.set(conversation, [before, { first, frame }])
    else this.leftOut += 1
  }

  /** In order of time. */
  of(conversation: number): readonly Begun[] {
    return (this.#lists.get(conversation) ?? []).toSorted((a, b) => a.first - b.first)
  }
}
