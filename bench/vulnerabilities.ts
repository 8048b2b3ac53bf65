// SPDX-License-Identifier: EUPL-1.2
// Advisories brought to a server with 10,000 devices: the import as a whole, one advisory and one
// device after it, and the pages of the work queue through HTTP. Times with the database in them.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { advisoryOf } from '@schouw/core/vulns'
import { Files } from '../apps/server/files/files.ts'
import { makeTemplate } from '../apps/server/storage/engine/template.ts'
import { openStorage, type Storage } from '../apps/server/storage/storage.ts'
import { Vulnerabilities } from '../apps/server/vulnerabilities/service.ts'
import { storeImport } from '../apps/server/vulnerabilities/store.ts'
import { tarOf } from '../apps/server/vulnerabilities/tar.ts'
import { advisoryTexts, inventory } from './advisories.ts'
import { alone, type Figure } from './figure.ts'
import { clocks, since } from './storage/filled.ts'
import { quantile, timed } from './storage/quantile.ts'
import { administrator, changing, creating, fill, idOf, tenant } from './storage/registers.ts'
import { served } from './storage/serving.ts'

const bench = 'vulnerabilities'
const rounds = 8
const clock = () => new Date().toISOString()

export async function* vulnerabilitiesFigures(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-'))
  const storage = await openStorage({ folder, template: await makeTemplate() })
  try {
    await storage.createTenant({ id: tenant, name: 'Large' })
    const texts = advisoryTexts()
    await fill(storage, registered(texts))
    yield* measured(storage, new Files({ storage, folder }), texts)
  } finally {
    await storage.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* measured(
  storage: Storage,
  files: Files,
  texts: readonly string[],
): AsyncGenerator<Figure> {
  const service = new Vulnerabilities({ storage, files, clock })
  const archive = tarOf(texts.map((text, at) => [`a${at}.json`, Buffer.from(text)] as const))
  const all = await took(() => bring(service, archive, 'advisories.tar'))
  yield alone({ bench, metric: 'import', value: all.wallS, unit: 's' })
  yield alone({ bench, metric: 'import_cpu', value: all.cpuS, unit: 's' })
  const lines = await storage.read(tenant, (db) =>
    db
      .selectFrom('vulnerability_lines')
      .select(({ fn }) => fn.countAll<string>().as('all'))
      .executeTakeFirst(),
  )
  yield alone({ bench, metric: 'queue', value: Number(lines?.all ?? 0), unit: 'lines' })
  const again = await took(() => service.matchAgain(tenant, {}, administrator.person))
  yield alone({ bench, metric: 'match_all_again', value: again.wallS, unit: 's' })
  yield alone({ bench, metric: 'match_all_again_cpu', value: again.cpuS, unit: 's', goal: 3 })
  yield* pages(storage, files)
  const one = JSON.parse(texts[0] ?? '{}')
  let round = 0
  yield* increment('one_advisory', async () => {
    round += 1
    one.document.tracking.id = `ANOTHER-${round}`
    await bring(service, Buffer.from(JSON.stringify(one)), 'one.json')
  })
  yield* increment('one_asset', async () => {
    round += 1
    await storage.apply(tenant, changing('asset', idOf(3, 5 + round), { firmware: `V1.${round}` }))
    await service.follow(tenant)
  })
  service.close()
}

/** The least of some rounds: a first one warms what is kept from then on. */
async function* increment(metric: string, work: () => Promise<void>): AsyncGenerator<Figure> {
  let [wallMs, cpuMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < rounds; round += 1) {
    const { wallS, cpuS } = await took(work)
    wallMs = Math.min(wallMs, wallS * 1000)
    cpuMs = Math.min(cpuMs, cpuS * 1000)
  }
  yield alone({ bench, metric, value: wallMs, unit: 'ms', goal: 50 })
  yield alone({ bench, metric: `${metric}_cpu`, value: cpuMs, unit: 'ms', goal: 50 })
}

async function* pages(storage: Storage, files: Files): AsyncGenerator<Figure> {
  const app = await served(storage, files)
  const get = async (query: string) => {
    const { status, text } = await app.ask({
      as: 'administrator',
      path: `/api/v1/vulnerabilities${query}`,
    })
    if (status !== 200) throw new Error(`${status} ${text}`)
    return JSON.parse(text) as { next: string | null; items: unknown[] }
  }
  let next: string | null = ''
  for (let page = 0; page < 100 && next !== null; page += 1) {
    const came: { next: string | null } = await get(next === '' ? '' : `?after=${next}`)
    if (came.next !== null) next = came.next
    else break
  }
  const askings = { first: '', by_proposal: '?when=never', far: `?after=${next}` }
  for (const [name, query] of Object.entries(askings)) {
    let p95 = Number.POSITIVE_INFINITY
    for (let round = 0; round < 5; round += 1) {
      const times = await timed(20, () => get(query))
      p95 = Math.min(p95, quantile(times, 0.95))
    }
    yield alone({ bench, metric: `page_${name}_p95`, value: p95, unit: 'ms', goal: 60, aim: 25 })
  }
  await app.close()
}

async function bring(service: Vulnerabilities, bytes: Buffer, name: string): Promise<void> {
  const { storage, files } = service.around
  const [at, by] = [clock(), administrator.person]
  const taken = await files.take({ tenant, by, at, name, stream: Readable.from([bytes]) })
  if (!taken.ok) throw new Error(taken.refusal)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const id = idOf(9, Number.parseInt(digest.slice(0, 8), 16))
  const about = { fileName: name, origin: '', licence: '' }
  await storage.write(tenant, (db) =>
    storeImport(db, { id, digest, size: bytes.length, at, by, ...about }),
  )
  await service.bring(tenant, id, by)
}

async function took(work: () => Promise<unknown>) {
  const started = clocks()
  await work()
  return since(started)
}

function* registered(texts: readonly string[]) {
  yield creating('person', idOf(1, 0), { code: 'P0', name: 'Person 0' })
  const advisories = texts.flatMap((text) => advisoryOf(JSON.parse(text)) ?? [])
  for (const [at, row] of inventory(advisories).entries()) {
    const text = (name: string, most: number) =>
      String(row[name] ?? '')
        .trim()
        .slice(0, most)
    const given = {
      vendor: text('vendor', 120),
      model: text('product', 120),
      order_number: text('order_number', 80),
    }
    const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
    const values = { code: `A-${at}`, name: `Device ${at}`, role: 'plc', firmware: row['version'] }
    yield creating('asset', idOf(3, at), { ...values, ...known })
  }
}
