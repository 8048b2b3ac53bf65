// SPDX-License-Identifier: EUPL-1.2

/** Some thousands of small answers would fit; these are some hundred kilobytes each at most. */
const most = 200

/** What was asked last, the longest unasked going first. */
export class Kept<Value> {
  readonly #values = new Map<string, Value>()

  get(key: string): Value | undefined {
    const value = this.#values.get(key)
    if (value === undefined) return undefined
    this.#values.delete(key)
    this.#values.set(key, value)
    return value
  }

  set(key: string, value: Value): void {
    this.#values.set(key, value)
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= most) return
      this.#values.delete(oldest)
    }
  }
}
