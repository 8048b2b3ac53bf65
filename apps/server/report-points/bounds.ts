// SPDX-License-Identifier: EUPL-1.2

interface Bucket {
  left: number
  at: number
}

/** Buckets that are kept at once; beyond, who has been quiet longest is forgotten first. */
const mostBuckets = 20_000

/**
 * How many may pass in a while, by name: a bucket that fills again evenly. A flood is answered from
 * memory, so that it costs the database nothing.
 */
export class Bounds {
  readonly #buckets = new Map<string, Bucket>()
  readonly #most: number
  readonly #perMs: number

  constructor(options: { readonly most: number; readonly perMinute: number }) {
    this.#most = options.most
    this.#perMs = options.perMinute / 60_000
  }

  /** `now` in milliseconds. False when this one is too much. */
  pass(name: string, now: number): boolean {
    const bucket = this.#buckets.get(name) ?? { left: this.#most, at: now }
    const left = Math.min(this.#most, bucket.left + Math.max(0, now - bucket.at) * this.#perMs)
    // Last used goes last.
    this.#buckets.delete(name)
    this.#buckets.set(name, { left: left < 1 ? left : left - 1, at: now })
    if (this.#buckets.size > mostBuckets) {
      const [oldest] = this.#buckets.keys()
      if (oldest !== undefined) this.#buckets.delete(oldest)
    }
    return left >= 1
  }
}
