// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import type { Block, Row, Section, Table, Text } from './document.ts'
import { clamped, linked, plain, quiet, type Telling } from './telling.ts'

type Device = Baseline['inventory']['assets'][number]

/** On paper nobody reads further; the files beside the report have every device. */
const mostRows = 400

export function inventorySection(tell: Telling): Section {
  const { baseline, say, text } = tell
  const words = text.inventory
  const { assets, captures, coverage, register_only } = baseline.inventory
  const inside = assets.filter((asset) => !asset.external)
  const outside = assets.length - inside.length
  const own = inside.filter((asset) => belongs(tell, asset))
  const blocks: Block[] = []
  if (own.length === 0) {
    blocks.push({
      kind: 'text',
      text: plain(captures.length === 0 ? words.empty : words.nothingInside),
    })
  } else {
    const registered = own.filter((asset) => asset.register !== null).length
    const of = (value: number) => say.of(value, own.length)
    blocks.push({
      kind: 'text',
      text: plain(
        words.intro({
          seen: text.network.devices(own.length, say),
          registered: isMissing(tell, 'assets') ? null : of(registered),
          model:
            coverage === null ? text.unknown : of(own.filter(({ model }) => model !== null).length),
          firmware:
            coverage === null
              ? text.unknown
              : of(own.filter(({ firmware }) => firmware !== null).length),
        }),
      ),
    })
  }
  if (inside.length > 0) {
    blocks.push({ kind: 'table', table: deviceTable(tell, inside) })
    if (inside.length > mostRows) {
      blocks.push({ kind: 'note', text: plain(words.more(inside.length - mostRows)) })
    }
  }
  if (outside > 0) blocks.push({ kind: 'note', text: plain(words.onlyOutside(outside, say)) })
  if (register_only.length > 0) blocks.push(registerOnly(tell))
  return { id: 'inventory', title: words.title, blocks }
}

function isMissing({ baseline }: Telling, part: Baseline['not_measured'][number]): boolean {
  return baseline.not_measured.includes(part)
}

/** Visitors, what only others speak of and what answers through another are no devices of its own. */
function belongs({ baseline }: Telling, { silent, parent, zone }: Device): boolean {
  const kind = baseline.network.zones.find(({ id }) => id === zone)?.kind
  return !silent && parent === null && !/^(supplier|guest|internet)$/.test(kind ?? '')
}

/** Zone by zone from the office down, as the picture of the network shows them. */
function deviceTable(tell: Telling, inside: readonly Device[]): Table {
  const { baseline, text } = tell
  const { columns, caption } = text.inventory
  const known = new Set(baseline.network.zones.map(({ id }) => id))
  const zones = baseline.network.zones.toSorted(
    (one, other) => (other.purdue_level ?? -1) - (one.purdue_level ?? -1),
  )
  const placed = [...zones.map(({ id }) => id), null]
  const inZone = (zone: string | null) =>
    inside.filter((asset) =>
      zone === null ? asset.zone === null || !known.has(asset.zone) : asset.zone === zone,
    )
  const shown = placed.map((zone) => ({ zone, devices: ordered(inZone(zone)) }))
  let left = mostRows
  const rows = shown.flatMap(({ zone, devices }): readonly Row[] => {
    const part = devices.slice(0, left)
    left -= part.length
    if (part.length === 0) return []
    return [
      { spans: true, cells: [headOf(tell, zone, devices)] },
      ...part.map((asset) => ({ id: asset.id, cells: cells(tell, asset) })),
    ]
  })
  return {
    caption,
    isCaptionHidden: true,
    columns: [
      { title: columns.name, align: 'left', grow: 1.9 },
      { title: columns.role, align: 'left', grow: 3.3 },
      { title: columns.maker, align: 'left', grow: 3.3 },
      { title: columns.firmware, align: 'left', grow: 0 },
      { title: columns.address, align: 'left', grow: 0 },
      { title: columns.register, align: 'left', grow: 0 },
    ],
    rows,
  }
}

function headOf(tell: Telling, zone: string | null, devices: readonly Device[]): Text {
  const { baseline, say, text } = tell
  const level = baseline.network.zones.find(({ id }) => id === zone)?.purdue_level ?? null
  const count = devices.filter(({ parent }) => parent === null).length
  const more = [
    text.network.devices(count, say),
    ...(level === null ? [] : [text.network.level(say.number(level, 1)).toLowerCase()]),
  ]
  return [
    { text: zone === null ? text.inventory.noZone : tell.zone(zone), strong: true },
    { text: ` · ${more.join(' · ')}`, quiet: true },
  ]
}

