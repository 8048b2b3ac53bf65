// SPDX-License-Identifier: EUPL-1.2
import type { ZoneIsolation } from '@schouw/core/board/crisis'
import type { PackBlock, PackSection, Told } from './model.ts'

type Conduit = ZoneIsolation['conduits'][number]

/** Zone by zone what has to be closed, and the fewest that keep an outsider from what matters. */
export function isolationSection(told: Told): PackSection {
  const { own, crisis, records } = told
  const { zones, outside_cut: cut, exposed } = crisis.isolation
  const names = new Map(
    [...records('zone'), ...records('process')].map((one) => [
      one.id,
      String(one.values['name'] ?? ''),
    ]),
  )
  const nameOf = (id: string) => names.get(id) ?? ''
  const text = own.isolation
  const blocks: PackBlock[] = [{ kind: 'warning', text: text.safe }]
  if (zones.length === 0) blocks.push({ kind: 'note', text: own.none })
  else {
    blocks.push({ kind: 'head', text: text.outside })
    if (cut.length === 0) blocks.push({ kind: 'text', text: text.noCut })
    else blocks.push({ kind: 'text', text: text.outsideHelp }, tableOf(cut, told, nameOf))
    if (exposed.length > 0) {
      blocks.push({ kind: 'warning', text: text.exposed(exposed.map(nameOf).join(', ')) })
    }
  }
  for (const zone of zones) blocks.push(...zoneBlocks(zone, told, nameOf))
  return { title: `3. ${text.title}`, opensPage: true, blocks }
}

function zoneBlocks(
  zone: ZoneIsolation,
  told: Told,
  nameOf: (id: string) => string,
): readonly PackBlock[] {
  const text = told.own.isolation
  const isSafety = zone.kind === 'safety' || zone.is_safety_related === true
  const said = [
    zone.processes.length === 0 ? '' : text.hits(zone.processes.map(nameOf).join(', ')),
    zone.remote_access.length === 0
      ? ''
      : text.remote(zone.remote_access.map(({ name }) => name).join(', ')),
    zone.reaches.length === 0
      ? text.alone
      : text.smallest(zone.cut.map(({ name }) => name).join(', ')),
  ].filter((one) => one !== '')
  return [
    { kind: 'head', text: isSafety ? `${zone.name} (${text.safety})` : zone.name },
    { kind: 'text', text: said.join(' ') },
    zone.conduits.length === 0
      ? { kind: 'note', text: text.noConduits }
      : tableOf(zone.conduits, told, nameOf),
  ]
}

function tableOf(
  conduits: readonly Conduit[],
  { own }: Told,
  nameOf: (id: string) => string,
): PackBlock {
  return {
    kind: 'table',
    table: {
      heads: own.isolation.columns,
      widths: [2.6, 1.6, 1.6, 1.6, 0.8],
      rows: conduits.map(({ name, from, to, services }) => [
        name,
        nameOf(from),
        nameOf(to),
        services.join(', '),
        '',
      ]),
      rowHeight: null,
    },
  }
}
