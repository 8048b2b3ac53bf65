// SPDX-License-Identifier: EUPL-1.2

import { openStorage, type Storage } from '../apps/server/storage/storage.ts'
import { against, alone, type Figure } from './figure.ts'
import { type Asking, askings } from './storage/askings.ts'
import { historyFilled, registersFilled } from './storage/filled.ts'
import { quantile, timed } from './storage/quantile.ts'
import { tenant } from './storage/registers.ts'
import { type ServedBench, served, type Who } from './storage/serving.ts'

/*
 * Lists of 10,000 assets, 10,000 measures and 200,000 answers through HTTP, one request at a time,
 * and the same rows by a statement written by hand on the same engine in the same process, in turn.
 * Of each asking the least 95th percentile of the rounds counts: a busy machine bends single rounds.
 */
const goal = { p95Ms: 60, aimMs: 25, timesSql: 5, afterYears: 1.3 } as const
const rounds = 6
const everybody = ['administrator', 'process_owner'] as const

interface Times {
  readonly http: number
  readonly sql: number
}

export async function* listsFigures({
  isQuick,
}: {
  readonly isQuick: boolean
}): AsyncGenerator<Figure> {
  const young = await measuredOn((await registersFilled()).folder, isQuick ? 20 : 40)
  yield* figures('lists', young)
  if (isQuick) return
  const old = await measuredOn((await historyFilled()).folder, 40)
  yield* figures('lists, 1,000,000 entries', old)
  for (const who of everybody) {
    yield against({
      bench: 'lists, 1,000,000 entries',
      metric: `${who}_slowest_p95`,
      value: slowest(old, who)?.[1].http,
      unit: 'ms',
      peer: 'the same with 222,000 entries',
      peerValue: young.get(slowest(old, who)?.[0] ?? '')?.http,
      as: 'share',
      goal: goal.afterYears,
    })
    const sums = [old, young].map((times) => sumOf(times, who))
    yield against({
      bench: 'lists, 1,000,000 entries',
      metric: `${who}_all_askings_p95_sum`,
      value: sums[0],
      unit: 'ms',
      peer: 'the same with 222,000 entries',
      peerValue: sums[1],
      as: 'share',
      goal: goal.afterYears,
    })
  }
}

type ByAsking = ReadonlyMap<string, Times>

const nameOf = (who: Who, asking: Asking) => `${who} ${asking.name}`

const of = (times: ByAsking, who: Who) => [...times].filter(([name]) => name.startsWith(who))

const slowest = (times: ByAsking, who: Who) =>
  of(times, who).reduce((worst, one) => (one[1].http > worst[1].http ? one : worst))

const sumOf = (times: ByAsking, who: Who) =>
  of(times, who).reduce((sum, [, one]) => sum + one.http, 0)

function* figures(bench: string, times: ByAsking): Generator<Figure> {
  for (const [name, { http, sql }] of times) {
    const metric = `${name}_p95`.replaceAll(' ', '_')
    yield alone({ bench, metric, value: http, unit: 'ms', goal: goal.p95Ms, aim: goal.aimMs })
    yield against({
      bench,
      metric,
      value: http,
      unit: 'ms',
      peer: 'bare SQL',
      peerValue: sql,
      as: 'share',
      goal: goal.timesSql,
    })
  }
}

async function measuredOn(folder: string, runs: number): Promise<ByAsking> {
  const storage = await openStorage({ folder })
  const bench = await served(storage)
  const best = new Map<string, Times>()
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const asking of askings) {
        for (const who of asking.by ?? everybody) {
          const now = await oneRound({ storage, bench, asking, who, runs })
          const name = nameOf(who, asking)
          const before = best.get(name)
          if (round === 0) continue
          best.set(name, {
            http: Math.min(now.http, before?.http ?? now.http),
            sql: Math.min(now.sql, before?.sql ?? now.sql),
          })
        }
      }
    }
    return best
  } finally {
    await bench.close()
    await storage.close()
  }
}

interface Round {
  readonly storage: Storage
  readonly bench: ServedBench
  readonly asking: Asking
  readonly who: Who
  readonly runs: number
}

async function oneRound({ storage, bench, asking, who, runs }: Round): Promise<Times> {
  let rows = 0
  const http = await timed(runs, async (n) => {
    const { status, text } = await bench.ask({ as: who, path: asking.path(n) })
    if (status !== 200) throw new Error(`${asking.path(n)}: ${status} ${text}`)
    rows = text.length
  })
  if (rows < 40 && who !== 'customer')
    throw new Error(`${asking.name}: an empty answer measures nothing`)
  const { client, end } = await asBefore(storage)
  const sql = await timed(runs, (n) => client(asking.sql(n)))
  await end()
  return { http: quantile(http, 0.95), sql: quantile(sql, 0.95) }
}

/** A connection in the role and for the tenant of the application, as its own statements have it. */
async function asBefore(storage: Storage) {
  const client = await storage.engine.pool.connect()
  await client.query(
    `begin read only; set local role schouw_app; set local app.tenant = '${tenant}'`,
  )
  return {
    client: async (text: string) => {
      const { rows } = await client.query(text)
      // What a caller does with them at the least.
      return JSON.stringify(rows).length
    },
    end: async () => {
      await client.query('commit')
      client.release()
    },
  }
}
