// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { equalBytes, utf8Text } from '../bytes/index.ts'
import { policyLines } from '../limits.ts'
import { isSameKey, type NoteKey, parseVerifierKey } from './key.ts'

/** Satisfied when at least `least` members are: a witness by its cosignature, a rule by its own. */
export interface Quorum {
  readonly least: number
  readonly members: readonly (NoteKey | Quorum)[]
}

export interface Policy {
  readonly logs: readonly NoteKey[]
  readonly witnesses: readonly NoteKey[]
  readonly quorum: Quorum
}

export type PolicyRefusal =
  | 'policy-not-utf8'
  | 'policy-too-long'
  | 'policy-line'
  | 'policy-key'
  | 'policy-key-twice'
  | 'policy-name-twice'
  | 'policy-name-unknown'
  | 'policy-member-twice'
  | 'policy-threshold'
  | 'policy-quorum'

/** Every cosignature counts once, however often it stands there. */
export function hasQuorum(quorum: Quorum, signedBy: readonly NoteKey[]): boolean {
  const satisfied = quorum.members.filter((member) =>
    'members' in member
      ? hasQuorum(member, signedBy)
      : signedBy.some((key) => isSameKey(key, member)),
  )
  return satisfied.length >= quorum.least
}

export function quorumOf(least: number, members: readonly NoteKey[]): Quorum {
  return { least, members }
}

/** C2SP tlog-policy. Refusals carry the `line`, counted from 1. */
export function parsePolicy(bytes: Uint8Array): Outcome<Policy, PolicyRefusal> {
  const text = utf8Text(bytes)
  if (text === undefined) return refuse('policy-not-utf8')
  const lines = text.split('\n')
  if (lines.length > policyLines) return refuse('policy-too-long', { lines: lines.length })
  const reading: Reading = {
    logs: [],
    witnesses: [],
    names: new Map(),
    members: new Set(),
    quorum: undefined,
  }
  for (const [index, line] of lines.entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '')
    if (words.length === 0 || words[0]?.startsWith('#')) continue
    const problem = /[^\t\x20-\x7e\x80-\uffff]/.test(line)
      ? 'policy-line'
      : readLine(words, reading)
    if (problem !== undefined) return refuse(problem, { line: index + 1 })
  }
  const { logs, witnesses, quorum } = reading
  return quorum === undefined ? refuse('policy-quorum') : ok({ logs, witnesses, quorum })
}

interface Reading {
  readonly logs: NoteKey[]
  readonly witnesses: NoteKey[]
  readonly names: Map<string, NoteKey | Quorum>
  readonly members: Set<string>
  quorum: Quorum | undefined
}

function readLine(words: readonly string[], reading: Reading): PolicyRefusal | undefined {
  const [keyword, ...rest] = words
  switch (keyword) {
    case 'log':
      return readLog(rest, reading)
    case 'witness':
      return readWitness(rest, reading)
    case 'group':
      return readGroup(rest, reading)
    case 'quorum':
      return readQuorum(rest, reading)
    default:
      return 'policy-line'
  }
}

/** A URL may follow; it is of no use offline. */
function readLog(rest: readonly string[], reading: Reading): PolicyRefusal | undefined {
  const [text] = rest
  if (text === undefined || rest.length > 2) return 'policy-line'
  const key = parseVerifierKey(text)
  if (!key.ok || key.value.type !== 'ed25519') return 'policy-key'
  return keep(key.value, reading.logs)
}

function readWitness(rest: readonly string[], reading: Reading): PolicyRefusal | undefined {
  const [name, text] = rest
  if (name === undefined || text === undefined || rest.length > 3) return 'policy-line'
  const key = parseVerifierKey(text)
  if (!key.ok || key.value.type !== 'cosignature') return 'policy-key'
  return keep(key.value, reading.witnesses) ?? define(name, key.value, reading)
}

function readGroup(rest: readonly string[], reading: Reading): PolicyRefusal | undefined {
  const [name, threshold, ...names] = rest
  if (name === undefined || threshold === undefined || names.length === 0) return 'policy-line'
  const members: (NoteKey | Quorum)[] = []
  for (const one of names) {
    const member = reading.names.get(one)
    if (member === undefined) return 'policy-name-unknown'
    if (reading.members.has(one)) return 'policy-member-twice'
    reading.members.add(one)
    members.push(member)
  }
  const least = leastOf(threshold, members.length)
  return least === undefined ? 'policy-threshold' : define(name, { least, members }, reading)
}

function readQuorum(rest: readonly string[], reading: Reading): PolicyRefusal | undefined {
  const [name] = rest
  if (name === undefined || rest.length > 1) return 'policy-line'
  if (reading.quorum !== undefined) return 'policy-quorum'
  const named = reading.names.get(name)
  if (named === undefined && name !== 'none') return 'policy-name-unknown'
  reading.quorum =
    named === undefined ? quorumOf(0, []) : 'members' in named ? named : quorumOf(1, [named])
  return undefined
}

function leastOf(threshold: string, count: number): number | undefined {
  if (threshold === 'any') return 1
  if (threshold === 'all') return count
  if (!/^[1-9]\d{0,3}$/.test(threshold)) return undefined
  return Number(threshold) <= count ? Number(threshold) : undefined
}

/** Keys are the same when their points are, whatever they are called. */
function keep(key: NoteKey, kept: NoteKey[]): PolicyRefusal | undefined {
  if (kept.some((other) => equalBytes(other.point, key.point))) return 'policy-key-twice'
  kept.push(key)
  return undefined
}

function define(
  name: string,
  member: NoteKey | Quorum,
  { names }: Reading,
): PolicyRefusal | undefined {
  if (name === 'none' || names.has(name)) return 'policy-name-twice'
  names.set(name, member)
  return undefined
}
