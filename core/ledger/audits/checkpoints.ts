// SPDX-License-Identifier: EUPL-1.2
import { equalBytes } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { type KeyHistory, keysAt } from '../entries/index.ts'
import { openCheckpoint, parseCheckpoint, parseNote } from '../notes/index.ts'
import type { Findings } from './finding.ts'

/** A checkpoint that had its turn. */
export interface MetCheckpoint {
  readonly size: number
  readonly claimed: Uint8Array
  readonly computed: Uint8Array
  readonly isSigned: boolean
}

/** Checkpoints wait until the entries reach their size; then key and root are known. */
export class CheckpointCheck {
  readonly #crypto: Crypto
  readonly #waiting = new Map<number, Uint8Array[]>()
  readonly #differing: MetCheckpoint[] = []
  /** The one of the largest size that was met. */
  last: MetCheckpoint | undefined

  constructor(crypto: Crypto) {
    this.#crypto = crypto
  }

  /** The size it claims; `undefined` when it is none. */
  add(note: Uint8Array, size: number, findings: Findings): void {
    const parsed = parseNote(note)
    const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
    if (!checkpoint.ok) {
      findings.add('checkpoint-refused', { why: checkpoint.refusal })
    } else if (checkpoint.value.size < size) {
      findings.add('checkpoint-late', { size: checkpoint.value.size, entries: size })
    } else {
      const { size: claimed } = checkpoint.value
      this.#waiting.set(claimed, [...(this.#waiting.get(claimed) ?? []), note])
    }
  }

  has(size: number): boolean {
    return this.#waiting.has(size)
  }

  meet(size: number, root: Uint8Array, history: KeyHistory, findings: Findings): void {
    for (const note of this.#waiting.get(size) ?? []) {
      const keys = keysAt(history, size)
      const opened = openCheckpoint(note, keys, this.#crypto)
      const isByAll =
        opened.ok &&
        keys.keys.every((key) => opened.value.note.verified.some((one) => one.key === key))
      if (!isByAll) {
        const why = opened.ok ? 'checkpoint-unsigned' : opened.refusal
        findings.add('checkpoint-refused', { size, why })
      }
      const claimed = claimedRoot(note)
      if (claimed === undefined) continue
      const met = { size, claimed, computed: root, isSigned: isByAll }
      this.last = met
      if (isByAll && !equalBytes(claimed, root)) this.#differing.push(met)
    }
    this.#waiting.delete(size)
  }

  /** Signed ones whose root is not that of the entries below `changed`, the first changed entry. */
  finish(changed: number, entries: number, findings: Findings): void {
    for (const { size } of this.#differing) {
      if (size <= changed) findings.add('checkpoint-root-differs', { size })
    }
    for (const size of this.#waiting.keys()) {
      findings.add('checkpoint-beyond-entries', { size, entries })
    }
  }
}

function claimedRoot(note: Uint8Array): Uint8Array | undefined {
  const parsed = parseNote(note)
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
  return checkpoint.ok ? checkpoint.value.root : undefined
}
