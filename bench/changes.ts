// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeTemplate } from '../apps/server/storage/engine/template.ts'
import { openStorage, type Storage } from '../apps/server/storage/storage.ts'
import {
  type PrivatePostgres,
  postgresBinaries,
  privatePostgres,
} from '../apps/server/storage/testing/private-postgres.ts'
import { alone, type Figure, rate } from './figure.ts'
import { quantile, timed } from './storage/quantile.ts'
import { changing, creating, everything, fill, idOf, tenant } from './storage/registers.ts'
import { served } from './storage/serving.ts'

/*
 * One change at a time through HTTP, on disk and under a signed checkpoint when it is answered; with
 * its proof file fetched as well. Then on PostgreSQL as many tenants as connections against pgbench's
 * simple update over as many: with one caller a tenant, who waits for the answer to each change, and
 * with some, whose changes are committed together when they come together.
 */
const rounds = 5
const clients = 8
const callers = [1, 4]
const secondsARound = 5

export async function* changesFigures({
  isQuick,
}: {
  readonly isQuick: boolean
}): AsyncGenerator<Figure> {
  yield* single(isQuick ? 50 : 200)
  yield* acrossTenants(isQuick ? 2 : secondsARound)
}

async function* single(runs: number): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-'))
  const storage = await openStorage({ folder, template: await makeTemplate() })
  await storage.createTenant({ id: tenant, name: 'One' })
  await fill(storage, everything({ assets: 1_000, measures: 100, answers: 800 }))
  const bench = await served(storage)
  const version = new Map<string, number>()
  const asked = { as: 'administrator' } as const
  const change = async (n: number) => {
    const id = idOf(3, n % 1_000)
    const before = version.get(id) ?? 1
    const body = { values: { firmware: `7.${n}.${before}` } }
    const path = `/api/v1/assets/${id}`
    const came = await bench.ask({ ...asked, method: 'PATCH', path, body, version: before })
    if (came.status !== 200) throw new Error(came.text)
    version.set(id, before + 1)
    return id
  }
  const best = { change: Number.POSITIVE_INFINITY, proven: Number.POSITIVE_INFINITY }
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const changed = await timed(runs, (n) => change(n))
      const proven = await timed(runs, async (n) => {
        const id = await change(runs + n)
        const came = await bench.ask({ ...asked, path: `/api/v1/assets/${id}/proof` })
        if (came.status !== 200) throw new Error(came.text)
      })
      if (round === 0) continue
      best.change = Math.min(best.change, quantile(changed, 0.95))
      best.proven = Math.min(best.proven, quantile(proven, 0.95))
    }
  } finally {
    await bench.close()
    await storage.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const of = { bench: 'changes embedded', unit: 'ms', goal: 20, aim: 8 }
  yield alone({ ...of, metric: 'durable_change_p95', value: best.change })
  yield alone({ ...of, metric: 'durable_change_and_its_proof_p95', value: best.proven })
}

async function* acrossTenants(seconds: number): AsyncGenerator<Figure> {
  const bench = 'changes postgres'
  const metricOf = (many: number) =>
    `across_${clients}_tenants_of_${many}_caller${many === 1 ? '' : 's'}`
  const of = { bench, unit: '1/s', peer: 'pgbench simple-update', goal: 1 / 3, aim: 0.5 }
  const postgres = privatePostgres()
  if (postgres === undefined) {
    console.error('bench: no PostgreSQL server on this machine')
    for (const many of callers) {
      yield rate({ ...of, metric: metricOf(many), value: undefined, peerValue: undefined })
    }
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-'))
  try {
    const storage = await openStorage({ folder, databaseUrl: await postgres.database() })
    const peerUrl = await postgres.database()
    pgbench(postgres, peerUrl, ['-i', '-q', '-s', '10'])
    const tenants = Array.from({ length: clients }, (_, n) => idOf(9, n))
    for (const id of tenants) await prepared(storage, id)
    const best = callers.map((many) => ({ many, own: 0, p95: Number.POSITIVE_INFINITY }))
    let peer = 0
    for (let round = 0; round <= rounds; round += 1) {
      for (const one of best) {
        const now = await manyAtOnce(storage, tenants, { seconds, callers: one.many })
        if (round === 0) continue
        one.own = Math.max(one.own, now.perSecond)
        one.p95 = Math.min(one.p95, now.p95)
      }
      const args = ['-N', '-n', '-c', String(clients), '-j', '1', '-T', String(seconds)]
      const tps = Number(/tps = ([\d.]+)/.exec(pgbench(postgres, peerUrl, args))?.[1])
      if (round > 0) peer = Math.max(peer, tps)
    }
    await storage.close()
    for (const { many, own, p95 } of best) {
      yield rate({ ...of, metric: metricOf(many), value: own, peerValue: peer })
      yield alone({ bench, metric: `${metricOf(many)}_p95`, value: p95, unit: 'ms' })
    }
  } finally {
    postgres.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prepared(storage: Storage, id: string): Promise<void> {
  await storage.createTenant({ id, name: id })
  for (let n = 0; n < Math.max(...callers); n += 1) {
    const values = { code: `S${n}`, name: `Plant ${n}` }
    const told = await storage.apply(id, creating('site', idOf(2, n), values))
    if (told.outcome !== 'done') throw new Error(JSON.stringify(told))
  }
}

/** Each caller has a record to change, and asks for the next change with the answer to the last. */
async function manyAtOnce(
  storage: Storage,
  tenants: readonly string[],
  { seconds, callers: many }: { readonly seconds: number; readonly callers: number },
) {
  const times: number[] = []
  const started = performance.now()
  const end = started + seconds * 1_000
  const calling = async (tenant: string, record: string) => {
    while (performance.now() < end) {
      const asked = performance.now()
      const told = await storage.apply(tenant, changing('site', record, { city: `City ${asked}` }))
      if (told.outcome !== 'done') throw new Error(JSON.stringify(told))
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(
    tenants.flatMap((id) => Array.from({ length: many }, (_, n) => calling(id, idOf(2, n)))),
  )
  const perSecond = times.length / ((performance.now() - started) / 1_000)
  return { perSecond, p95: quantile(times, 0.95) }
}

function pgbench(postgres: PrivatePostgres, url: string, args: readonly string[]): string {
  const program = join(postgresBinaries() ?? '', 'pgbench')
  const all = [...args, '-h', postgres.folder, '-U', 'postgres', databaseOf(url)]
  const { status, stdout, stderr } = spawnSync(program, all, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`pgbench: ${stderr}`)
  return stdout
}

/** The host is a folder, which is no URL to the platform. */
function databaseOf(url: string): string {
  return /\/\/[^/]*\/(\w+)\?/.exec(url)?.[1] ?? ''
}
