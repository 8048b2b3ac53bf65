// SPDX-License-Identifier: EUPL-1.2
import type { Card } from './book.ts'

/** Cards joined into devices; the one with the smallest text stands for all. */
export class Groups {
  /** By number of the card: the card it was joined to. Absent for cards nobody spoke of. */
  readonly #parent: Card[] = []
  readonly #all: Card[] = []
  #members: Card[][] | undefined

  add(card: Card): void {
    if (this.#parent[card.number] !== undefined) return
    this.#parent[card.number] = card
    this.#all.push(card)
  }

  join(left: Card, right: Card): void {
    this.add(left)
    this.add(right)
    const a = this.first(left)
    const b = this.first(right)
    if (a.text < b.text) this.#parent[b.number] = a
    else if (b.text < a.text) this.#parent[a.number] = b
    this.#members = undefined
  }

  first(card: Card): Card {
    let at = card
    for (;;) {
      const up = this.#parent[at.number]
      if (up === undefined || up === at) return at
      at = up
    }
  }

  /** In order; the card itself when it was never joined. */
  membersOf(card: Card): readonly Card[] {
    this.#members ??= this.#gathered()
    return this.#members[this.first(card).number] ?? [card]
  }

  /** Of those that have more than one. */
  #gathered(): Card[][] {
    const members: Card[][] = []
    for (const card of this.#all) {
      const first = this.first(card)
      if (first === card) continue
      const list = members[first.number]
      if (list === undefined) members[first.number] = [first, card]
      else list.push(card)
    }
    // Sparse: only what was joined has a list.
    members.forEach((list) => {
      list.sort((a, b) => (a.text < b.text ? -1 : 1))
    })
    return members
  }
}
