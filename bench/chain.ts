// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { questions } from '@schouw/core/chain'
import { type KindName, kinds, records } from '@schouw/core/registers'
import { httpApp } from '../apps/server/http/app.ts'
import { developmentTokens } from '../apps/server/http/development.ts'
import { newId } from '../apps/server/http/ids.ts'
import { everybody, personOf, tokenOf } from '../apps/server/http/testing/people.ts'
import { openStorage, type Storage } from '../apps/server/storage/storage.ts'
import { first } from '../apps/server/storage/testing/tenants.ts'
import { alone, type Figure } from './figure.ts'
import { quantile } from './storage/quantile.ts'

/*
 * 5,000 suppliers and 500 open questionnaires on the embedded engine: lists as a CISO opens them, the
 * first one after a change too, and an answer saved behind a link, one request at a time.
 */
const goal = { listMs: 60, saveMs: 20 } as const

export async function* chainFigures({
  isQuick,
}: {
  readonly isQuick: boolean
}): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-chain-'))
  const storage = await openStorage({ folder })
  try {
    await storage.createTenant({ id: first, name: 'Bench' })
    yield* measured(storage, isQuick ? 1_000 : 5_000, isQuick ? 100 : 500)
  } finally {
    await storage.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* measured(
  storage: Storage,
  suppliers: number,
  open: number,
): AsyncGenerator<Figure> {
  const app = await httpApp({
    storage,
    authenticate: developmentTokens(everybody),
    requestsPerMinute: 1e9,
  })
  const authorization = `Bearer ${tokenOf('ciso')}`
  let asks = 0
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    asks += 1
    const came = await app.inject({
      ...{ method, url, headers: { authorization } },
      // Suppliers sit at many addresses: the bound on one of them is not what is measured.
      remoteAddress: `198.51.100.${asks % 250}`,
      ...(payload === undefined ? {} : { payload }),
    })
    if (came.statusCode >= 300) throw new Error(`${url}: ${came.statusCode} ${came.body}`)
    return came.json()
  }
  const ids = await filled(storage, suppliers)
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const links: string[] = []
  for (const id of ids.slice(0, open)) {
    const body = { tier: 'software', name: 'Anna', language: 'nl', answer_until: until }
    const { link } = await ask('POST', `/api/v1/chain/suppliers/${id}/questionnaires`, body)
    links.push(String(link).split('#')[1] ?? '')
  }
  const bench = `chain of ${suppliers}`
  const of = (metric: string, times: readonly number[], most: number | undefined) =>
    alone({
      ...{ bench, metric, value: quantile(times, 0.95), unit: 'ms' },
      ...(most === undefined ? {} : { goal: most }),
    })
  const list = (query: string) => () => ask('GET', `/api/v1/chain${query}`)
  await list('')()
  yield of('suppliers_p95', await timed(60, list('')), goal.listMs)
  yield of('suppliers_searched_p95', await timed(60, list('?q=maker%2049&sort=name')), goal.listMs)
  yield of(
    'questionnaires_p95',
    await timed(60, () => ask('GET', '/api/v1/chain/questionnaires')),
    goal.listMs,
  )
  const asked = questions.questionsFor('software')
  let serial = 0
  const save = () => {
    serial += 1
    const token = links[serial % links.length] ?? ''
    const question = asked[serial % asked.length]?.id ?? ''
    const value = `Zo doen wij het, ${serial}`
    const typed = { token, writer: 'Anna', question, field: 'explanation', value, base: '' }
    return ask('POST', '/api/v1/questionnaire/answers', typed)
  }
  yield of('answer_saved_p95', await timed(400, save), goal.saveMs)
  const afterChange: number[] = []
  for (let round = 0; round < 20; round += 1) {
    await filled(storage, 1, `again-${round}`)
    afterChange.push(...(await timed(1, list(''))))
  }
  yield of('suppliers_first_after_a_change_p95', afterChange, goal.listMs)
  await app.close()
}

async function timed(count: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let n = 0; n < count; n += 1) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return times
}

async function filled(storage: Storage, count: number, prefix = 'maker'): Promise<string[]> {
  const ids: string[] = []
  const name: KindName = 'supplier'
  const actor = { person: personOf('ciso'), roles: ['ciso'], processes: [] } as const
  const work: Promise<unknown>[] = []
  for (let n = 0; n < count; n += 1) {
    const id = newId(new Date().toISOString())
    ids.push(id)
    const values = {
      ...{ code: `${prefix}-${n}`, name: `Maker ${prefix} ${n}`, delivers: ['software'] },
      ...{ switching_days: n % 400, processes_personal_data: n % 3 === 0, country: 'NL' },
    }
    work.push(
      storage.apply(first, {
        decide: ({ now, lookup }) =>
          records.create({ kind: kinds[name], id, values, actor, now, lookup }),
      }),
    )
    if (work.length >= 100) await Promise.all(work.splice(0))
  }
  await Promise.all(work)
  return ids
}
