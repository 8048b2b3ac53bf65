// SPDX-License-Identifier: EUPL-1.2
import type { Shape } from '../observations.ts'

/** First letters or zeros of a message that says which protocol it could be. */
const lookBytes = 8
const shortestWord = 3

interface Seen {
  readonly transport: Shape['transport']
  readonly service: number
  /** By shape: how many flows began so, and the first frame. */
  readonly shapes: Map<string, { count: number; readonly frame: number }>
}

/**
 * What the first payloads of flows look like whose protocol nobody knows, by service: a name that
 * stays the same from capture to capture, so that the unknown can be counted and talked about.
 * It tells where letters and zeros stand, never what was said.
 */
export class Shapes {
  leftOut = 0
  private readonly limit: number
  private readonly services = new Map<number, Seen>()

  constructor(limit: number) {
    this.limit = limit
  }

  note(
    transport: Shape['transport'],
    service: number,
    payload: { readonly view: DataView; readonly from: number; readonly to: number },
    frame: number,
  ): void {
    const key = service * 4 + (transport === 'tcp' ? 0 : transport === 'udp' ? 1 : 2)
    let seen = this.services.get(key)
    if (seen === undefined) {
      if (this.services.size >= this.limit) {
        this.leftOut += 1
        return
      }
      seen = { transport, service, shapes: new Map() }
      this.services.set(key, seen)
    }
    const name = shapeOf(payload.view, payload.from, payload.to)
    const known = seen.shapes.get(name)
    if (known !== undefined) known.count += 1
    else if (seen.shapes.size < lookBytes) seen.shapes.set(name, { count: 1, frame })
  }

  /** Of each service the most frequent shape. */
  list(): readonly (Omit<Shape, 'seen'> & { readonly frame: number })[] {
    return Array.from(this.services.values(), ({ transport, service, shapes }) => {
      let best = { name: '', count: 0, frame: 0 }
      for (const [name, { count, frame }] of shapes) {
        if (count > best.count) best = { name, count, frame }
      }
      return { transport, service, shape: best.name, frame: best.frame }
    })
  }
}

/** `text GET` for a word in front, else eight bytes as `0` (zero) and `x` (anything else). */
export function shapeOf(view: DataView, from: number, to: number): string {
  let word = ''
  let at = from
  for (; at < to && word.length < lookBytes && isLetter(view.getUint8(at)); at += 1) {
    word += String.fromCharCode(view.getUint8(at) & 0xdf)
  }
  const isEnded = at < to && wordEnds.includes(view.getUint8(at))
  if (word.length >= shortestWord && isEnded) return `text ${word}`
  let zeros = ''
  const end = Math.min(to, from + lookBytes)
  for (at = from; at < end; at += 1) zeros += view.getUint8(at) === 0 ? '0' : 'x'
  return `bytes ${zeros}`
}

// Blank, line ends, hyphen, slash, colon: what stands behind a command.
const wordEnds = [0x20, 0x0d, 0x0a, 0x2d, 0x2f, 0x3a]

function isLetter(byte: number): boolean {
  const upper = byte & 0xdf
  return upper >= 0x41 && upper <= 0x5a
}
