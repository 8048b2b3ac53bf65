// SPDX-License-Identifier: EUPL-1.2
import type { NamedAsset, RegisterOnlyAsset } from './baseline.ts'
import { type Finding, finding, row } from './finding.ts'
import type { AssetRow } from './inputs.ts'
import { ownDevices, type Scene } from './scene.ts'
import { type Attribute, sentence } from './sentences.ts'
import { compareTexts, examplesOf, grouped, plainWord } from './texts.ts'

/** The register against the network, one finding a zone. Needs both; else it is not measured. */
export function registerFindings(
  scene: Scene,
  registerOnly: readonly RegisterOnlyAsset[],
): Finding[] {
  const rows = scene.inputs.assets
  if (rows === null || scene.inspection === null) return []
  return [
    ...unregistered(scene, rows),
    ...notSeen(scene, rows, registerOnly),
    ...attributeFindings(scene),
  ]
}

function unregistered(scene: Scene, rows: readonly AssetRow[]): Finding[] {
  const strangers = ownDevices(scene).filter(({ register }) => register === null)
  const groups = grouped(strangers, ({ zone }) => zone ?? '')
  const path = rows[0]?.at.path ?? 'assets.csv'
  return [...groups]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([zone, group]) =>
      finding({
        check: 'unregistered_device',
        key: [zone === '' ? 'no-zone' : zone],
        claim: sentence('claim.register', { rows: rows.length, path }),
        seen: sentence('seen.unregistered', {
          count: group.length,
          zone: scene.plan.zone(zone)?.name ?? null,
          examples: examplesOf(group.map(({ label }) => label)),
        }),
        assets: group.map(({ id }) => id),
        frames: group.flatMap(firstFrame),
        sources: [{ kind: 'row', path, line: rows[0]?.at.line ?? 1 }],
        zones: zone === '' ? [] : [zone],
        size: group.length,
      }),
    )
}

/** The first thing it said of itself. */
function firstFrame({ facts }: NamedAsset): { capture: string; frame: number }[] {
  const [fact] = facts
  return fact === undefined ? [] : [{ capture: fact.capture, frame: fact.frame }]
}

/** Rows that no device answers to. Where this tap hears nothing, silence says nothing. */
export function registerOnlyAssets(scene: Scene): RegisterOnlyAsset[] {
  const matched = new Set([...scene.matches.values()].map((match) => match.row))
  const heard = new Set(ownDevices(scene).flatMap(({ zone }) => zone ?? []))
  return (scene.inputs.assets ?? [])
    .filter((one) => !matched.has(one))
    .map((one) => {
      const zone = scene.plan.zoneOfRow(one) ?? null
      const isOnNetwork = one.connection === null || one.connection === 'network'
      const hasKey = one.macs.length + one.ips.length > 0
      const isWithinHearing = zone === null ? heard.size > 0 : heard.has(zone)
      const isExpected = isOnNetwork && hasKey && isWithinHearing
      const { name, at } = one
      return { name, ...at, zone, state: isExpected ? 'not_seen' : 'cannot_be_seen' }
    })
}

function notSeen(
  scene: Scene,
  rows: readonly AssetRow[],
  registerOnly: readonly RegisterOnlyAsset[],
): Finding[] {
  const silent = registerOnly.filter(({ state }) => state === 'not_seen')
  const groups = grouped(silent, ({ zone }) => zone ?? '')
  return [...groups]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([zone, group]) => {
      const name = scene.plan.zone(zone)?.name ?? null
      const listed = rows.filter((one) => (scene.plan.zoneOfRow(one) ?? '') === zone)
      return finding({
        check: 'registered_not_seen',
        key: [zone === '' ? 'no-zone' : zone],
        claim: sentence('claim.registered', { count: listed.length, zone: name }),
        seen: sentence('seen.not_seen', {
          count: group.length,
          zone: name,
          examples: examplesOf(group.map((one) => one.name)),
        }),
        sources: group.slice(0, 10).map(row),
        zones: zone === '' ? [] : [zone],
        size: group.length,
      })
    })
}

const attributes: readonly {
  readonly attribute: Attribute
  readonly ofRow: (row: AssetRow) => string | null
  readonly ofAsset: (asset: NamedAsset) => string | null
  readonly isSame: (claimed: string, seen: string) => boolean
}[] = [
  {
    attribute: 'mac',
    ofRow: ({ macs }) => listed(macs),
    ofAsset: ({ macs }) => listed(macs),
    isSame: (claimed, seen) => overlap(claimed, seen),
  },
  {
    attribute: 'ip',
    ofRow: ({ ips }) => listed(ips),
    ofAsset: ({ ipv4, ipv6 }) => listed([...ipv4, ...ipv6]),
    isSame: (claimed, seen) => overlap(claimed, seen),
  },
  {
    attribute: 'serial',
    ofRow: ({ serial }) => serial,
    ofAsset: ({ serial }) => serial,
    isSame: sameWord,
  },
  {
    attribute: 'order_number',
    ofRow: ({ order_number }) => order_number,
    ofAsset: ({ order_number }) => order_number,
    isSame: containedWord,
  },
  {
    attribute: 'firmware',
    ofRow: ({ firmware }) => firmware,
    ofAsset: ({ firmware }) => firmware,
    isSame: sameVersion,
  },
]

/** Vendor and model are written in too many ways to call a difference one. */
function attributeFindings(scene: Scene): Finding[] {
  return scene.assets.flatMap((asset) => {
    const match = scene.matches.get(asset.id)
    if (match === undefined) return []
    return attributes.flatMap(({ attribute, ofRow, ofAsset, isSame }) => {
      const claimed = ofRow(match.row)
      const seen = ofAsset(asset)
      if (claimed === null || seen === null || isSame(claimed, seen)) return []
      const fact = asset.facts.find(({ name, value }) => name === attribute && value === seen)
      return [
        finding({
          check: 'attribute_differs',
          key: [match.row.name, attribute],
          claim: sentence('claim.attribute', { name: match.row.name, attribute, value: claimed }),
          seen: sentence('seen.attribute', {
            name: asset.label,
            attribute,
            value: seen,
            protocol: fact?.protocol ?? null,
          }),
          assets: [asset.id],
          frames: fact === undefined ? [] : [{ capture: fact.capture, frame: fact.frame }],
          sources: [row(match.row.at)],
          zones: asset.zone === null ? [] : [asset.zone],
        }),
      ]
    })
  })
}

function listed(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join(', ')
}

function overlap(claimed: string, seen: string): boolean {
  const known = new Set(seen.split(', '))
  return claimed.split(', ').some((one) => known.has(one))
}

function sameWord(claimed: string, seen: string): boolean {
  return plainWord(claimed) === plainWord(seen)
}

/** Order numbers are often kept without their last, optional, part. */
function containedWord(claimed: string, seen: string): boolean {
  const a = plainWord(claimed)
  const b = plainWord(seen)
  return a.includes(b) || b.includes(a)
}

/** `V4.5` and `4.5.0` are one version: numbers compare, missing ones are zero. */
export function sameVersion(claimed: string, seen: string): boolean {
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number)
  const a = numbers(claimed)
  const b = numbers(seen)
  if (a.length === 0 || b.length === 0) return sameWord(claimed, seen)
  const length = Math.max(a.length, b.length)
  return Array.from({ length }, (_, index) => (a[index] ?? 0) === (b[index] ?? 0)).every(Boolean)
}
