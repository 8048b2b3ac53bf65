// SPDX-License-Identifier: EUPL-1.2

import { gunzipSync } from 'node:zlib'
import { vulnerabilityRoutes as declared } from '@schouw/contract'
import type { response } from '@schouw/core/vulns'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import { newId } from '../http/ids.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { entryAlone } from '../sources/accept.ts'
import {
  advisoryRows,
  assessmentsOf,
  currentDigest,
  documentBytes,
  markRead,
  revisionRows,
} from './advisories.ts'
import { componentRoutes } from './components.ts'
import { decide, textDigest } from './decide.ts'
import { deletionRoutes } from './deleting/routes.ts'
import { keptBytes } from './deleting/rows.ts'
import { importRoutes, importUpload } from './import-routes.ts'
import { assetsWith, type Line, linesOf, titleOf } from './lines.ts'
import { isAssessable } from './matching/held.ts'
import { nameRoutes } from './name-routes.ts'
import { pastOf } from './past.ts'
import { productsOf, typesOf, vulnerableDevices } from './products.ts'
import { providerRoutes } from './providers/routes.ts'
import { freshQueue } from './queue/fresh.ts'
import { queuePage } from './queue/page.ts'
import { refreshQueue } from './queue/refresh.ts'
import type { Vulnerabilities } from './service.ts'
import { standingOf } from './standing.ts'
import { subjectOf } from './subjects.ts'
import { trailRoutes } from './trail-routes.ts'

export async function servedVulnerabilities(
  app: FastifyInstance,
  service: Vulnerabilities,
): Promise<void> {
  await app.register(async (scope) => importUpload(scope, service))
  importRoutes(app, service)
  providerRoutes(app, service)
  componentRoutes(app, service)
  nameRoutes(app, service)
  advisories(app, service)
  oneAdvisory(app, service)
  lines(app, service)
  oneAsset(app, service)
  trailRoutes(app, service)
  deletionRoutes(app, service)
}

const isDocument = (text: string | undefined): text is string => /^[0-9a-f]{32}$/.test(text ?? '')

function advisories(app: FastifyInstance, { around }: Vulnerabilities): void {
  const { storage, clock } = around
  serveRoute(app, declared.listAdvisories, { clock }, async ({ caller, query }) => {
    const found = await storage.read(caller.tenant, async (db) => ({
      ...(await advisoryRows(db, {
        ...query,
        from: Number(query.from ?? 0),
        reader: caller.actor.person,
      })),
      standing: await standingOf(db),
    }))
    const { items, next, standing } = found
    return { status: 200, body: { items: items.map(({ body }) => body), next, standing } }
  })
  serveRoute(app, declared.getAdvisoryDocument, { clock }, async ({ caller, params }) => {
    const { document, digest = '' } = params
    if (!isDocument(document) || !/^[0-9a-f]{64}$/.test(digest)) return no('not-found')
    const row = await storage.read(
      caller.tenant,
      async (db) =>
        (await documentBytes(db, document, digest)) ?? (await keptBytes(db, document, digest)),
    )
    if (row === undefined || row.bytes === null) return no('not-found')
    const name = row.name.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(0, 100) || 'advisory'
    const headers = { 'content-disposition': `attachment; filename="${name}.json"` }
    return { status: 200, body: gunzipSync(row.bytes), type: 'application/json', headers }
  })
  serveRoute(app, declared.markAdvisory, { clock }, async ({ caller, params, body }) => {
    const { document } = params
    if (!isDocument(document)) return no('not-found')
    const mark = { document, reader: caller.actor.person, isRead: body.is_read, at: clock() }
    const isThere = await storage.write(caller.tenant, (db) => markRead(db, mark))
    return isThere ? { status: 200, body: { is_read: body.is_read } } : no('not-found')
  })
  serveRoute(app, declared.assessAdvisory, { clock }, async ({ caller, params, body }) => {
    const { document } = params
    if (!isDocument(document)) return no('not-found')
    const { tenant, actor } = caller
    const now = clock()
    const current = await storage.read(tenant, (db) => currentDigest(db, document))
    if (current === undefined) return no('not-found')
    const id = newId(now)
    const payload = {
      what: 'advisory-assessment',
      advisory_sha256: current.digest,
      relevance: body.relevance,
      text_sha256: textDigest(body.text),
    }
    const told = await storage.apply(tenant, entryAlone(id, 'assessed', actor.person, payload))
    const entry = told.outcome === 'done' ? (told.done.entries[0] ?? null) : null
    const row = { id, digest: current.digest, relevance: body.relevance, text: body.text }
    await storage.write(tenant, (db) =>
      db
        .insertInto('advisory_assessments')
        .values({ ...row, document, entry, made_at: now, made_by: actor.person })
        .execute(),
    )
    return { status: 201, body: { ...row, at: now, by: actor.person } }
  })
}

