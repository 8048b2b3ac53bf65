// SPDX-License-Identifier: EUPL-1.2
import type { Crypto } from '../cryptography/index.ts'
import { hasQuorum, type NoteKey, openCheckpoint } from '../notes/index.ts'
import type { Judgement, Trust } from '../verdicts/index.ts'

/** Heads that others have cosigned, by keys that were given: each of them saw one history grow. */
export function judgeWitnesses(
  judgement: Judgement,
  {
    origin,
    checkpoints,
    keys,
  }: {
    readonly origin: string
    readonly checkpoints: ReadonlyMap<number, Uint8Array>
    readonly keys: readonly NoteKey[]
  },
  { witnesses = [], quorum }: Trust,
  crypto: Crypto,
): void {
  const heads: object[] = []
  let unknown = 0
  let isEnough = quorum === undefined || quorum.members.length === 0
  for (const [size, note] of checkpoints) {
    const opened = openCheckpoint(note, { origin, keys, witnesses }, crypto)
    if (!opened.ok) {
      if (witnesses.length > 0) judgement.refuse('witnesses', opened.refusal, { size })
      continue
    }
    const { verified, unknown: strange } = opened.value.note
    unknown += strange.length
    const seen = verified.filter(({ key }) => witnesses.includes(key))
    if (
      quorum !== undefined &&
      hasQuorum(
        quorum,
        verified.map(({ key }) => key),
      )
    )
      isEnough = true
    if (seen.length === 0) continue
    heads.push({
      size,
      names: seen.map(({ key }) => key.name),
      times: seen.map(({ timeS }) => timeS ?? null),
    })
  }
  const facts = { ...(heads.length === 0 ? {} : { heads }), unknown_signatures: unknown }
  if (!isEnough) judgement.refuse('witnesses', 'quorum-not-reached', facts)
  else if (heads.length > 0) judgement.proven('witnesses', facts)
  else judgement.notClaimed('witnesses', unknown === 0 ? {} : facts)
}
