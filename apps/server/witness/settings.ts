// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { type NoteKey, parseVerifierKey } from '@schouw/core/ledger/notes'

/** A C2SP witness, and by what its cosignatures are known. */
export interface WitnessSettings {
  /** What `add-checkpoint` is behind. */
  readonly url: string
  readonly key: NoteKey
}

/** `SCHOUW_WITNESS_URL`, off when absent, and `SCHOUW_WITNESS_KEY`, the witness's verifier key. */
export function witnessSettings(
  env: Readonly<Record<string, string | undefined>>,
): Outcome<WitnessSettings | undefined, 'witness-url' | 'witness-key'> {
  const url = env['SCHOUW_WITNESS_URL']
  if (url === undefined || url === '') return ok(undefined)
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return refuse('witness-url', { found: url })
  }
  const key = parseVerifierKey(env['SCHOUW_WITNESS_KEY'] ?? '')
  if (!key.ok || key.value.type !== 'cosignature') return refuse('witness-key')
  return ok({ url: url.replace(/\/+$/, ''), key: key.value })
}
