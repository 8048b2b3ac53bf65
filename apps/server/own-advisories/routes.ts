// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { routes as declared } from '@schouw/contract'
import type { RecordVersion } from '@schouw/core/registers'
import { publishing } from '@schouw/core/vulns'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { entryAlone } from '../sources/accept.ts'
import type { Storage } from '../storage/storage.ts'
import { cycloneDxOf } from './components.ts'
import {
  baseOf,
  type OwnFacts,
  ownAdvisory,
  ownFacts,
  problemsOf,
  publishedFile,
  publishedRows,
  recordsOfKind,
  type Settings,
  settingsRow,
  warningsOf,
} from './own.ts'

export interface OwnOptions {
  readonly storage: Storage
  readonly clock: () => string
}

export function servedOwnAdvisories(app: FastifyInstance, options: OwnOptions): void {
  writing(app, options)
  products(app, options)
  open(app, options)
}

function writing(app: FastifyInstance, { storage, clock }: OwnOptions): void {
  const factsOf = (caller: Parameters<typeof ownFacts>[1]['caller']) =>
    storage.read(caller.tenant, (db) => ownFacts(db, { caller, now: clock() }))
  serveRoute(app, declared.listOwnAdvisories, { clock }, async ({ caller }) => {
    const { tenant } = caller
    const facts = await factsOf(caller)
    const items = facts.advisories.map((one) => answered(facts, one, tenant))
    return { status: 200, body: { settings: settingsOf(facts.settings, tenant), items } }
  })
  serveRoute(app, declared.changeOwnPublishing, { clock }, async ({ caller, body }) => {
    const { tenant, actor } = caller
    const row = { ...body, changed_at: clock(), changed_by: actor.person }
    await storage.write(tenant, (db) =>
      db
        .insertInto('own_publishing')
        .values(row)
        .onConflict((conflict) => conflict.columns(['tenant']).doUpdateSet(row))
        .execute(),
    )
    const payload = { what: 'own-advisories', is_on: body.is_on, address: body.address }
    const action = body.is_on ? 'switched-on' : 'switched-off'
    await storage.apply(tenant, entryAlone(tenant, action, actor.person, payload))
    return { status: 200, body: settingsOf(body, tenant) }
  })
  serveRoute(app, declared.draftOwnAdvisory, { clock }, async ({ caller, params }) => {
    const facts = await factsOf(caller)
    const advisory = facts.advisories.find(({ id }) => id === params['id'])
    if (advisory === undefined) return no('not-found')
    const document = publishing.csafOf(ownAdvisory(facts, advisory, caller.tenant))
    return json(document)
  })
  serveRoute(app, declared.publishOwnAdvisory, { clock }, async ({ caller, params }) => {
    const { tenant, actor } = caller
    const facts = await factsOf(caller)
    const advisory = facts.advisories.find(({ id }) => id === params['id'])
    if (advisory === undefined) return no('not-found')
    const own = ownAdvisory(facts, advisory, tenant)
    const problems = [
      ...(advisory.state === 'published' ? [] : ['not-approved']),
      ...problemsOf(own),
    ]
    if (problems.length > 0) {
      const errors = problems.map((code) => ({ code, path: '/' }))
      return no('body-refused', { errors })
    }
    const row = publicationOf(own, advisory.id, { at: clock(), by: actor.person })
    await storage.write(tenant, (db) =>
      db
        .insertInto('own_publications')
        .values(row)
        .onConflict((conflict) => {
          // What the world knows it by since when stays.
          const { first_at: _, ...set } = row
          return conflict.columns(['tenant', 'record']).doUpdateSet(set)
        })
        .execute(),
    )
    const payload = { what: 'own-advisory', revision: row.revision, document_sha256: row.sha256 }
    await storage.apply(tenant, entryAlone(advisory.id, 'published', actor.person, payload))
    const after = await factsOf(caller)
    return { status: 200, body: answered(after, advisory, tenant) }
  })
}

function publicationOf(
  own: publishing.OwnAdvisory,
  record: string,
  { at, by }: { readonly at: string; readonly by: string },
) {
  const bytes = Buffer.from(`${JSON.stringify(publishing.csafOf(own), null, 2)}\n`)
  return {
    record,
    file: publishing.fileNameOf(own.id),
    year: (own.revisions[0]?.at ?? at).slice(0, 4),
    revision: own.revisions.at(-1)?.number ?? 1,
    title: own.title,
    summary: own.summary.slice(0, 1_000),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sha512: createHash('sha512').update(bytes).digest('hex'),
    first_at: at,
    made_at: at,
    made_by: by,
  }
}

