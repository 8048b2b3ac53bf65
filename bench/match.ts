// SPDX-License-Identifier: EUPL-1.2
// Advisories against an inventory: real advisories where they are at hand beside the repository,
// else as many of our own making; 10,000 assets of the kinds the advisories name.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Advisory, AssetReader, advisoryOf, assetOf, Matcher } from '@schouw/core/vulns'
import { against, alone, type Figure } from './figure.ts'
import { compared } from './measure.ts'
import { schouw } from './peers.ts'

const shared = join(import.meta.dirname, '../../shared/advisories/csaf')
const rounds = 5
const assetCount = 10_000
const ownDocuments = 1_500

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
  yield* memory(texts, rows)
}

async function* memory(texts: readonly string[], rows: readonly object[]): AsyncGenerator<Figure> {
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

/** The same choice in every run. */
function dice(): (below: number) => number {
  let seed = 1
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * below)
  }
}

function inventory(advisories: readonly Advisory[]): Record<string, unknown>[] {
  const below = dice()
  const products = advisories.flatMap((advisory) => advisory.products)
  return Array.from({ length: assetCount }, (_, at) => {
    const product = products[below(products.length)]
    return {
      id: `A${at}`,
      vendor: product?.vendor,
      product: product?.name.replace(/\([^()]*\)/g, ' '),
      order_number: product?.helper?.modelNumbers[0],
      version: `V${below(30)}.${below(10)}.${below(20)}`,
    }
  })
}

function advisoryTexts(): string[] {
  if (existsSync(shared)) {
    return globSync('*/*.json', { cwd: shared })
      .sort()
      .map((file) => readFileSync(join(shared, file), 'utf8'))
  }
  console.error('bench: no shared advisories, made some')
  const below = dice()
  return Array.from({ length: ownDocuments }, (_, at) => JSON.stringify(ownDocument(at, below)))
}

function ownDocument(at: number, below: (count: number) => number): object {
  const ids = Array.from({ length: 1 + below(14) }, (_, place) => `P${place}`)
  const branches = ids.map((id) => ({
    category: 'product_name',
    name: `Lamp ${below(400)}-${below(9)} (LW${1000 + below(9000)}-${below(9)}AB)`,
    branches: [
      {
        category: 'product_version_range',
        name: `vers:intdot/<${below(9)}.${below(20)}`,
        product: { product_id: id, name: id },
      },
    ],
  }))
  const details = 'Update to the latest version. '.repeat(20)
  const vulnerabilities = Array.from({ length: 1 + below(6) }, (_, place) => ({
    cve: `CVE-2026-${10_000 + at * 6 + place}`,
    product_status: { known_affected: ids },
    remediations: [{ category: 'vendor_fix', details, product_ids: ids }],
  }))
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      publisher: { category: 'vendor', name: 'Lampworks' },
      tracking: { id: `LW-${at}`, version: '1' },
    },
    product_tree: { branches: [{ category: 'vendor', name: `Lampworks ${at % 40}`, branches }] },
    vulnerabilities,
  }
}
