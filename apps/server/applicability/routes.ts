// SPDX-License-Identifier: EUPL-1.2
import { applicabilityRoutes } from '@schouw/contract'
import { applicability, kindsOfStanding } from '@schouw/core/board'
import { csvText } from '@schouw/formats/csv'
import { words } from '@schouw/report/words'
import type { FastifyInstance } from 'fastify'
import { workbookBytes } from '../exchange/workbook.ts'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { registersRead } from '../http/reading/registers.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { mostRequirements } from '../sources/frameworks/framework.ts'
import {
  counting,
  frameworkRow,
  mappingRows,
  requirementRows,
} from '../sources/frameworks/store.ts'
import type { Storage } from '../storage/storage.ts'
import { applicabilityWords } from './words.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

type Language = 'nl' | 'en'
type Row = applicability.ApplicabilityRow

interface Stated {
  readonly as_of: number
  readonly today: string
  readonly framework: string | null
  readonly title: string | null
  readonly groups: readonly applicability.Group[]
  readonly items: readonly Row[]
  /** People by their ids, as far as the reader may know them. */
  readonly names: ReadonlyMap<string, string>
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The statement of applicability, to read and to take along. */
export function servedApplicability(app: FastifyInstance, { storage, clock }: Around): void {
  const state = async (
    caller: Caller,
    framework: string | undefined,
    language: Language,
  ): Promise<Stated | { readonly refused: Answer }> => {
    const found = await askedOf(storage, caller, { framework, language })
    if (found === undefined) return { refused: no('not-found') }
    const now = clock()
    const kinds = [...kindsOfStanding, 'person'] as const
    const read = await registersRead({ storage, caller, kinds, asOf: undefined, now })
    if ('refused' in read) return read
    const { records, today } = read.facts
    const facts = { records, hidden: read.hidden, now, today }
    return {
      as_of: read.moment.as_of,
      today,
      framework: framework ?? null,
      title: found.title,
      groups: found.groups,
      items: applicability.applicabilityOf(facts, found.asked),
      names: new Map(
        (records.person ?? []).map(({ id, values }) => [id, String(values['name'] ?? '')]),
      ),
    }
  }
  serveRoute(app, applicabilityRoutes.applicability, { clock }, async ({ caller, query }) => {
    const stated = await state(caller, query.framework, query.language ?? 'nl')
    if ('refused' in stated) return stated.refused
    const { names: _, ...body } = stated
    return { status: 200, body }
  })
  serveRoute(app, applicabilityRoutes.exportApplicability, { clock }, async ({ caller, query }) => {
    const { format, language = 'nl' } = query
    const stated = await state(caller, query.framework, language)
    if ('refused' in stated) return stated.refused
    const own = applicabilityWords[language]
    const parts = partsOf(stated)
    const rows = stated.items.map((one) => [
      ...cellsOf(one, stated, language),
      parts.get(one.node) ?? '',
    ])
    const name = `${own.name}-${stated.today}.${format}`
    const headers = { 'content-disposition': `attachment; filename="${name}"` }
    const body =
      format === 'csv'
        ? csvText([own.columns, ...rows])
        : await workbookBytes([
            {
              name: own.sheet,
              rows: [own.columns.map((heading) => ({ heading })), ...rows],
              widths: [12, 48, 16, 40, 8, 12, 10, 10, 12, 12, 24, 20, 40],
              headRows: 1,
            },
          ])
    const type = types[format]
    return { status: 200, type, headers, body: typeof body === 'string' ? body : Buffer.from(body) }
  })
}

interface AskedOf {
  readonly title: string | null
  readonly asked: readonly applicability.Asked[]
  readonly groups: readonly applicability.Group[]
}

/** What a framework asks; undefined when there is none of that name. */
async function askedOf(
  storage: Storage,
  caller: Caller,
  { framework, language }: { readonly framework: string | undefined; readonly language: Language },
): Promise<AskedOf | undefined> {
  if (framework === undefined) {
    return { title: null, asked: applicability.ownAsked, groups: applicability.ownGroups }
  }
  const numbered = applicability.askedBy(framework)
  if (numbered !== undefined) {
    return { title: null, asked: numbered, groups: applicability.groupsAbove(numbered) }
  }
  if (!isId(framework)) return undefined
  return storage.read(caller.tenant, async (db) => {
    const row = await frameworkRow(db, framework)
    if (row === undefined) return undefined
    const mappings = counting(await mappingRows(db, framework))
    const rows = await requirementRows(db, framework, { from: 0, limit: mostRequirements })
    const placed = (one: (typeof rows)[number]) => ({
      node: one.requirement,
      parent: one.parent,
      ref: one.ref ?? one.requirement,
      title: one.words[language]?.title ?? one.title,
    })
    const asked = rows
      .filter(({ isAssessable }) => isAssessable)
      .map((one) => ({
        ...placed(one),
        requirements: (mappings.get(one.requirement)?.maps ?? []).map(
          ({ requirement }) => requirement,
        ),
      }))
    const groups = rows.filter(({ isAssessable }) => !isAssessable).map(placed)
    return { title: row.title, asked, groups }
  })
}

/** Numbers stay numbers; what is not known is an empty cell. */
function cellsOf(row: Row, { names }: Stated, language: Language) {
  const own = applicabilityWords[language]
  const { say } = words(language)
  const titles = row.requirements.map((id) => say.requirement.title(id))
  return [
    row.ref,
    row.title ?? titles.join('; '),
    own.applies[row.applies],
    row.reasons.join('; '),
    row.level,
    row.evidence_level === null ? null : own.rests[row.evidence_level],
    row.proofs.fresh,
    row.proofs.ending,
    row.proofs.off,
    row.contradictions.length,
    row.owners.map((id) => names.get(id) ?? '').join('; '),
    row.requirements.join(' '),
  ]
}

/** What each stands under in its framework, from the outside in. */
function partsOf({ items, groups }: Stated): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (branches: readonly applicability.Branch[], path: readonly string[]) => {
    for (const { node, ref, title, children } of branches) {
      found.set(node, path.join(' / '))
      const name = title === null || title === ref ? ref : `${ref} ${title}`
      visit(children, [...path, name])
    }
  }
  visit(applicability.treeOf(items, groups), [])
  return found
}
