// SPDX-License-Identifier: EUPL-1.2

/** Where a page ended: the value it is sorted by, the id behind it, and the list it is a place in. */
export interface Place {
  readonly value: string | number | null
  readonly id: string
  /** Digest of everything but place and length that was asked; see `listName`. */
  readonly list: string
}

const longest = 4096

/** No secret and no promise: whoever makes one up only gets another page of the same list. */
export function cursorText({ value, id, list }: Place): string {
  const bytes = new TextEncoder().encode(JSON.stringify([value, id, list]))
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export function readCursor(text: string): Place | undefined {
  if (text.length > longest || !/^[A-Za-z0-9_-]+$/.test(text)) return undefined
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!Array.isArray(parsed) || parsed.length !== 3) return undefined
    const [value, id, list] = parsed
    const isValue = value === null || typeof value === 'string' || Number.isFinite(value)
    if (!isValue || typeof id !== 'string' || typeof list !== 'string') return undefined
    if (!uuid.test(id) || (typeof value === 'string' && /\0/.test(value))) return undefined
    return { value, id, list }
  } catch {
    return undefined
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
