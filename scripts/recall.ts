// SPDX-License-Identifier: EUPL-1.2
// `node bin/run.mjs scripts/recall.ts [FILTER] [--misses]`: how much of what an independent program
// reads in the shared captures we read too. Prints hosts, packets per protocol and identity facts
// per kind; `--golden` writes the figures (figures only) to fixtures/golden/recall.json, and from them
// the table in docs/recall.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { differences } from './recall/differences.ts'
import { documentFile, documentText } from './recall/document.ts'
import type { Figures } from './recall/figures.ts'
import { kinds } from './recall/kinds.ts'
import { type Measurement, type Miss, measure, type Score } from './recall/measure.ts'
import { cases, hasSharedCaptures } from './recall/truth.ts'

export const goldenFile: string = join(import.meta.dirname, '../fixtures/golden/recall.json')

export function recallFigures(filter = ''): { figures: Figures; misses: Miss[]; seconds: number } {
  const hosts: Record<string, Score> = {}
  const protocols: Record<string, Score> = {}
  const facts: Record<string, Score> = {}
  const misses: Miss[] = []
  let seconds = 0
  const all = cases(filter)
  for (const one of all) {
    const measured: Measurement = measure(one)
    seconds += measured.seconds
    misses.push(...measured.misses)
    addAll(hosts, measured.hosts)
    addAll(protocols, measured.protocols)
    addAll(facts, measured.facts)
  }
  const total = { wanted: 0, found: 0, extra: 0 }
  const later = { wanted: 0, found: 0, extra: 0 }
  for (const [kind, score] of Object.entries(facts)) {
    add(kinds[kind]?.isLater === true ? later : total, score)
  }
  const messages = { wanted: 0, found: 0, extra: 0 }
  for (const [name, score] of Object.entries(protocols)) {
    if (!carriers.has(name)) add(messages, score)
  }
  const counted = { captures: all.length, hosts, protocols, facts: sorted(facts), messages }
  const figures = { ...counted, total, later }
  return { figures: { ...figures, protocols: sorted(protocols) }, misses, seconds }
}

export function goldenText(figures: Figures): string {
  return `${JSON.stringify({ ...figures, differences }, null, 2)}\n`
}

/** What only carries others. */
const carriers = new Set([
  'ipv4',
  'ipv6',
  'tcp',
  'udp',
  'vlan',
  'gre',
  'mpls',
  'vxlan',
  'tpkt',
  'cotp',
])

function addAll(sums: Record<string, Score>, scores: Record<string, Score>): void {
  for (const [name, score] of Object.entries(scores)) {
    sums[name] ??= { wanted: 0, found: 0, extra: 0 }
    add(sums[name], score)
  }
}

function add(sum: Score, { wanted, found, extra }: Score): void {
  sum.wanted += wanted
  sum.found += found
  sum.extra += extra
}

function sorted(scores: Record<string, Score>): Record<string, Score> {
  return Object.fromEntries(Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function print(title: string, scores: Record<string, Score>): void {
  console.log(`\n${title.padEnd(26)}${'wanted'.padStart(9)}${'found'.padStart(9)}  recall   extra`)
  for (const [name, { wanted, found, extra }] of Object.entries(scores)) {
    const recall = wanted === 0 ? '–' : `${((found / wanted) * 100).toFixed(1)} %`
    console.log(
      `${name.padEnd(26)}${String(wanted).padStart(9)}${String(found).padStart(9)}${recall.padStart(9)}${String(extra).padStart(8)}`,
    )
  }
}

function main(words: readonly string[]): number {
  if (!hasSharedCaptures) {
    console.error('recall: the shared captures are not beside the repository')
    return 2
  }
  const filter = words.find((word) => !word.startsWith('--')) ?? ''
  const { figures, misses, seconds } = recallFigures(filter)
  print('hosts', figures.hosts)
  print('packets per protocol', figures.protocols)
  const isLater = ([kind]: [string, Score]) => kinds[kind]?.isLater === true
  const rows = Object.entries(figures.facts)
  print('identity facts', Object.fromEntries(rows.filter((row) => !isLater(row))))
  print('identity facts, later', Object.fromEntries(rows.filter(isLater)))
  print('identity facts together', { 'this slice': figures.total, later: figures.later })
  console.log(`\n${figures.captures} captures in ${seconds.toFixed(1)} s`)
  if (words.includes('--misses')) {
    for (const { capture, kind, field, value } of misses) {
      console.log(`miss ${kind} ${field}  ${capture}  ${value}`)
    }
  }
  if (words.includes('--golden')) {
    writeFileSync(goldenFile, goldenText(figures))
    writeFileSync(documentFile, documentText(figures))
  }
  return 0
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2))
