// SPDX-License-Identifier: EUPL-1.2
import { sessionsOf } from '../sessions/index.ts'
import {
  ipOf,
  jsonOf,
  list,
  macOf,
  member,
  type Sighted,
  type SightedConversation,
  type Sighting,
  type SightingKey,
  type SightingProblem,
  type Source,
  sightingLimits,
  text,
  textOf,
  wholeOf,
} from '../sightings/index.ts'
import { conversationOf } from './conversation.ts'
import { factsOf } from './facts.ts'

/** Twenty thousand devices with their facts; larger answers are of no capture. */
const mostBytes = 256 * 1024 * 1024
const mostConversations = 100_000

/** Who made the file is not known to us: everything in it is looked at again. */
export async function readInspection(source: Source): Promise<Sighted> {
  const problems: SightingProblem[] = []
  const onProblem = (problem: SightingProblem) => {
    if (problems.length < sightingLimits.problems) problems.push(problem)
  }
  const nothing = () => ({ sightings: [], problems, read: 0 })
  const bytes = await wholeOf(source, mostBytes, onProblem)
  if (bytes === undefined) return nothing()
  const { value, problem } = jsonOf(bytes)
  if (problem !== undefined || !/^schouw\/inspect\/1$/.test(text(value, 'schema') ?? '')) {
    const expected = 'the answer of schouw inspect, "schema": "schouw/inspect/1"'
    const found = text(value, 'schema') ?? 'something else'
    onProblem(problem ?? { where: { path: 'schema' }, code: 'not-this-format', expected, found })
    return nothing()
  }
  const { sightings, numbers } = devicesOf(value, onProblem)
  const conversations = talksOf(value, numbers, onProblem)
  const read = list(value, 'assets').length + list(value, 'conversations').length
  const sessions = sessionsOf(value)?.sessions ?? []
  return { sightings, conversations, sessions, document: documentOf(value), problems, read }
}

type OnProblem = (problem: SightingProblem) => void

function devicesOf(value: unknown, onProblem: OnProblem) {
  const sightings: Sighting[] = []
  /** Of an asset's own id, or of the device that it is a part of. */
  const numbers = new Map<string, number>()
  const parts: (readonly [id: string, parent: string])[] = []
  for (const [index, asset] of list(value, 'assets').entries()) {
    const where = { path: `assets[${index}]` }
    const id = text(asset, 'id') ?? ''
    const key = keyOf(asset)
    const parent = text(asset, 'parent')
    if (Object.keys(key).length === 0 || sightings.length >= sightingLimits.sightings) {
      if (parent !== undefined) parts.push([id, parent])
      else onProblem({ where, code: 'field-refused', expected: 'an address or name', found: id })
      continue
    }
    numbers.set(id, sightings.length)
    const isLocal = member(asset, 'external') !== true
    sightings.push({ key, isLocal, facts: factsOf(asset, where) })
  }
  for (const [id, parent] of parts) {
    const number = numbers.get(parent)
    if (number !== undefined) numbers.set(id, number)
  }
  return { sightings, numbers }
}

/** A part of a device has no address of its own: only a serial number makes it a thing by itself. */
function keyOf(asset: unknown): SightingKey {
  const [mac] = list(asset, 'macs').flatMap((one) => macOf(one) ?? [])
  const addresses = [...list(asset, 'ipv4'), ...list(asset, 'ipv6')]
  const [ip] = addresses.flatMap((one) => ipOf(one) ?? [])
  const [name] = list(asset, 'hostnames').flatMap((one) => textOf(one) ?? [])
  const serial = textOf(member(asset, 'serial'))
  return {
    ...(mac === undefined ? {} : { mac }),
    ...(ip === undefined ? {} : { ip }),
    ...(name === undefined ? {} : { name }),
    ...(serial === undefined ? {} : { serial }),
  }
}

function talksOf(
  value: unknown,
  numbers: ReadonlyMap<string, number>,
  onProblem: OnProblem,
): readonly SightedConversation[] {
  const talks: SightedConversation[] = []
  const all = list(value, 'conversations')
  for (const [index, one] of all.slice(0, mostConversations).entries()) {
    const from = numbers.get(text(one, 'from') ?? '')
    const to = numbers.get(text(one, 'to') ?? '')
    const talk = from === undefined || to === undefined ? undefined : conversationOf(one, from, to)
    if (talk === undefined) {
      const where = { path: `conversations[${index}]` }
      const found = `${text(one, 'from') ?? '?'} → ${text(one, 'to') ?? '?'}`
      onProblem({ where, code: 'reference-missing', expected: 'two listed assets', found })
    } else if (talk.from !== talk.to) talks.push(talk)
  }
  if (all.length > mostConversations) {
    const found = `${all.length - mostConversations} more`
    const expected = `at most ${mostConversations} conversations`
    onProblem({ where: { path: 'conversations' }, code: 'limit', expected, found })
  }
  return talks
}

/** What the recordings were, so that it can be seen later which ones these facts are of. */
function documentOf(value: unknown): Readonly<Record<string, string>> {
  const captures = list(value, 'captures')
  const of = (name: string) => captures.flatMap((one) => textOf(member(one, name)) ?? []).toSorted()
  const said: Readonly<Record<string, string | undefined>> = {
    captures: of('file').slice(0, 20).join(', '),
    sha256: of('sha256').slice(0, 20).join(', '),
    first: of('first')[0],
    last: of('last').at(-1),
  }
  return Object.fromEntries(
    Object.entries(said).filter((one): one is [string, string] => (one[1] ?? '') !== ''),
  )
}
