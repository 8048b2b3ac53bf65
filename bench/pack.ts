// SPDX-License-Identifier: EUPL-1.2
import { packOf } from '@schouw/core/board/pack'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { packTemplate, writePdf } from '@schouw/formats/pdf'
import { paperFonts } from '@schouw/report/fonts'
import { boardPack } from '@schouw/report/pack'
import { alone, type Figure } from './figure.ts'

/*
 * The board pack of a large organisation, forty pages and more: from its registers to the bytes of an
 * archival PDF. Processor time, which a busy machine bends least.
 */
const goalMs = 2_000
const now = '2026-11-20T08:00:00.000Z'
const rounds = 5

export async function* packFigures(): AsyncGenerator<Figure> {
  const records = largeRegisters()
  // Another state each time: the compiler keeps what it has set before.
  const made = (round: number) => {
    const moment = { records, size: 100_000 + round, now, today: '2026-11-20' }
    const pack = packOf({ now: moment, hidden: [] })
    const of = {
      pack,
      organisation: `Bench ${round}`,
      names: new Map(),
      hidden: [],
      at: now,
      curve: null,
    }
    const { data, createdAt } = boardPack(of, 'nl')
    const input = { template: packTemplate(), data, fonts: paperFonts(), attachments: {} }
    const pdf = writePdf({ ...input, createdAt })
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.facts))
    return pdf.value
  }
  const pages = pagesOf(made(0))
  const times: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const before = process.cpuUsage()
    made(round)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  yield alone({ bench: 'pack', metric: 'pages', value: pages, unit: 'pages' })
  yield alone({
    ...{ bench: 'pack', metric: 'pdf_processor_time', value: Math.min(...times) },
    ...{ unit: 'ms', goal: goalMs },
  })
}

/** By the count in the tree of pages, which is never compressed in what we write. */
function pagesOf(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1')
  const counts = [...text.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count))
  return Math.max(0, ...counts)
}

/** Enough suppliers and incidents for forty pages. */
function largeRegisters(): Readonly<Partial<Record<KindName, readonly RecordVersion[]>>> {
  const many = (count: number, one: (at: number) => RecordVersion) =>
    Array.from({ length: count }, (_, at) => one(at))
  return {
    organisation: [record('organisation', 0, 'in_use', { name: 'Bench', jurisdiction: 'NL' })],
    supplier: many(1_800, (at) =>
      record('supplier', at, 'in_use', {
        name: `Leverancier van onderdelen nummer ${at}`,
        criticality: at % 2 === 0 ? 'critical' : 'high',
        last_review_on: '2026-02-01',
        next_review_on: '2027-02-01',
      }),
    ),
    incident: many(500, (at) =>
      record('incident', at, 'handled', {
        code: `I-${at}`,
        name: `Uitval van een besturing in hal ${at}`,
        handled_at: '2026-11-10T08:00:00.000Z',
      }),
    ),
    'incident-report': many(500, (at) =>
      record('incident-report', at, 'sent', {
        incident: `incident-${at}`,
        stage: 'early_warning',
        due_at: '2026-11-02T08:00:00.000Z',
        sent_at: '2026-11-02T07:00:00.000Z',
      }),
    ),
  }
}

function record(
  kind: KindName,
  at: number,
  state: string,
  values: RecordVersion['values'],
): RecordVersion {
  const stamp = { at: '2026-10-01T08:00:00.000Z', by: 'p1' }
  const rest = { version: 1, created: stamp, changed: stamp, approval: null, retired: null }
  return { kind, id: `${kind}-${at}`, state, values, ...rest, erased: [] }
}