function oneAdvisory(app: FastifyInstance, { around }: Vulnerabilities): void {
  const { storage, clock } = around
  serveRoute(app, declared.getAdvisory, { clock }, async ({ caller, params }) => {
    const { document } = params
    if (!isDocument(document)) return no('not-found')
    const found = await storage.read(caller.tenant, async (db) => ({
      advisory: (await advisoryRows(db, { from: 0, document, reader: caller.actor.person }))
        .items[0],
      revisions: await revisionRows(db, document),
      assessments: await assessmentsOf(db, [document]),
      facts: await db.selectFrom('vulnerability_facts').selectAll().execute(),
    }))
    if (found.advisory === undefined) return no('not-found')
    const { row, view, body } = found.advisory
    const told = await linesOf({
      storage,
      caller,
      now: clock(),
      documents: [document],
      withCleared: true,
    })
    const facts = new Map(found.facts.map((fact) => [fact.weakness, fact]))
    const details = view.weaknesses.map((one: response.WeaknessView) => ({
      ...one,
      kev: (facts.get(one.id)?.kev ?? null) as Line['kev'],
      chance: facts.get(one.id)?.chance ?? null,
    }))
    return {
      status: 200,
      body: {
        ...body,
        status: row.status,
        publisher_category: row.publisher_category,
        origin: row.origin,
        licence: row.licence,
        is_semantic: /^\d+\.\d+\.\d+/.test(row.revision),
        verification: row.verification,
        oddities: row.oddities,
        vendors: view.vendors,
        products: view.productCount,
        details,
        revisions: found.revisions.map(({ made_at, ...one }) => ({ ...one, at: made_at })),
        matches: told.lines.map(plain),
        types: typesOf(
          told.lines.filter(({ verdict }) => verdict !== 'not_affected'),
          told.assets,
        ),
        statistics: statisticsOf(told.lines),
        assessments: found.assessments.map(({ id, digest, relevance, text, made_at, made_by }) => ({
          id,
          digest,
          relevance,
          text,
          at: made_at,
          by: made_by,
        })),
      },
    }
  })
}

/** Assets, each counted once: by the mark that is least far. */
function statisticsOf(all: readonly Line[]) {
  const affected = all.filter(({ verdict }) => verdict !== 'not_affected')
  const marks = Map.groupBy(affected, ({ asset }) => asset)
  const count = {
    matching: new Set(all.map(({ asset }) => asset)).size,
    not_remediated: 0,
    in_progress: 0,
    done: 0,
  }
  for (const group of marks.values()) {
    const rank = ['not_remediated', 'in_progress', 'done'] as const
    const least = rank.find((mark) => group.some((line) => line.mark === mark))
    if (least !== undefined) count[least] += 1
  }
  return count
}

function plain({ evidence: _, ...line }: Line) {
  return line
}

