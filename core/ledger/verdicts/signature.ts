// SPDX-License-Identifier: EUPL-1.2
import { hex } from '@schouw/core/kernel'
import { base64, concat, utf8Bytes, utf8Text } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import {
  type Checkpoint,
  hasQuorum,
  type NoteKey,
  type OpenedNote,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  writeSignature,
} from '../notes/index.ts'
import type { Trust } from './trust.ts'
import { Judgement, type Verdict } from './verdict.ts'

/** A signed note by itself: who signed which head. */
export function judgeCheckpoint(bytes: Uint8Array, trust: Trust, crypto: Crypto): Verdict {
  const judgement = new Judgement()
  judgeSignature(judgement, bytes, trust, crypto)
  return judgement.verdict()
}

/**
 * Says of a checkpoint by whom it is signed; gives what it says, signed or not, unless it cannot be
 * read at all.
 */
export function judgeSignature(
  judgement: Judgement,
  bytes: Uint8Array,
  trust: Trust,
  crypto: Crypto,
): Checkpoint | undefined {
  const note = parseNote(bytes)
  const claimed = note.ok ? parseCheckpoint(note.value.text) : note
  if (!note.ok || !claimed.ok) {
    judgement.refuse(
      'signature',
      claimed.ok ? 'checkpoint-lines' : claimed.refusal,
      claimed.ok ? {} : claimed.facts,
    )
    return undefined
  }
  const { origin, size, root } = claimed.value
  const facts = { origin, size, root: base64(root) }
  const logKeys = trust.keys.filter(({ type }) => type === 'ed25519')
  if (trust.origin !== undefined && trust.origin !== origin) {
    judgement.refuse('signature', 'checkpoint-origin', { ...facts, expected: trust.origin })
    return claimed.value
  }
  if (logKeys.length === 0) {
    const signed = note.value.signatures.map(({ name, id }) => `${name}+${hex(id)}`)
    judgement.unproven('signature', 'key-missing', { ...facts, signed_by: signed })
    return claimed.value
  }
  const log = { origin, keys: logKeys, witnesses: trust.witnesses ?? [] }
  const opened = openCheckpoint(bytes, log, crypto)
  if (!opened.ok) {
    judgement.refuse('signature', opened.refusal, { ...facts, ...opened.facts })
    return claimed.value
  }
  const own = opened.value.note.verified.filter(({ key }) => logKeys.includes(key))
  judgement.proven('signature', { ...facts, keys: own.map(({ key }) => nameOf(key)) })
  judgeWitnesses(judgement, opened.value.note, trust)
  return claimed.value
}

function judgeWitnesses(judgement: Judgement, note: OpenedNote, trust: Trust): void {
  const { witnesses = [], quorum } = trust
  const seen = note.verified.filter(({ key }) => witnesses.includes(key))
  const facts = {
    names: seen.map(({ key }) => key.name),
    times: seen.map(({ timeS }) => timeS ?? null),
    unknown_signatures: note.unknown.length,
  }
  const signedBy = note.verified.map(({ key }) => key)
  if (quorum !== undefined && quorum.members.length > 0) {
    if (hasQuorum(quorum, signedBy)) judgement.proven('witnesses', facts)
    else judgement.refuse('witnesses', 'quorum-not-reached', facts)
  } else if (seen.length > 0) judgement.proven('witnesses', facts)
  else judgement.notClaimed('witnesses', facts)
}

export function nameOf(key: NoteKey): string {
  return `${key.name}+${hex(key.id)}`
}

/**
 * What is time-stamped of a checkpoint: its text with the log's own signature lines alone, for
 * witnesses sign later. Without keys the whole note, as it stands.
 */
export function stampedPart(note: Uint8Array, keys: readonly NoteKey[]): Uint8Array {
  const parsed = parseNote(note)
  if (!parsed.ok) return note
  const logKeys = keys.filter(({ type }) => type === 'ed25519')
  const own = parsed.value.signatures.filter(({ name, id }) =>
    logKeys.some((key) => key.name === name && hex(key.id) === hex(id)),
  )
  if (own.length === 0) return note
  const head = utf8Bytes(`${parsed.value.text}\n`) ?? new Uint8Array()
  return concat([head, ...own.map((one) => utf8Bytes(writeSignature(one)) ?? new Uint8Array())])
}

export function originOf(note: Uint8Array): string | undefined {
  return utf8Text(note)?.split('\n', 1)[0]
}
