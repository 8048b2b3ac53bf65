// SPDX-License-Identifier: EUPL-1.2
import { claimFor } from './answer-findings.ts'
import type { Effect } from './effect.ts'
import { type Finding, finding, row } from './finding.ts'
import type { Crossing, ForbiddenBy } from './flows.ts'
import type { Scene } from './scene.ts'
import { type Sentence, sentence } from './sentences.ts'
import { serviceOf } from './talks.ts'
import { compareTexts, examplesOf, grouped, unique } from './texts.ts'

/** Forbidden conversations, one finding for each pair of zones; and what nobody wrote down. */
export function networkFindings(scene: Scene, found: readonly Crossing[]): Finding[] {
  const forbidden = found.filter(({ forbiddenBy }) => forbiddenBy !== null)
  const groups = grouped(forbidden, ({ forbiddenBy, from, to }) =>
    JSON.stringify([forbiddenBy, from.id, to.id]),
  )
  const findings = [...groups.values()].map((group) => forbiddenFinding(scene, group))
  const undocumented = undocumentedFinding(scene, found)
  return undocumented === undefined ? findings : [...findings, undocumented]
}

function forbiddenFinding(scene: Scene, group: readonly Crossing[]): Finding {
  const sorted = group.toSorted((a, b) => weight(b) - weight(a) || compareTalks(a, b))
  const [first] = sorted
  const check = first.forbiddenBy as ForbiddenBy
  const { from, to } = first
  const zones = scene.inputs.zones?.zones.filter(({ id }) => id === from.id || id === to.id) ?? []
  return finding({
    check,
    key: [from.id, to.id],
    claim: claimOf(scene, check, first),
    seen: seenOf(check, sorted),
    assets: group.flatMap(({ source, target }) => [source.id, target.id]),
    frames: sorted.flatMap(({ talk }) => framesOf(talk)).slice(0, 10),
    sources: zones.map(({ at }) => row(at)),
    zones: [from.id, to.id],
    words: group.map(({ talk }) => serviceOf(talk)),
    size: pairsOf(group),
    // Zones that we drew ourselves weigh less than zones the company drew.
    ...(from.isInferred && to.isInferred ? { severity: 'medium' as const } : {}),
  })
}

function claimOf(scene: Scene, check: ForbiddenBy, { from, to }: Crossing): Sentence {
  if (check === 'internet_from_ot') return sentence('claim.ot_offline', { zone: from.name })
  if (check === 'internet_to_ot') return sentence('claim.ot_offline', { zone: to.name })
  const names = { from: from.name, to: to.name }
  const conduits = scene.inputs.zones?.conduits ?? []
  const services = conduits
    .filter((conduit) => conduit.from === from.id && conduit.to === to.id)
    .flatMap((conduit) => conduit.services)
  return services.length === 0
    ? sentence('claim.no_conduit', names)
    : sentence('claim.conduit_services', { ...names, services: unique(services).join(', ') })
}

function seenOf(check: ForbiddenBy, sorted: readonly Crossing[]): Sentence {
  const [{ from, to, source, target }] = sorted
  const ofPair = sorted.filter((one) => one.source === source && one.target === target)
  const services = unique(ofPair.map(({ talk }) => serviceOf(talk))).join(', ')
  if (check === 'internet_from_ot') {
    return sentence('seen.internet_from_ot', {
      zone: from.name,
      devices: new Set(sorted.map((crossing) => crossing.source.id)).size,
      source: source.label,
      destination: target.label,
      services,
    })
  }
  const ends = { source: source.label, target: target.label, services }
  if (check === 'internet_to_ot') {
    return sentence('seen.internet_to_ot', { zone: to.name, ...ends })
  }
  return sentence('seen.conversation', {
    from: from.name,
    to: to.name,
    ...ends,
    conversations: sorted.reduce((sum, { talk }) => sum + Math.max(1, talk.connections), 0),
    pairs: pairsOf(sorted),
  })
}

function pairsOf(group: readonly Crossing[]): number {
  return new Set(group.map(({ talk }) => JSON.stringify([talk.from, talk.to]))).size
}

/** What changes the device, first: it is the example a board reads. */
const effectWeight: Readonly<Partial<Record<Effect, number>>> = {
  stop: 9,
  download: 8,
  firmware: 8,
  restart: 7,
  force: 6,
  write: 5,
  configure: 5,
  start: 5,
  upload: 3,
  read: 1,
}

function weight({ talk }: Crossing): number {
  const effects = talk.operations.map(({ effect }) => effectWeight[effect as Effect] ?? 0)
  return Math.max(0, ...effects)
}

function compareTalks(a: Crossing, b: Crossing): number {
  const packets = ({ talk }: Crossing) => talk.packets_to_server + talk.packets_to_client
  return (
    packets(b) - packets(a) ||
    compareTexts(a.talk.from, b.talk.from) ||
    compareTexts(a.talk.to, b.talk.to) ||
    compareTexts(serviceOf(a.talk), serviceOf(b.talk))
  )
}

/** First the frame that opens it, then those of what it did. */
function framesOf(talk: Crossing['talk']) {
  const acts = talk.operations
    .filter(({ effect }) => (effectWeight[effect as Effect] ?? 0) > 1)
    .flatMap(({ frames }) => frames.slice(0, 1))
  return [talk.frame, ...acts.slice(0, 2)]
}

function undocumentedFinding(scene: Scene, found: readonly Crossing[]): Finding | undefined {
  const { zones } = scene.inputs
  if (zones === null) return undefined
  const isInner = ({ kind }: Crossing['from']) => kind === 'ot' || kind === 'safety'
  const loose = found.filter(
    ({ verdict, from, to }) => verdict === 'not_documented' && (isInner(from) || isInner(to)),
  )
  const groups = grouped(loose, ({ from, to }) => `${from.name} → ${to.name}`)
  const pairs = new Map([...groups].sort(([a], [b]) => compareTexts(a, b)))
  if (pairs.size === 0) return undefined
  return finding({
    check: 'undocumented_flows',
    key: [],
    claim: claimFor(scene, ['E2']),
    seen: sentence('seen.undocumented_flows', {
      count: pairs.size,
      examples: examplesOf([...pairs.keys()]),
    }),
    assets: loose.flatMap(({ source, target }) => [source.id, target.id]),
    frames: [...pairs.values()].map(([{ talk }]) => talk.frame),
    sources: [row(zones.zones[0]?.at ?? { path: 'zones.yaml', line: 1 })],
    zones: loose.flatMap(({ from, to }) => [from.id, to.id]),
    size: pairs.size,
  })
}