function lines(app: FastifyInstance, { around }: Vulnerabilities): void {
  const { storage, clock } = around
  serveRoute(app, declared.listVulnerabilities, { clock }, async ({ caller, query }) => {
    const { tenant } = caller
    const now = clock()
    const { at, isBehind, counts } = await freshQueue({ storage, tenant, now })
    const asked = {
      caller,
      now,
      asset: query.asset,
      waits: query.when,
      isDone: query.done === undefined ? undefined : query.done === 'true',
      confidence: query.confidence === undefined ? undefined : Number(query.confidence) / 100,
      after: query.after,
    }
    const found = await storage.read(tenant, async (db) => ({
      ...(await queuePage(db, asked)),
      standing: await standingOf(db),
    }))
    const made = { at, is_behind: isBehind }
    return { status: 200, body: { ...found, counts, made } }
  })
  serveRoute(app, declared.vulnerableProducts, { clock }, async ({ caller }) => {
    const now = clock()
    await freshQueue({ storage, tenant: caller.tenant, now })
    const found = await storage.read(caller.tenant, (db) => vulnerableDevices(db, { caller, now }))
    return { status: 200, body: { items: productsOf(found.lines, found.assets) } }
  })
  serveRoute(
    app,
    declared.decideVulnerabilities,
    { clock },
    async ({ caller, body }): Promise<Answer> => {
      if (body.mark === undefined && body.decision === undefined) {
        return no('body-refused', { errors: [{ code: 'body-refused', path: '/decision' }] })
      }
      // Leave not to act is always somebody's reason.
      if (body.decision === 'never' && body.reason === '') {
        return no('body-refused', { errors: [{ code: 'reason-missing', path: '/reason' }] })
      }
      const { tenant } = caller
      const now = clock()
      const subjects = [...new Set(body.on.map(({ subject }) => subject))]
      const assets = await storage.read(tenant, (db) => assetsWith(db, subjects))
      const told = await linesOf({ storage, caller, now, assets })
      const done = await decide({ storage, caller, now }, body, told.lines, told.today)
      if (done.changed === 0) return no('not-found')
      await refreshQueue({ storage, tenant, now: clock(), subjects })
      return { status: 200, body: done }
    },
  )
}

function oneAsset(app: FastifyInstance, service: Vulnerabilities): void {
  const { storage, clock } = service.around
  serveRoute(app, declared.vulnerabilitiesOfAsset, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    if (!isId(id)) return no('not-found')
    const asked = { assets: [id], withEvidence: true, withCleared: true }
    const told = await linesOf({ storage, caller, now: clock(), ...asked })
    const [asset, setting] = [told.assets.get(id), told.settings.get(id)]
    if (asset === undefined || setting === undefined) return no('not-found')
    const subject = subjectOf(asset)
    const software = [...told.software.values()]
    const affected = new Set(
      told.lines.filter(({ verdict }) => verdict === 'affected').map((line) => line.subject),
    )
    const isBlind = (record: (typeof software)[number]) => {
      const { purl, cpe, version, hashes } = subjectOf(record)
      return purl === '' && cpe === '' && hashes.length === 0 && version === ''
    }
    const { vendor, product: model, orderNumber: order_number, version } = subject
    const { exposure, path, process, zone, supplier, window, shield, exception } = setting
    return {
      status: 200,
      body: {
        id,
        title: titleOf(asset),
        vendor,
        model,
        order_number,
        version,
        is_assessable: isAssessable(subject),
        exposure,
        path,
        is_safety_related: setting.isSafetyRelated,
        crown_jewel: setting.crownJewel,
        process,
        zone,
        supplier,
        window,
        shield,
        exception,
        items: told.lines,
        components: {
          all: software.length,
          not_assessable: software.filter(isBlind).length,
          affected: software.filter((record) => affected.has(record.id)).length,
        },
        past: await storage.read(caller.tenant, (db) => pastOf(db, told)),
      },
    }
  })
  serveRoute(app, declared.matchAgain, { clock }, async ({ caller, body }) => {
    const done = await service.matchAgain(caller.tenant, body, caller.actor.person)
    return { status: 200, body: done }
  })
}
