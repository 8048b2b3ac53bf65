// SPDX-License-Identifier: EUPL-1.2
// `node bin/run.mjs scripts/false-alarms.ts [FILTER]`: learns what is usual from the first half of
// each shared recording and counts the deviations in the second. `--document` writes the table to
// docs/false-alarms.md. What was recorded to show an attack is no false alarm: it is counted apart.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Detection,
  Inspection,
  type InspectionReport,
  inspectionReport,
  protocols,
} from '@schouw/core/capture'
import { type Deviation, deviationKinds, deviations, learn } from '@schouw/core/capture/drift'
import { macVendor } from '../apps/cli/captures/makers.ts'
import { halves } from './false-alarms/halves.ts'
import { cases, hasSharedCaptures } from './recall/truth.ts'

export const documentFile = join(import.meta.dirname, '../docs/false-alarms.md')
/** Shorter recordings hold one conversation from its beginning to its end: nothing to learn. */
const fewestPackets = 600
const shortestS = 20
/** Recorded to show attacks (the village: a contest with a scan), or a person at work on a controller. */
const shown =
  /^threat\/|stop|download|change|upload|reboot|attempt|malware|everything|addroute|scan|village/

export interface Row {
  readonly name: string
  readonly seconds: number
  readonly packets: number
  readonly found: readonly Deviation[]
}

function inspect(bytes: Uint8Array, name: string): InspectionReport {
  const inspection = new Inspection({ protocols, seed: 1 })
  inspection.open(name)
  inspection.feed(bytes)
  inspection.close()
  return inspectionReport(inspection.observed(), { vendorOf: macVendor })
}

export function rowsOf(filter: string): Row[] {
  const rows: Row[] = []
  for (const { name, path, truth } of cases(filter)) {
    const parts = truth.packets < fewestPackets ? undefined : halves(readFileSync(path))
    if (parts === undefined) continue
    const before = inspect(parts[0], `${name} (first half)`)
    const after = inspect(parts[1], `${name} (second half)`)
    const capture = after.captures[0]
    const times = [capture?.first, capture?.last].map((text) => Date.parse(text ?? ''))
    const seconds = ((times[1] ?? 0) - (times[0] ?? 0)) / 1000
    if (!(seconds >= shortestS)) continue
    const found = deviations(learn(before), after, { asOf: capture?.last ?? '' })
    rows.push({ name, seconds, packets: capture?.packets ?? 0, found })
  }
  return rows
}

function table(rows: readonly Row[]): string {
  const kinds = deviationKinds.filter((kind) =>
    rows.some((row) => row.found.some((one) => one.kind === kind)),
  )
  const head = ['recording', 'packets', 'seconds', ...kinds, 'high', 'medium', 'low']
  const line = (name: string, list: readonly Row[]) => {
    const all = list.flatMap(({ found }) => found)
    const sum = (value: (row: Row) => number) =>
      Math.round(list.reduce((total, row) => total + value(row), 0))
    const severities = ['high', 'medium', 'low'] as const
    return [
      name,
      sum(({ packets }) => packets),
      sum(({ seconds }) => seconds),
      ...kinds.map((kind) => all.filter((one) => one.kind === kind).length),
      ...severities.map((severity) => all.filter((one) => one.severity === severity).length),
    ]
  }
  const lines = [...rows.map((row) => line(row.name, [row])), line('**together**', rows)]
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** What nobody of these recordings is known to have done: every one found is a false alarm. */
const rare: readonly Detection['kind'][] = ['beaconing', 'clock_jump']

export interface Whole {
  readonly recordings: number
  readonly packets: number
  readonly found: readonly { readonly name: string; readonly detection: Detection }[]
}

/** The recordings as they are, learning nothing. */
export function wholeOf(filter: string): Whole {
  const all = cases(filter)
  const found = all.flatMap(({ name, path }) =>
    inspect(readFileSync(path), name).detections.map((detection) => ({ name, detection })),
  )
  return {
    recordings: all.length,
    packets: all.reduce((sum, { truth }) => sum + truth.packets, 0),
    found,
  }
}

/** Every alarm with the packet that a person has to look at. */
function listed(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ found }) =>
    found.map(({ kind, severity, service, frames: [frame] }) => {
      const where = frame === undefined ? '–' : `${frame.capture}, frame ${frame.frame}`
      return `| ${where} | ${kind} | ${service ?? '–'} | ${severity} |`
    }),
  )
  return ['| where | kind | service | severity |', '| --- | --- | --- | --- |', ...lines].join('\n')
}

function wholeText({ recordings, packets, found }: Whole): string {
  const of = (kind: Detection['kind']) =>
    found.filter(({ detection }) => detection.kind === kind).length
  const counts = rare.map((kind) => `${of(kind)} \`${kind}\``).join(', ')
  return `In all ${recordings} recordings whole (${packets.toLocaleString('en-GB')} packets): ${counts}.`
}

export function documentText(rows: readonly Row[], whole: Whole): string {
  const quiet = rows.filter(({ name }) => !shown.test(name))
  const loud = rows.filter(({ name }) => shown.test(name))
  return `${[
    '# False alarms',
    [
      'What is usual is learnt from the first half of the packets of a recording; what departs from it in the second half is',
      'counted. Recordings are those of `docs/recall.md` with at least 600 packets and 20 seconds in their second half. Made by',
      '`node bin/run.mjs scripts/false-alarms.ts --document`. Minutes are far too little to learn a plant from: a real baseline',
      'takes weeks, and every figure here is an upper bound of what is left after it.',
    ].join('\n'),
    '## Ordinary traffic',
    table(quiet),
    '### Each of them',
    listed(quiet),
    '## Recorded to show an attack or work on a controller',
    table(loud),
    '## Rhythms and clocks',
    wholeText(whole),
  ].join('\n\n')}\n`
}

function main(words: readonly string[]): number {
  if (!hasSharedCaptures) {
    console.error('false-alarms: the shared captures are not beside the repository')
    return 2
  }
  const filter = words.find((word) => !word.startsWith('--')) ?? ''
  const text = documentText(rowsOf(filter), wholeOf(filter))
  console.log(text)
  if (words.includes('--document')) writeFileSync(documentFile, text)
  return 0
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2))
