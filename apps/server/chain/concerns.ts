// SPDX-License-Identifier: EUPL-1.2
// What a supplier is told of vulnerabilities in what it delivered: looked at, approved, sent.
import { createHash } from 'node:crypto'
import { routes } from '@schouw/contract'
import { response } from '@schouw/core/vulns'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { organisationName, recordsOf } from '../reading/around.ts'
import { entryAlone } from '../sources/accept.ts'
import { linesOf } from '../vulnerabilities/lines.ts'
import type { ChainAround } from './around.ts'

/** More makes no letter that anybody reads; what presses most stands first. */
const mostConcerns = 200

export function servedConcerns(app: FastifyInstance, around: ChainAround): void {
  const { storage, clock, sendMail } = around
  serveRoute(app, routes.supplierConcerns, { clock }, async ({ caller, params }) => {
    const supplier = params['id'] ?? ''
    const told = await concernsFor(around, caller, supplier)
    if (told === undefined) return no('not-found')
    return { status: 200, body: { supplier, ...told, can_mail: sendMail !== undefined } }
  })
  serveRoute(app, routes.sendSupplierConcerns, { clock }, async ({ caller, params, body }) => {
    const supplier = params['id'] ?? ''
    const told = await concernsFor(around, caller, supplier)
    if (told === undefined) return no('not-found')
    // Whoever approved saw other lines than would go out now.
    if (told.digest !== body.digest || told.concerns.length === 0) {
      return no('body-refused', { errors: [{ code: 'field-refused', path: '/digest' }] })
    }
    if (sendMail === undefined) return { status: 200, body: { is_mailed: false, entry: null } }
    const { tenant, actor } = caller
    const { name, email: to, language } = body
    const isMailed = await storage.write(tenant, async (db) => {
      const values = { organisation: await organisationName(db), name }
      const lists = { concerns: told.concerns.map((one) => pairOf(one, language)) }
      return sendMail(db, { to, template: 'supplier-vulnerabilities', language, values, lists })
    })
    if (!isMailed) return { status: 200, body: { is_mailed: false, entry: null } }
    const payload = { what: 'supplier-letter', supplier, concerns_sha256: told.digest }
    const noted = await storage.apply(
      tenant,
      entryAlone(newId(clock()), 'sent', actor.person, payload),
    )
    const entry = noted.outcome === 'done' ? (noted.done.entries[0] ?? null) : null
    return { status: 200, body: { is_mailed: true, entry } }
  })
}

/** Undefined where there is no such supplier for the reader. */
async function concernsFor({ storage, clock }: ChainAround, caller: Caller, supplier: string) {
  if (!isId(supplier)) return undefined
  const found = await storage.read(caller.tenant, async (db) => ({
    supplier: (await recordsOf(db, 'supplier', [supplier])).get(supplier),
    assets: await db
      .selectFrom('record_links')
      .select('id')
      .distinct()
      .where('field', '=', 'supplier')
      .where('target', '=', supplier)
      .execute(),
  }))
  if (found.supplier === undefined || found.supplier.retired !== null) return undefined
  const ids = found.assets.map(({ id }) => id)
  const { lines, assets, settings } = await linesOf({
    storage,
    caller,
    now: clock(),
    assets: ids,
  })
  const own = lines.flatMap((line): readonly response.DeviceLine[] => {
    const { asset, verdict, mark, subject, subject_title, advisory, weakness, kev } = line
    const values = assets.get(asset)?.values ?? {}
    // A link may be another register's: only the device's own word on who delivered it counts.
    if (settings.get(asset)?.supplier !== supplier) return []
    if (mark === 'done' || verdict === 'not_affected') return []
    const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
    return [
      {
        vendor: text('vendor'),
        model: text('model'),
        orderNumber: text('order_number'),
        version: text('firmware'),
        part: subject === asset ? '' : subject_title,
        ...{ advisory, weakness, verdict, isExploited: kev !== null },
      },
    ]
  })
  const concerns = response.concernsOf(own).slice(0, mostConcerns)
  const digest = createHash('sha256').update(JSON.stringify(concerns)).digest('hex')
  return { concerns, digest }
}

const words = {
  nl: {
    devices: (count: number) => (count === 1 ? '1 apparaat' : `${count} apparaten`),
    affected: 'getroffen',
    cannot_decide: 'wij kunnen het niet beslissen',
    exploited: 'wordt misbruikt',
  },
  en: {
    devices: (count: number) => (count === 1 ? '1 device' : `${count} devices`),
    affected: 'affected',
    cannot_decide: 'we cannot decide it',
    exploited: 'is being exploited',
  },
} as const

function pairOf(one: response.Concern, language: 'nl' | 'en'): readonly [string, string] {
  const own = words[language]
  const { vendor, model, orderNumber, version, part, weakness, advisory, verdict } = one
  const product = [vendor, model, orderNumber, version].filter((text) => text !== '').join(' ')
  const what = [
    `${weakness} (${advisory})`,
    ...(part === '' ? [] : [part]),
    own[verdict],
    ...(one.isExploited ? [own.exploited] : []),
    own.devices(one.devices),
  ]
  return [product, what.join(', ')]
}
