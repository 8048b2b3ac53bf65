// SPDX-License-Identifier: EUPL-1.2
// Bills of materials that suppliers sent along. They stay apart: a person has each read and held
// against the advisories, and nothing of it enters a register by itself.
import { buffer } from 'node:stream/consumers'
import { type Bill, routes } from '@schouw/contract'
import { response } from '@schouw/core/vulns'
import type { FastifyInstance } from 'fastify'
import { fileRow } from '../files/rows.ts'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { recordsOf, referring } from '../reading/around.ts'
import type { Database } from '../storage/dialect.ts'
import type { ChainAround } from './around.ts'

/** The question that asks for one. */
const askedFor = 'PRO-2'

export function servedBills(app: FastifyInstance, around: ChainAround): void {
  const { storage, clock } = around
  serveRoute(app, routes.supplierBills, { clock }, async ({ caller, params }) => {
    const supplier = params['id'] ?? ''
    if (!isId(supplier)) return no('not-found')
    return storage.read(caller.tenant, async (db) => {
      const known = (await recordsOf(db, 'supplier', [supplier])).get(supplier)
      if (known === undefined || known.retired !== null) return no('not-found')
      return { status: 200, body: { items: await billsOf(db, supplier) } }
    })
  })
  serveRoute(app, routes.matchSupplierBill, { clock }, ({ caller, params, body }) =>
    matched(around, caller, { supplier: params['id'] ?? '', digest: body.digest }),
  )
}

async function billsOf(db: Database, supplier: string) {
  const reviews = await referring(db, {
    ...{ kind: 'supplier-review', field: 'supplier', target: supplier },
  })
  if (reviews.length === 0) return []
  const rows = await db
    .selectFrom('questionnaire_files as f')
    .innerJoin('files', 'files.digest', 'f.digest')
    .leftJoin('supplier_bills as b', (join) =>
      join.onRef('b.digest', '=', 'f.digest').on('b.supplier', '=', supplier),
    )
    .select(['f.digest', 'f.name', 'f.bytes', 'f.writer', 'f.at', 'f.review', 'files.state'])
    .select(['b.outcome', 'b.matched_at'])
    .where('f.question', '=', askedFor)
    .where(
      'f.review',
      'in',
      reviews.map(({ id }) => id),
    )
    .orderBy('f.at', 'desc')
    .execute()
  const seen = new Set<string>()
  return rows.flatMap(({ outcome, bytes, state, ...row }) => {
    // Sent again with a later questionnaire it is the same list.
    if (seen.has(row.digest)) return []
    seen.add(row.digest)
    const read = outcome as Bill | null
    const verdict = read === null ? null : response.billVerdict(read)
    const is_apart = state !== 'stored'
    return [{ ...row, bytes: Number(bytes), is_apart, verdict, outcome: read }]
  })
}

interface Asked {
  readonly supplier: string
  readonly digest: string
}

async function matched(
  { storage, files, clock, warm }: ChainAround,
  { tenant, actor }: Caller,
  { supplier, digest }: Asked,
): Promise<Answer> {
  if (!isId(supplier)) return no('not-found')
  const found = await storage.read(tenant, async (db) => ({
    bill: (await billsOf(db, supplier)).find((one) => one.digest === digest),
    file: await fileRow(db, digest),
  }))
  if (found.bill === undefined || found.file === undefined) return no('not-found')
  if (found.file.state !== 'stored') return no('file-quarantined')
  const stream = await files?.open(tenant, digest)
  if (stream === undefined || warm === undefined) return no('file-absent')
  const bytes = await buffer(stream)
  const outcome = await warm.use({ tenant }, ({ thread }) => thread.ask('bill', { bytes }))
  const row = { outcome: JSON.stringify(outcome), matched_at: clock(), matched_by: actor.person }
  await storage.write(tenant, (db) =>
    db
      .insertInto('supplier_bills')
      .values({ supplier, digest, ...row })
      .onConflict((conflict) => conflict.columns(['tenant', 'supplier', 'digest']).doUpdateSet(row))
      .execute(),
  )
  return { status: 200, body: { verdict: response.billVerdict(outcome), outcome } }
}
