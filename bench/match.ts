// SPDX-License-Identifier: EUPL-1.2
// Advisories against an inventory, in the core and by the command line, and against a bill of
// materials.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Advisory, AssetReader, advisoryOf, assetOf, Matcher } from '@schouw/core/vulns'
import { advisoryTexts, inventory } from './advisories.ts'
import { billOf } from './bill/of.ts'
import { against, alone, type Figure } from './figure.ts'
import { compared, measured } from './measure.ts'
import { schouw } from './peers.ts'

const rounds = 5
/** Of 20,000 components: reading them and the advisories, and holding all against all. */
const script = join(import.meta.dirname, 'bill/match.ts')

export async function* matchFigures(): AsyncGenerator<Figure> {
  const bench = 'match'
  const texts = advisoryTexts()
  const { parse, read } = fastestImport(texts)
  yield against({
    bench,
    metric: 'import',
    value: read.ms,
    unit: 'ms',
    peer: 'JSON.parse',
    peerValue: parse.ms,
    as: 'times',
    goal: 0.5,
  })
  const advisories = read.value.filter((one) => one !== undefined)
  const rows = inventory(advisories)
  const reader = new AssetReader()
  const readings = rows.map((row) => reader.read(assetOf(row, '')))
  const whole = fastest(() => {
    const matcher = matcherOf(advisories)
    const afresh = new AssetReader()
    for (const row of rows) matcher.against(afresh.read(assetOf(row, '')))
    return matcher
  })
  yield alone({ bench, metric: 'full', value: whole.ms / 1000, unit: 's', goal: 3, aim: 1 })
  const largest = advisories.reduce((a, b) => (a.products.length > b.products.length ? a : b))
  const advisory = fastest(() => {
    const matcher = matcherOf([largest])
    for (const reading of readings) matcher.against(reading)
  })
  yield alone({ bench, metric: 'one_advisory', value: advisory.ms, unit: 'ms', goal: 50 })
  let serial = 0
  const asset = fastest(() => {
    serial += 1
    const row = { ...rows[serial], serial_number: `S${serial}` }
    return whole.value.against(new AssetReader().read(assetOf(row, '')))
  })
  yield alone({ bench, metric: 'one_asset', value: asset.ms, unit: 'ms', goal: 50 })
  yield* memory(texts, rows, billOf(advisories))
}

async function* memory(
  texts: readonly string[],
  rows: readonly object[],
  bill: object,
): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-'))
  try {
    for (const [at, text] of texts.entries()) writeFileSync(join(folder, `a${at}.json`), text)
    const assets = join(folder, 'inventory.txt')
    writeFileSync(assets, JSON.stringify(rows))
    const command = schouw('match', '--assets', assets, '--advisories', folder, '--json')
    const own = (await compared([command], 1)).get('schouw')
    const of = (metric: string, value: number | null | undefined, unit: string, goal?: number) =>
      alone({ bench: 'match', metric, value, unit, ...(goal === undefined ? {} : { goal }) })
    yield of('command', own?.wallS, 's')
    yield of('command_cpu', own?.cpuS, 's')
    yield of('peak_memory', own?.peakMB, 'MB', 300)
    const list = join(mkdtempSync(join(folder, 'bill-')), 'bill.txt')
    writeFileSync(list, JSON.stringify(bill))
    const args = [join(import.meta.dirname, '../bin/run.mjs'), script, list, folder]
    const listed = await measured(process.execPath, args)
    const isDone = listed.exit === 0
    yield of('bill', isDone ? listed.wallS : null, 's', 5)
    yield of('bill_cpu', isDone ? listed.cpuS : null, 's')
    yield of('bill_peak_memory', isDone ? listed.peakMB : null, 'MB')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function matcherOf(advisories: readonly Advisory[]): Matcher {
  const matcher = new Matcher()
  for (const advisory of advisories) matcher.add(advisory)
  return matcher
}

function fastest<Value>(run: () => Value): { ms: number; value: Value } {
  let value = run()
  let ms = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    value = run()
    ms = Math.min(ms, performance.now() - started)
  }
  return { ms, value }
}

/** Reading against bare parsing, in turn, so that a busy moment meets both. */
function fastestImport(texts: readonly string[]): {
  parse: { ms: number }
  read: { ms: number; value: readonly (Advisory | undefined)[] }
} {
  let parseMs = Number.POSITIVE_INFINITY
  let readMs = Number.POSITIVE_INFINITY
  let value: readonly (Advisory | undefined)[] = []
  for (let round = 0; round <= 2 * rounds; round += 1) {
    const started = performance.now()
    for (const text of texts) JSON.parse(text)
    const between = performance.now()
    value = texts.map((text) => advisoryOf(JSON.parse(text)))
    if (round === 0) continue
    parseMs = Math.min(parseMs, between - started)
    readMs = Math.min(readMs, performance.now() - between)
  }
  return { parse: { ms: parseMs }, read: { ms: readMs, value } }
}
