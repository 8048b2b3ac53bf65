// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { type Chain, clausesFor, supplierOf } from '@schouw/core/chain'
import { lawyerText, weighingHtml, weighingPaper } from '@schouw/report/chain'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { organisationName } from '../reading/around.ts'
import type { ChainAround } from './around.ts'
import type { ChainRead, KeptChains } from './kept.ts'
import { paperPdf } from './paper.ts'

const shownAgenda = 60

/** Suppliers as they stand, one of them, and the papers that follow from it. */
export function servedOverview(app: FastifyInstance, around: ChainAround, kept: KeptChains): void {
  const { clock } = around
  serveRoute(app, routes.chain, { clock }, async ({ caller, query }) => {
    const found = await kept.read(caller)
    if ('refused' in found) return found.refused
    const { chain, names, moment } = found
    const all = chain.suppliers.filter((one) => isAsked(one, query))
    const suppliers = sorted(all, query.sort).slice(query.offset, query.offset + query.limit)
    const bands: Record<string, number> = { critical: 0, high: 0, medium: 0, low: 0 }
    for (const { criticality } of chain.suppliers) {
      bands[criticality.band] = (bands[criticality.band] ?? 0) + 1
    }
    const agenda = chain.agenda.slice(0, shownAgenda)
    const { weights, leaned_on, countries } = chain
    const named = [
      ...suppliers.flatMap(({ processes }) => processes),
      ...agenda.flatMap(({ supplier }) => supplier ?? []),
      ...leaned_on.flatMap((one) => [...one.suppliers, ...one.processes]),
    ]
    const told = { total: all.length, bands, suppliers, weights, agenda, leaned_on, countries }
    const agenda_total = chain.agenda.length
    return {
      status: 200,
      body: { ...moment, ...told, agenda_total, names: namesFor(names, named) },
    }
  })
  serveRoute(app, routes.chainSupplier, { clock }, async ({ caller, params }) => {
    const found = await one(kept, caller, params['id'] ?? '')
    if ('answer' in found) return found.answer
    const { supplier, read } = found
    const named = [
      ...supplier.line.processes,
      ...supplier.zones,
      ...supplier.assets,
      ...supplier.works_for,
    ]
    return {
      status: 200,
      body: { ...read.moment, supplier, names: namesFor(read.names, named) },
    }
  })
  papers(app, around, kept)
}

function papers(app: FastifyInstance, { clock, storage }: ChainAround, kept: KeptChains): void {
  serveRoute(app, routes.supplierWeighing, { clock }, async ({ caller, params, query }) => {
    const found = await one(kept, caller, params['id'] ?? '')
    if ('answer' in found) return found.answer
    const { supplier, read } = found
    const organisation = await storage.read(caller.tenant, organisationName)
    const { as_of: size, today: on } = read.moment
    const names = Object.fromEntries(read.names)
    const input = { organisation, on, supplier, names, size }
    const { language, format } = query
    const name = `${language === 'nl' ? 'weging' : 'weighing'}-${supplier.line.code}`
    if (format === 'html') {
      const body = weighingHtml(input, language)
      return download(`${name}.html`, 'text/html; charset=utf-8', body)
    }
    return download(`${name}.pdf`, 'application/pdf', paperPdf(weighingPaper(input, language), on))
  })
  serveRoute(app, routes.supplierClauses, { clock }, async ({ caller, params, query }) => {
    const found = await one(kept, caller, params['id'] ?? '')
    if ('answer' in found) return found.answer
    const { supplier, read } = found
    const { contracts, line, grants } = supplier
    const asked = query.contract ?? contracts[0]?.id
    const contract = contracts.find(({ id }) => id === asked)
    if (query.contract !== undefined && contract === undefined) return no('not-found')
    const organisation = await storage.read(caller.tenant, organisationName)
    const record = read.facts.records.supplier?.find(({ id }) => id === line.id)
    const clauses =
      contract?.clauses ??
      clausesFor({
        tier: line.tier,
        hasRemoteAccess: grants.length > 0,
        hasPersonalData: record?.values['processes_personal_data'] === true,
        hasComponents: line.tier !== 'parts' && line.tier !== 'maintenance',
      }).map(({ number, subject, mostHours }) => ({
        ...{ number, subject, standing: 'missing' as const, at: null, hours: null },
        most_hours: mostHours ?? null,
      }))
    const text = lawyerText(
      {
        ...{ organisation, supplier: line.name, contract: contract?.name ?? null },
        ...{ clauses, on: read.moment.today },
      },
      query.language,
    )
    const name = query.language === 'nl' ? 'bepalingen' : 'clauses'
    return download(`${name}-${line.code}.md`, 'text/markdown; charset=utf-8', text)
  })
}

async function one(kept: KeptChains, caller: Caller, id: string) {
  if (!isId(id)) return { answer: no('not-found') }
  const read = await kept.read(caller)
  if ('refused' in read) return { answer: read.refused }
  const supplier = supplierOf(read.facts, id)
  return supplier === undefined ? { answer: no('not-found') } : { supplier, read }
}

function download(name: string, type: string, body: string | Buffer) {
  const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_')
  const headers = {
    'content-disposition': `attachment; filename="${plain}"`,
    'cache-control': 'no-store',
  }
  return { status: 200, type, headers, body }
}

interface Asked {
  readonly q?: string | undefined
  readonly band?: string | undefined
}

type SupplierLine = Chain['suppliers'][number]

function isAsked({ name, code, service, criticality }: SupplierLine, { q, band }: Asked): boolean {
  if (band !== undefined && criticality.band !== band) return false
  const words = (q ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const text = `${name} ${code} ${service ?? ''}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

function sorted(all: readonly SupplierLine[], by: string): readonly SupplierLine[] {
  if (by === 'name') return all.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  if (by === 'clauses') {
    const open = (one: SupplierLine) => one.clauses_open ?? one.clauses_asked + 1
    return all.toSorted((a, b) => open(b) - open(a))
  }
  if (by === 'review') {
    const last = (one: SupplierLine) => one.last_review_on ?? ''
    return all.toSorted((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0))
  }
  return all
}

function namesFor(
  names: ChainRead['names'],
  ids: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(ids.flatMap((id) => [[id, names.get(id) ?? '']]))
}
