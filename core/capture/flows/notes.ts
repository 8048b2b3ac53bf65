// SPDX-License-Identifier: EUPL-1.2

/** Longer keys and notes are not what notes are for. */
const maxLength = 256

/** Short texts that decoders keep with a flow. Bounded over all flows: the oldest gives way. */
export class Notes {
  private readonly notes = new Map<string, string>()
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  set(flow: number, key: string, note: string): void {
    if (key.length + note.length > maxLength) return
    const name = `${flow} ${key}`
    // Noted again it is the newest.
    this.notes.delete(name)
    if (this.notes.size >= this.limit) {
      const oldest = this.notes.keys().next()
      if (oldest.done !== true) this.notes.delete(oldest.value)
    }
    this.notes.set(name, note)
  }

  get(flow: number, key: string): string | undefined {
    return this.notes.get(`${flow} ${key}`)
  }

  /** Flows get new numbers: what was noted would belong to others. */
  clear(): void {
    this.notes.clear()
  }
}
