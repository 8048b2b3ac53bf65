// SPDX-License-Identifier: EUPL-1.2
import { sightingLimits } from './sighting.ts'
import { type OnProblem, type Source, unpacked } from './source.ts'

export interface Line {
  /** From 1. */
  readonly number: number
  readonly text: string
}

const newline = 0x0a

/**
 * The lines of a log, one at a time. Lines that are too long or no UTF-8 are named and left out;
 * UTF-16 with its mark is turned into text first.
 */
export async function* linesOf(source: Source, onProblem: OnProblem): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  const splitter = new Splitter()
  const bytes = inUtf8(unpacked(source, sightingLimits.logBytes, onProblem))
  const lineOf = (raw: Uint8Array | null): Line | undefined => {
    const { number } = splitter
    if (raw === null) {
      const expected = `a line of at most ${sightingLimits.lineBytes} bytes`
      onProblem({ where: { line: number }, code: 'line-too-long', expected, found: 'more' })
      return undefined
    }
    try {
      return { number, text: decoder.decode(raw).replace(/\r$/, '') }
    } catch {
      const expected = 'text in UTF-8'
      onProblem({ where: { line: number }, code: 'encoding', expected, found: 'other bytes' })
      return undefined
    }
  }
  for await (const chunk of bytes) {
    for (const raw of splitter.split(chunk)) {
      const line = lineOf(raw)
      if (line !== undefined && line.text !== '') yield line
    }
  }
  for (const raw of splitter.rest()) {
    const line = lineOf(raw)
    if (line !== undefined && line.text !== '') yield line
  }
}

/** Cuts bytes at line ends; holds at most one line, and of one that is too long nothing. */
class Splitter {
  number = 0
  #held: Uint8Array[] = []
  #heldBytes = 0
  #isOver = false

  #hold(part: Uint8Array): void {
    if (this.#isOver) return
    this.#heldBytes += part.length
    if (this.#heldBytes > sightingLimits.lineBytes) {
      this.#isOver = true
      this.#held = []
    } else if (part.length > 0) this.#held.push(part)
  }

  *split(chunk: Uint8Array): Generator<Uint8Array | null> {
    let from = 0
    for (;;) {
      const end = chunk.indexOf(newline, from)
      if (end === -1) break
      this.#hold(chunk.subarray(from, end))
      yield this.#taken()
      from = end + 1
    }
    if (from < chunk.length) this.#hold(chunk.subarray(from))
  }

  /** What stands behind the last line end. */
  *rest(): Generator<Uint8Array | null> {
    if (this.#heldBytes > 0 || this.#isOver) yield this.#taken()
  }

  #taken(): Uint8Array | null {
    this.number += 1
    const [only] = this.#held
    const line = this.#isOver
      ? null
      : this.#held.length === 1 && only !== undefined
        ? only
        : Buffer.concat(this.#held)
    this.#held = []
    this.#heldBytes = 0
    this.#isOver = false
    return line
  }
}

async function* inUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let isFirst = true
  for await (const chunk of chunks) {
    if (isFirst) {
      isFirst = false
      const mark = `${chunk[0]} ${chunk[1]}`
      if (mark === '255 254') decoder = new TextDecoder('utf-16le')
      if (mark === '254 255') decoder = new TextDecoder('utf-16be')
    }
    yield decoder === undefined ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }))
  }
  const rest = decoder?.decode() ?? ''
  if (rest !== '') yield Buffer.from(rest)
}
