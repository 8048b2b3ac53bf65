// SPDX-License-Identifier: EUPL-1.2
// From the registers to the document that the world reads.
import { type KindName, kinds, type RecordVersion } from '@schouw/core/registers'
import { publishing } from '@schouw/core/vulns'
import { sql } from 'kysely'
import type { Caller } from '../http/caller.ts'
import { shown } from '../http/registers/call.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'

export interface Settings {
  readonly is_on: boolean
  readonly name: string
  readonly namespace: string
  readonly contact: string
  readonly address: string
}

export async function settingsRow(db: Database): Promise<Settings> {
  const row = await db.selectFrom('own_publishing').selectAll().executeTakeFirst()
  const { is_on = false, name = '', namespace = '', contact = '', address = '' } = row ?? {}
  return { is_on, name, namespace, contact, address }
}

export async function recordsOfKind(
  db: Database,
  { caller, now }: { readonly caller: Caller; readonly now: string },
  kindName: KindName,
): Promise<readonly RecordVersion[]> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', kindName)
    .where('is_retired', '=', false)
    .orderBy('id')
    .execute()
  const kind = kinds[kindName]
  return rows.flatMap((row) => shown({ caller, kind, now }, recordOf(row)) ?? [])
}

/** Everything that own advisories are made from. */
export async function ownFacts(
  db: Database,
  asked: { readonly caller: Caller; readonly now: string },
) {
  return {
    settings: await settingsRow(db),
    advisories: await recordsOfKind(db, asked, 'product-advisory'),
    weaknesses: await recordsOfKind(db, asked, 'product-vulnerability'),
    products: await recordsOfKind(db, asked, 'product'),
    publications: await db
      .selectFrom('own_publications')
      .select(['record', 'file', 'year', 'revision', 'sha256', 'first_at', 'made_at'])
      .orderBy('made_at')
      .execute(),
  }
}

export type OwnFacts = Awaited<ReturnType<typeof ownFacts>>

/** The address of a folder of its own, whoever else publishes from this server. */
export function baseOf({ address }: Settings, tenant: string): string {
  return `${address.replace(/\/+$/, '')}/api/v1/csaf/${tenant}`
}

export function ownAdvisory(
  facts: Pick<OwnFacts, 'settings' | 'weaknesses' | 'products'>,
  advisory: RecordVersion,
  tenant: string,
): publishing.OwnAdvisory {
  const text = ({ values }: RecordVersion, name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  const list = ({ values }: RecordVersion, name: string): readonly string[] => {
    const value = values[name]
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  }
  const wanted = list(advisory, 'weaknesses')
  const weaknesses = facts.weaknesses.filter(({ id }) => wanted.includes(id))
  const named = new Set(weaknesses.flatMap((one) => list(one, 'products')))
  const products = facts.products.filter(({ id }) => named.has(id))
  const revisions = revisionsOf(advisory.values['revisions'])
  const { name, namespace, contact, address } = facts.settings
  const id = text(advisory, 'code')
  const year = (revisions[0]?.at ?? '').slice(0, 4)
  const file = publishing.fileNameOf(id)
  return {
    id,
    title: text(advisory, 'name'),
    language: text(advisory, 'language') || 'en',
    summary: text(advisory, 'summary'),
    revisions,
    references: list(advisory, 'references'),
    products: products.map((one) => ({
      id: one.id,
      name: text(one, 'name'),
      orderNumbers: list(one, 'order_numbers'),
    })),
    weaknesses: weaknesses.map((one) => ({
      title: text(one, 'name'),
      cve: text(one, 'cve'),
      described: text(one, 'described'),
      acknowledged: text(one, 'acknowledged'),
      cvssVector: text(one, 'cvss_vector'),
      products: list(one, 'products').filter((own) =>
        products.some(({ id: known }) => known === own),
      ),
      affectedRange: text(one, 'affected_range'),
      fixedVersion: text(one, 'fixed_version'),
      remediation: text(one, 'remediation'),
      workaround: text(one, 'workaround'),
    })),
    publisher: { name, namespace, contact },
    ...(address === '' || year === ''
      ? {}
      : { self: `${baseOf(facts.settings, tenant)}/white/${year}/${file}` }),
  }
}

/** What keeps a document from being published: what is missing, then the tests it fails. */
export function problemsOf(own: publishing.OwnAdvisory): readonly string[] {
  const missing = publishing.unpublishable(own)
  if (missing.length > 0) return missing
  return rulesOf(publishing.brokenRules(publishing.csafOf(own))).map((rule) => `csaf-${rule}`)
}

/** Recommended tests that it fails; none are made of what cannot be a document yet. */
export function warningsOf(own: publishing.OwnAdvisory): readonly string[] {
  if (publishing.unpublishable(own).length > 0) return []
  return rulesOf(publishing.warnings(publishing.csafOf(own)))
}

/** Each number once. */
function rulesOf(broken: readonly publishing.Broken[]): readonly string[] {
  return [...new Set(broken.map(({ rule }) => rule))]
}

function revisionsOf(value: unknown) {
  const rows = Array.isArray(value) ? value : []
  return rows
    .map((row: Readonly<Record<string, unknown>>) => ({
      number: Number(row['number'] ?? 0),
      at: String(row['at'] ?? ''),
      summary: String(row['summary'] ?? ''),
    }))
    .toSorted((a, b) => a.number - b.number)
}

/** One of the files that the world may ask for; undefined where there is none, or it may not. */
export async function publishedFile(db: Database, year: string, name: string) {
  const [, file = '', side] = /^([a-z0-9+_-]+\.json)(?:\.(sha256|sha512))?$/.exec(name) ?? []
  const row = await db
    .selectFrom('own_publications as p')
    .innerJoin('records as r', 'r.id', 'p.record')
    .select(['p.bytes', 'p.sha256', 'p.sha512'])
    .where('p.year', '=', year)
    .where('p.file', '=', file)
    .where('r.state', '!=', 'withdrawn')
    .where(sql<boolean>`not r.is_retired`)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (side === undefined) return { body: row.bytes, type: 'application/json' }
  const digest = side === 'sha256' ? row.sha256 : row.sha512
  return { body: Buffer.from(`${digest}  ${file}\n`), type: 'text/plain; charset=utf-8' }
}

export function publishedRows(db: Database) {
  return db
    .selectFrom('own_publications as p')
    .innerJoin('records as r', 'r.id', 'p.record')
    .select(['p.record', 'p.file', 'p.year', 'p.title', 'p.summary', 'p.first_at', 'p.made_at'])
    .where('r.state', '!=', 'withdrawn')
    .where(sql<boolean>`not r.is_retired`)
    .orderBy('p.made_at', 'desc')
    .execute()
}
