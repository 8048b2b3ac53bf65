// SPDX-License-Identifier: EUPL-1.2
// Fetched when somebody asks to verify: the same code that judges proofs offline.
import { pure } from '@schouw/core/ledger/cryptography'
import { type NoteKey, parseVerifierKey } from '@schouw/core/ledger/notes'
import { judgeProof, type Layer } from '@schouw/core/ledger/verdicts'

export interface Verified {
  readonly state: 'proven' | 'refused' | 'unproven'
  readonly layers: readonly Layer[]
  /** Entries below the signed head. */
  readonly size: number
  /** Where the proof itself can be had. */
  readonly file: string
}

/** `keys`: verifier keys of the log, one on a line. */
export function verified(proof: unknown, keys: string): Verified {
  const text = JSON.stringify(proof)
  const trusted = keys
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line): readonly NoteKey[] => {
      const key = parseVerifierKey(line)
      return key.ok ? [key.value] : []
    })
  const trust = { keys: trusted, nowMs: Date.now() }
  const { layers, isProven } = judgeProof(new TextEncoder().encode(text), trust, pure)
  const isRefused = layers.some(({ layer, state }) => {
    // Without a key nothing can be said of what it signed; an authority is not known here.
    const isUnknown = layer === 'timestamp' || (trusted.length === 0 && layer === 'signature')
    return state === 'refused' && !isUnknown
  })
  const size =
    typeof proof === 'object' && proof !== null && 'size' in proof ? Number(proof.size) : 0
  const isSigned = layers.some(({ layer, state }) => layer === 'signature' && state === 'proven')
  return {
    state: isRefused ? 'refused' : isProven || isSigned ? 'proven' : 'unproven',
    layers,
    size,
    file: URL.createObjectURL(new Blob([text], { type: 'application/json' })),
  }
}
