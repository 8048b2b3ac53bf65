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
 * releases it there by name and with a reason. Until then nobody says that the incident is over, that
 * all runs again or that it was nothing, takes the line off the list, or makes another its owner.
 */
export function restartProblems(judged: Judged): readonly Refusal[] {
  if (judged.kind === 'incident-log-entry') return lineProblems(judged)
  if (judged.kind === 'process') return ownerProblems(judged)
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
  const [before, after] = [idsIn(record.values['processes']), idsIn(values['processes'])]
  const over = isOver ? after.filter((one) => isNews || !before.includes(one)) : []
  const gone = isRunning(record)
    ? before.filter((one) => to === 'dismissed' || !after.includes(one))
    : []
  const processes = withoutWord(id, [...over, ...gone], lookup)
  const path = changed.includes('recovered_at') ? '/recovered_at' : '/processes'
  return processes.length === 0 ? [] : [{ code: 'restart-not-accepted', path, processes }]
}

/**
 * While a line stands still its word is not handed to another, who could then give it: that is for
 * the CISO, and never to oneself.
 */
function ownerProblems(judged: Judged): readonly Refusal[] {
  const { id, record, values, changed, actor, lookup } = judged
  if (record === undefined || !changed.includes('owner')) return []
  if (actor.roles.includes('ciso') && values['owner'] !== actor.person) return []
  const waits = lookup
    .referrers('incident', 'processes', id)
    .filter((one) => isRunning(one) && one.values['is_exercise'] !== true)
    .some((one) => withoutWord(one.id, [id], lookup).length > 0)
  return waits ? [{ code: 'restart-not-accepted', path: '/owner', processes: [id] }] : []
}

/** What was only reported is sorted first: until then what it lists is nobody's word. */
function isRunning({ state }: RecordVersion): boolean {
  return state === 'open' || state === 'contained'
}

/** Those in use for which the log of the incident holds no word that stands. */
function withoutWord(incident: string, processes: readonly string[], lookup: Lookup) {
  const inUse = processes.filter((process) => lookup.find(process)?.isRetired !== true)
  if (inUse.length === 0) return []
  const log = lookup.referrers('incident-log-entry', 'incident', incident)
  const corrected = new Set(log.map((line) => line.values['corrects']))
  const standing = log.filter((line) => !corrected.has(line.id))
  return inUse.filter((process) => !standing.some((line) => isWordFor(process, line, lookup)))
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
