// SPDX-License-Identifier: EUPL-1.2

/** Counts what is strange, by name. The number of names is bounded: decoders may make them up. */
export class Oddities {
  private readonly counts = new Map<string, number>()
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  add(name: string, count = 1): void {
    if (count === 0) return
    const before = this.counts.get(name)
    if (before === undefined && this.counts.size >= this.limit) {
      this.counts.set('other-oddities', (this.counts.get('other-oddities') ?? 0) + count)
      return
    }
    this.counts.set(name, (before ?? 0) + count)
  }

  record(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}
