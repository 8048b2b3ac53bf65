// SPDX-License-Identifier: EUPL-1.2
// Registers of a large organisation, made through the one way in which records change: sites,
// people, assets, measures and an answer for each requirement of each site.
import { type KindName, kind as kindOf, records, roles } from '@schouw/core/registers'
import type { Change } from '../../apps/server/storage/changes/change.ts'
import type { Storage } from '../../apps/server/storage/storage.ts'

export const tenant = '0190a000-0000-7000-8000-00000000000a'

/** Whose every twentieth record is. */
export const owner = idOf(1, 7)

export const administrator = {
  person: idOf(1, 0),
  roles,
  processes: [],
  from: '2000-01-01T00:00:00.000Z',
  until: '2200-01-01T00:00:00.000Z',
}

export interface Sizes {
  readonly assets: number
  readonly measures: number
  readonly answers: number
}

/** The same id for the same thing in every run. */
export function idOf(kind: number, n: number): string {
  return `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

export function creating(kindName: KindName, id: string, values: unknown): Change {
  const kind = kindOf(kindName)
  if (kind === undefined) throw new Error(`no kind ${kindName}`)
  return {
    decide: ({ lookup, now }) =>
      records.create({ kind, id, values, actor: administrator, now, lookup }),
  }
}

export function changing(kindName: KindName, id: string, patch: unknown): Change {
  const kind = kindOf(kindName)
  if (kind === undefined) throw new Error(`no kind ${kindName}`)
  return {
    decide: ({ record, lookup, now }) => {
      const found = record(id)
      const version = found?.version ?? 0
      return records.change({
        kind,
        id,
        record: found,
        version,
        patch,
        actor: administrator,
        now,
        lookup,
      })
    },
  }
}

const people = 20
const halls = 17
const requirementsPerSite = 80

export function* everything({ assets, measures, answers }: Sizes): Generator<Change> {
  const sites = Math.ceil(answers / requirementsPerSite)
  for (let n = 0; n < people; n += 1) {
    yield creating('person', idOf(1, n), {
      code: `P${n}`,
      name: `Person ${n}`,
      department: 'Works',
    })
  }
  for (let n = 0; n < sites; n += 1) {
    yield creating('site', idOf(2, n), {
      code: `S${n}`,
      name: `Plant ${n}`,
      city: `City ${n % 90}`,
    })
  }
  for (let n = 0; n < assets; n += 1) yield creating('asset', idOf(3, n), asset(n, sites))
  for (let n = 0; n < measures; n += 1) yield creating('measure', idOf(4, n), measure(n, sites))
  for (let n = 0; n < answers; n += 1) {
    yield creating('requirement-answer', idOf(5, n), answer(n))
  }
}

const person = (n: number) => idOf(1, n % people)
const oneOf = <Item>(list: readonly Item[], n: number) => list[n % list.length]
const hexPair = (n: number) => (n & 255).toString(16).padStart(2, '0')

export function asset(n: number, sites: number) {
  return {
    code: `A-${n}`,
    name: `${oneOf(['Pump', 'Oven', 'Press', 'Robot', 'Mixer'], n)} controller ${n}`,
    role: oneOf(['plc', 'hmi', 'switch', 'drive', 'workstation'], n),
    criticality: oneOf(['low', 'medium', 'high', 'critical'], n >> 2),
    vendor: oneOf(['Noordwijk Controls', 'Waalhaven Drives', 'Peel Automation'], n),
    model: `MX-${n % 40}`,
    serial: `SN-${n * 7919}`,
    firmware: `${1 + (n % 4)}.${n % 9}.${n % 13}`,
    hostnames: [`dev-${n}`],
    macs: [`02:00:5e:${hexPair(n >> 16)}:${hexPair(n >> 8)}:${hexPair(n)}`],
    ips: [`10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`],
    vlans: [10 + (n % 6)],
    protocols: ['modbus', 'https'],
    ...(sites > 0 ? { site: idOf(2, n % sites) } : {}),
    purdue_level: oneOf(['1', '2', '3'], n),
    location: `Hall ${n % halls}`,
    owner: person(n),
    quantity: 1 + (n % 3),
    connection: 'network',
    is_internet_facing: n % 50 === 0,
    in_service_on: `20${10 + (n % 15)}-0${1 + (n % 9)}-15`,
    replacement_cost_eur: 500 + (n % 1000) * 10,
    last_seen_at: '2026-11-20T08:00:00.000Z',
    note: 'From the maintenance list; checked by the shift leader.',
  }
}

function measure(n: number, sites: number) {
  return {
    code: `M-${n}`,
    name: `${oneOf(['Separate', 'Patch', 'Back up', 'Train', 'Log'], n)} ${n}`,
    description: 'What is done, how often, by whom, and how it shows that it works.',
    duties: [oneOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'], n)],
    function: oneOf(['govern', 'prevent', 'detect', 'respond', 'recover'], n),
    nature: oneOf(['technical', 'organisational', 'physical', 'human'], n >> 1),
    applies_to: [oneOf(['it', 'ot', 'products'], n)],
    owner: person(n),
    ...(sites > 0 ? { sites: [idOf(2, n % sites)] } : {}),
    cost_eur_per_year: (n % 400) * 50,
    level: n % 6,
    target_level: 4,
    planned_on: `2027-0${1 + (n % 9)}-01`,
  }
}

const letters = 'ABCDEFGHIJ'

function answer(n: number) {
  const requirement = n % requirementsPerSite
  const letter = letters[Math.floor(requirement / 8)]
  return {
    requirement: `${letter}${1 + (requirement % 8)}`,
    site: idOf(2, Math.floor(n / requirementsPerSite)),
    level: (n * 7) % 6,
    target_level: 3,
    evidence_level: oneOf(['said', 'shown', 'tested'], n >> 3),
    owner: person(n * 3),
    answered_on: `2026-${String(1 + (n % 11)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
    note: `Seen in hall ${n % halls} by person ${n % people}`,
  }
}

/** Stores all of it; gives how many changes were made. */
export async function fill(
  storage: Storage,
  changes: Iterable<Change>,
  atOnce = 2000,
): Promise<number> {
  let count = 0
  let waiting: Promise<unknown>[] = []
  for (const change of changes) {
    waiting.push(
      storage.apply(tenant, change).then((told) => {
        if (told.outcome !== 'done') throw new Error(JSON.stringify(told))
      }),
    )
    count += 1
    if (waiting.length < atOnce) continue
    await Promise.all(waiting)
    waiting = []
  }
  await Promise.all(waiting)
  return count
}
