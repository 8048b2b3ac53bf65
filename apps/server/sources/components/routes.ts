// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { no } from '../../http/answer.ts'
import type { Caller } from '../../http/caller.ts'
import { newId } from '../../http/ids.ts'
import { serveRoute } from '../../http/route.ts'
import type { Database } from '../../storage/dialect.ts'
import { knownTo } from '../known.ts'
import { AssetIndex } from '../matching.ts'
import { found, pageOf, type SourcesSurroundings } from '../source-routes.ts'
import { type NumberedSighting, type SourceRow, sightingRows } from '../store.ts'
import { acceptComponents } from './accept.ts'
import { type Around, judgeComponent } from './judge.ts'
import { type ComponentRow, componentRows, componentsNumbered, softwareIn } from './store.ts'

export function componentRoutes(
  app: FastifyInstance,
  { storage, clock }: SourcesSurroundings,
): void {
  serveRoute(app, routes.listComponents, { clock }, async ({ caller, params, query }) => {
    const row = await found(storage, caller, params['id'])
    if (row === undefined) return no('not-found')
    const { from, limit } = pageOf(query)
    const body = await storage.read(caller.tenant, async (db) => {
      const all = await componentRows(db, row.id, { from, limit: limit + 1 })
      const page = all.slice(0, limit)
      const { around } = await aroundOf(db, caller, { row, page, now: clock(), chosen: [] })
      const judged = page.map((one) => judgeComponent(one, around))
      const items = judged.filter((one) => typeof one !== 'string')
      const unlinked = items.filter(({ asset }) => asset === null).length
      const count = (what: string) => judged.filter((one) => one === what).length
      return {
        items,
        total: row.component_count,
        same: count('same'),
        devices: count('device'),
        linked: items.length - unlinked,
        unlinked,
        next: all.length > limit ? (all[limit]?.number ?? null) : null,
      }
    })
    return { status: 200, body }
  })
  serveRoute(app, routes.acceptComponents, { clock }, async ({ caller, params, body }) => {
    const row = await found(storage, caller, params['id'])
    if (row === undefined) return no('not-found')
    const numbers = body.accept.map(({ number }) => number)
    if (new Set(numbers).size < numbers.length) {
      return no('body-refused', { errors: [{ code: 'body-refused', path: '/accept' }] })
    }
    const accepted = body.accept.map((one) => ({ ...one, asset: one.asset ?? body.asset }))
    const chosen = accepted.flatMap(({ asset }) => asset ?? [])
    const given = await storage.read(caller.tenant, async (db) => {
      const page = await componentsNumbered(db, row.id, numbers)
      return aroundOf(db, caller, { row, page, now: clock(), chosen })
    })
    const { tenant, actor } = caller
    const accepting = { storage, tenant, actor, newId: () => newId(clock()) }
    return {
      status: 200,
      body: await acceptComponents(accepting, row, { ...given, accepted }),
    }
  })
}

/** What a page of components is held against, and no more of the registers than that takes. */
async function aroundOf(
  db: Database,
  caller: Caller,
  {
    row,
    page,
    now,
    chosen,
  }: {
    readonly row: SourceRow
    readonly page: readonly ComponentRow[]
    readonly now: string
    /** Ids of assets that somebody has chosen. */
    readonly chosen: readonly string[]
  },
) {
  const parents = await componentsNumbered(
    db,
    row.id,
    page.flatMap(({ part_of }) => part_of ?? []),
  )
  const rows = new Map([...parents, ...page].map((one) => [one.number, one]))
  const { assets } = await knownTo(db, caller, now)
  const index = new AssetIndex(assets, row.site)
  const sightings = await sightingsOf(db, row, [...rows.values()])
  const matched = [...sightings.values()].flatMap((sighting) => {
    const match = index.match(sighting)
    return match.kind === 'one' ? [match.asset.id] : []
  })
  const names = [...rows.values()].map(({ name }) => name.trim())
  const software = await softwareIn(db, caller, { assets: [...matched, ...chosen], names, now })
  const around: Around = { source: row, assets: index, sightings, software }
  return { around, rows, assets }
}

async function sightingsOf(
  db: Database,
  { id }: SourceRow,
  rows: readonly ComponentRow[],
): Promise<ReadonlyMap<number, NumberedSighting>> {
  const numbers = [...new Set(rows.flatMap(({ within }) => within ?? []))]
  if (numbers.length === 0) return new Map()
  const rowsOf = await sightingRows(db, id, { from: 0, limit: numbers.length, of: numbers })
  return new Map(rowsOf.map((one) => [one.number, one]))
}
