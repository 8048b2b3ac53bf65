// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import type { Block, Section, Table, Text } from './document.ts'
import { clamped, linked, plain, quiet, type Telling } from './telling.ts'

type Device = Baseline['inventory']['assets'][number]

/** On paper nobody reads further; the files beside the report have every device. */
const mostRows = 400

export function inventorySection(tell: Telling): Section {
  const { baseline, say, text } = tell
  const words = text.inventory
  const { assets, coverage, register_only } = baseline.inventory
  const inside = assets.filter((asset) => !asset.external)
  const outside = assets.length - inside.length
  const own = inside.filter((asset) => belongs(tell, asset))
  const blocks: Block[] = []
  if (own.length === 0) blocks.push({ kind: 'text', text: plain(words.empty) })
  else {
    const registered = own.filter((asset) => asset.register !== null).length
    const of = (value: number) => say.of(value, own.length)
    blocks.push({
      kind: 'text',
      text: plain(
        words.intro({
          seen: text.network.devices(own.length, say),
          registered: of(registered),
          model:
            coverage === null ? text.unknown : of(own.filter(({ model }) => model !== null).length),
          firmware:
            coverage === null
              ? text.unknown
              : of(own.filter(({ firmware }) => firmware !== null).length),
        }),
      ),
    })
    blocks.push({ kind: 'table', table: deviceTable(tell, inside) })
    if (inside.length > mostRows) {
      blocks.push({ kind: 'note', text: plain(words.more(inside.length - mostRows)) })
    }
  }
  if (outside > 0) blocks.push({ kind: 'note', text: plain(words.onlyOutside(outside, say)) })
  if (register_only.length > 0) blocks.push({ kind: 'table', table: registerOnlyTable(tell) })
  return { id: 'inventory', title: words.title, blocks }
}

/** Visitors, what only others speak of and what answers through another are no devices of its own. */
function belongs({ baseline }: Telling, { silent, parent, zone }: Device): boolean {
  const kind = baseline.network.zones.find(({ id }) => id === zone)?.kind
  return !silent && parent === null && !/^(supplier|guest|internet)$/.test(kind ?? '')
}

function deviceTable(tell: Telling, inside: readonly Device[]): Table {
  const { columns, caption } = tell.text.inventory
  return {
    caption,
    columns: [
      { title: columns.name, align: 'left', grow: 2.1 },
      { title: columns.role, align: 'left', grow: 0 },
      { title: columns.zone, align: 'left', grow: 3 },
      { title: columns.maker, align: 'left', grow: 3.3 },
      { title: columns.firmware, align: 'left', grow: 0 },
      { title: columns.address, align: 'left', grow: 0 },
      { title: columns.register, align: 'left', grow: 0 },
    ],
    rows: inside.slice(0, mostRows).map((asset) => ({ id: asset.id, cells: cells(tell, asset) })),
  }
}

function cells(tell: Telling, asset: Device): readonly Text[] {
  const { say, text } = tell
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
    asset.role === null ? quiet(text.unknown) : plain(say.word(asset.role, 'role')),
    plain(asset.zone === null ? '' : tell.zone(asset.zone)),
    [
      { text: clamped(maker.join(' '), 90) },
      ...(proof === undefined || maker.length === 0
        ? []
        : [linked(` frame ${proof.frame}`, place, { quiet: true })]),
    ],
    plain(asset.firmware ?? ''),
    [{ text: address, mono: true }],
    registerCell(tell, asset),
  ]
}

function registerCell(tell: Telling, asset: Device): Text {
  const { text } = tell
  const { register } = asset
  if (register !== null) {
    return [linked(text.inventory.row(register.line), tell.inputPlace(register.path))]
  }
  return belongs(tell, asset) ? [{ text: text.inventory.notRegistered, broken: true }] : []
}

function registerOnlyTable(tell: Telling): Table {
  const { baseline, text } = tell
  const { registerColumns: columns, registerOnly } = text.inventory
  return {
    caption: registerOnly,
    columns: [
      { title: columns.name, align: 'left', grow: 3 },
      { title: columns.zone, align: 'left', grow: 2 },
      { title: columns.row, align: 'left', grow: 2 },
      { title: columns.why, align: 'left', grow: 2 },
    ],
    rows: baseline.inventory.register_only.slice(0, mostRows).map((one) => ({
      cells: [
        plain(one.name),
        plain(one.zone === null ? '' : tell.zone(one.zone)),
        [linked(text.findings.row(one.path, one.line), tell.inputPlace(one.path))],
        plain(one.state === 'not_seen' ? text.inventory.notSeen : text.inventory.cannotBeSeen),
      ],
    })),
  }
}