/** By name, and what answers through a device right after it. */
function ordered(devices: readonly Device[]): readonly Device[] {
  const byName = (one: Device, other: Device) => compareNatural(one.label, other.label)
  const present = new Set(devices.map(({ id }) => id))
  const heads = devices.filter(({ parent }) => parent === null || !present.has(parent))
  const children = Map.groupBy(
    devices.filter(({ parent }) => parent !== null && present.has(parent)),
    ({ parent }) => parent,
  )
  const withChildren = (device: Device): readonly Device[] => [
    device,
    ...(children.get(device.id) ?? []).toSorted(byName).flatMap(withChildren),
  ]
  return heads.toSorted(byName).flatMap(withChildren)
}

/** `L2` before `L10`; does not depend on the platform's collation. */
function compareNatural(one: string, other: string): number {
  const parts = (text: string) => text.toLowerCase().match(/\d+|\D+/g) ?? []
  const [a, b] = [parts(one), parts(other)]
  for (let n = 0; n < Math.min(a.length, b.length); n += 1) {
    const [left = '', right = ''] = [a[n], b[n]]
    if (left === right) continue
    const isNumbers = /^\d/.test(left) && /^\d/.test(right)
    if (isNumbers && Number(left) !== Number(right)) return Number(left) - Number(right)
    return left < right ? -1 : 1
  }
  return a.length - b.length
}

function cells(tell: Telling, asset: Device): readonly Text[] {
  const maker = [asset.vendor, asset.model ?? asset.order_number].filter((part) => part !== null)
  const address = asset.ipv4[0] ?? asset.macs[0] ?? asset.ipv6[0] ?? ''
  const proof = asset.facts.find((fact) => fact.name === 'model' || fact.name === 'order_number')
  const place = proof === undefined ? null : tell.inputPlace(proof.capture)
  return [
    plain(
      asset.parent === null
        ? clamped(asset.label)
        : `${tell.device(asset.parent)} › ${clamped(asset.label)}`,
    ),
    role(tell, asset),
    [
      { text: clamped(maker.join(' '), 90) },
      ...(proof === undefined || maker.length === 0
        ? []
        : [{ text: ' ' }, linked(`frame\u00a0${proof.frame}`, place, { quiet: true })]),
    ],
    plain(asset.firmware ?? ''),
    [{ text: address, mono: true }],
    registerCell(tell, asset),
  ]
}

/** What it is, and what decided that. */
function role(tell: Telling, asset: Device): Text {
  const { say, text } = tell
  if (asset.role === null) {
    return quiet(asset.parent === null ? text.unknown : text.inventory.behind)
  }
  const why = asset.role_reason === null ? '' : reason(tell, asset.role_reason)
  return [
    { text: say.word(asset.role, 'role') },
    ...(why === '' ? [] : [{ text: `, ${why}`, quiet: true as const }]),
  ]
}

function reason({ say }: Telling, text: string): string {
  const [code = '', ...rest] = text.split(':')
  const detail = rest.join(':')
  const words = say.word(code, 'roleReason')
  // A reason of another version of the core: better none than a code.
  if (words === code) return ''
  const kind = code === 'programs_controllers' ? 'programming' : 'protocol'
  return words.replace('{}', say.word(detail, kind))
}

function registerCell(tell: Telling, asset: Device): Text {
  const { text } = tell
  const { register } = asset
  if (register !== null) {
    return [linked(text.inventory.row(register.line), tell.inputPlace(register.path))]
  }
  if (isMissing(tell, 'assets')) return quiet('–')
  return belongs(tell, asset) ? [{ text: text.inventory.notRegistered, broken: true }] : []
}

function registerOnly(tell: Telling): Block {
  const { baseline, text } = tell
  const { registerColumns: columns, registerOnly: title } = text.inventory
  const { register_only } = baseline.inventory
  return {
    kind: 'group',
    id: 'register-only',
    title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: title,
          isCaptionHidden: true,
          columns: [
            { title: columns.name, align: 'left', grow: 3 },
            { title: columns.zone, align: 'left', grow: 3 },
            { title: columns.why, align: 'left', grow: 3 },
            { title: columns.row, align: 'left', grow: 0 },
          ],
          rows: register_only.slice(0, mostRows).map((one) => ({
            cells: [
              plain(one.name),
              plain(one.zone === null ? '' : tell.zone(one.zone)),
              one.state === 'not_seen'
                ? [{ text: text.inventory.notSeen, broken: true }]
                : plain(text.inventory.cannotBeSeen),
              [linked(text.findings.rows(one.path, String(one.line)), tell.inputPlace(one.path))],
            ],
          })),
        },
      },
    ],
  }
}
