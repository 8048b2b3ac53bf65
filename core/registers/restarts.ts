// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from './access.ts'
import { refused } from './check.ts'
import type { Value, Values } from './field.ts'
import type { KindName } from './kind-names.ts'
import type { Lookup } from './lookup.ts'
import type { RecordVersion } from './record.ts'
import type { Refusal } from './refusal.ts'
import type { Role } from './roles.ts'

/** Who may let a line run without the word of its owner, and answers for that by name. */
export const releasing: readonly Role[] = ['ciso', 'director']

interface Judged {
  readonly kind: KindName
  readonly id: string
  /** As it stands; undefined when it is to come. */
  readonly record: RecordVersion | undefined
  /** As they would stand. */
  readonly values: Values
  readonly changed: readonly string[]
  /** Where it would go; undefined when it stays. */
  readonly to?: string | undefined
  readonly actor: Actor
  readonly lookup: Lookup
}

/**
 * What stood still runs again on the word of its owner, written in the log; or a CISO or director
 * releases it there by name and with a reason. Until then nobody says that the incident is over or
 * that all runs again.
 */
export function restartProblems(judged: Judged): readonly Refusal[] {
  if (judged.kind === 'incident-log-entry') return lineProblems(judged)
  return judged.kind === 'incident' ? incidentProblems(judged) : []
}

/** The word is one's own, and given by whom it is for. */
function lineProblems({ record, values, actor, lookup }: Judged): readonly Refusal[] {
  const { type, process, author } = values
  const isAccepted = type === 'restart_accepted'
  if (record !== undefined || (!isAccepted && type !== 'restart_released')) return []
  if (process === undefined) {
    return [refused('/process', { rule: 'known' }, undefined)]
  }
  const isTheirs = isAccepted
    ? owns(lookup, actor.person, String(process))
    : releasing.some((role) => actor.roles.includes(role))
  const barred: readonly string[] = [
    ...(isTheirs ? [] : ['process']),
    ...(author === actor.person ? [] : ['author']),
  ]
  return barred.map((name) => ({
    ...{ code: 'not-permitted', action: 'create', because: 'condition', path: `/${name}` },
  }))
}

/** One that was over before it was written down had no room, and no log to look in. */
function incidentProblems(judged: Judged): readonly Refusal[] {
  const { id, record, values, changed, to, lookup } = judged
  if (record === undefined) return []
  const isSaid = values['recovered_at'] !== undefined
  const isNews = to === 'handled' || (isSaid && changed.includes('recovered_at'))
  const isOver = isSaid || to === 'handled' || record.state === 'handled'
  const before = isNews ? [] : idsIn(record.values['processes'])
  const asked = isOver ? idsIn(values['processes']).filter((one) => !before.includes(one)) : []
  const inUse = asked.filter((process) => lookup.find(process)?.isRetired !== true)
  if (inUse.length === 0) return []
  const log = lookup.referrers('incident-log-entry', 'incident', id)
  const corrected = new Set(log.map((line) => line.values['corrects']))
  const standing = log.filter((line) => !corrected.has(line.id))
  const processes = inUse.filter(
    (process) => !standing.some((line) => isWordFor(process, line, lookup)),
  )
  const path = changed.includes('recovered_at') ? '/recovered_at' : '/processes'
  return processes.length === 0 ? [] : [{ code: 'restart-not-accepted', path, processes }]
}

function isWordFor(process: string, { values }: RecordVersion, lookup: Lookup): boolean {
  const { type, author } = values
  if (values['process'] !== process) return false
  return (
    type === 'restart_released' || (type === 'restart_accepted' && owns(lookup, author, process))
  )
}

function owns(lookup: Lookup, person: Value | undefined, process: string): boolean {
  return lookup.referrers('process', 'owner', String(person)).some(({ id }) => id === process)
}

function idsIn(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