function answered(facts: OwnFacts, advisory: RecordVersion, tenant: string) {
  const found = facts.publications.find(({ record }) => record === advisory.id)
  const base = baseOf(facts.settings, tenant)
  const own = ownAdvisory(facts, advisory, tenant)
  return {
    record: advisory.id,
    code: String(advisory.values['code'] ?? ''),
    name: String(advisory.values['name'] ?? ''),
    state: advisory.state,
    problems: [...problemsOf(own)],
    warnings: [...warningsOf(own)],
    publication:
      found === undefined
        ? null
        : {
            revision: found.revision,
            url: `${base}/white/${found.year}/${found.file}`,
            sha256: found.sha256,
            at: found.made_at,
          },
  }
}

function settingsOf(settings: Settings, tenant: string) {
  const { is_on, name, namespace, contact, address } = settings
  const metadata_url = is_on ? `${baseOf(settings, tenant)}/provider-metadata.json` : null
  return { is_on, name, namespace, contact, address, metadata_url }
}

function products(app: FastifyInstance, { storage, clock }: OwnOptions): void {
  serveRoute(app, declared.componentsOfProduct, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    if (!isId(id)) return no('not-found')
    const asked = { caller, now: clock() }
    const found = await storage.read(caller.tenant, async (db) => ({
      product: (await recordsOfKind(db, asked, 'product')).find((one) => one.id === id),
      parts: (await recordsOfKind(db, asked, 'software-component')).filter(
        ({ values }) => values['within'] === id,
      ),
    }))
    if (found.product === undefined) return no('not-found')
    const body = cycloneDxOf(found.product, found.parts, clock())
    const name = String(found.product.values['code'] ?? 'product').replaceAll(/[^\w.-]/g, '_')
    const headers = { 'content-disposition': `attachment; filename="${name}.cdx.json"` }
    return { ...json(body), type: 'application/vnd.cyclonedx+json', headers }
  })
}

/** For anybody, where the organisation has switched it on; else there is nothing here. */
function open(app: FastifyInstance, { storage, clock }: OwnOptions): void {
  const reading = async (organisation: string | undefined) => {
    if (organisation === undefined || !isId(organisation)) return undefined
    const found = await storage.read(organisation, async (db) => ({
      settings: await settingsRow(db),
      rows: await publishedRows(db),
    }))
    return found.settings.is_on
      ? { ...found, base: baseOf(found.settings, organisation) }
      : undefined
  }
  serveRoute(app, declared.ownProviderMetadata, { clock }, async ({ params }) => {
    const found = await reading(params['organisation'])
    if (found === undefined) return no('not-found')
    const { settings, rows, base } = found
    return json(
      publishing.ownMetadata({
        publisher: settings,
        url: `${base}/provider-metadata.json`,
        feed: `${base}/feed-tlp-white.json`,
        updatedAt: rows[0]?.made_at ?? clock(),
      }),
    )
  })
  serveRoute(app, declared.ownFeed, { clock }, async ({ params }) => {
    const found = await reading(params['organisation'])
    if (found === undefined) return no('not-found')
    const { settings, rows, base } = found
    const entries = rows.map((row) => ({
      id: row.file.replace(/\.json$/, ''),
      title: row.title,
      summary: row.summary,
      url: `${base}/white/${row.year}/${row.file}`,
      publishedAt: row.first_at,
      updatedAt: row.made_at,
    }))
    const updatedAt = rows[0]?.made_at ?? clock()
    const url = `${base}/feed-tlp-white.json`
    return json(publishing.ownFeed({ url, title: settings.name, updatedAt, entries }))
  })
  serveRoute(app, declared.ownDocument, { clock }, async ({ params }) => {
    const { organisation, year = '', file = '' } = params
    if ((await reading(organisation)) === undefined || organisation === undefined) {
      return no('not-found')
    }
    const found = await storage.read(organisation, (db) => publishedFile(db, year, file))
    return found === undefined
      ? no('not-found')
      : { status: 200, body: Buffer.from(found.body), type: found.type }
  })
}

function json(document: object): Answer {
  const body = Buffer.from(`${JSON.stringify(document, null, 2)}\n`)
  return { status: 200, body, type: 'application/json' }
}
