// SPDX-License-Identifier: EUPL-1.2
// The registers as OSCAL documents, as far as the person who asks may read them.
import { routes } from '@schouw/contract'
import { requirementsPack } from '@schouw/core/assurance'
import { type KindName, kind as kindOf, type RecordVersion } from '@schouw/core/registers'
import { oscalCatalog, oscalComponents, oscalPlan, oscalResults } from '@schouw/formats/oscal'
import { type Language, words } from '@schouw/report/words'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { shown } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { SourcesSurroundings } from './source-routes.ts'

const models = {
  catalog: [],
  'component-definition': ['measure', 'requirement-answer', 'evidence-file'],
  'assessment-results': ['requirement-answer', 'finding', 'evidence-file', 'organisation'],
  'plan-of-action-and-milestones': ['action', 'finding', 'risk', 'treatment'],
} as const satisfies Readonly<Record<string, readonly KindName[]>>
type Model = keyof typeof models

export function oscalRoute(app: FastifyInstance, { storage, clock }: SourcesSurroundings): void {
  serveRoute(app, routes.exportOscal, { clock }, async ({ caller, query }): Promise<Answer> => {
    const now = clock()
    const { model, language = 'nl' } = query
    const { head } = await storage.log(caller.tenant)
    const records = await recordsFor(storage, caller, [...models[model], 'organisation'], now)
    // A plan has at least one item: without any there is no plan.
    const isEmpty = model === 'plan-of-action-and-milestones' && of(records, 'action').length === 0
    if (isEmpty) return no('not-found')
    const [organisation] = of(records, 'organisation')
    const name = textOf(organisation, 'name') ?? caller.tenant
    const about = {
      id: caller.tenant,
      title: name,
      organisation: name,
      version: String(head.size),
      lastModified: now,
    }
    const body = documentOf(model, about, records, language)
    const headers = { 'content-disposition': `attachment; filename="${model}.json"` }
    return { status: 200, body, headers }
  })
}

type Records = ReadonlyMap<string, readonly RecordVersion[]>

async function recordsFor(
  storage: SourcesSurroundings['storage'],
  caller: Caller,
  kinds: readonly KindName[],
  now: string,
): Promise<Records> {
  const rows = await storage.read(caller.tenant, (db) =>
    db
      .selectFrom('records')
      .select(recordColumns)
      .where('kind', 'in', [...kinds])
      .where('is_retired', '=', false)
      .orderBy('natural_key')
      .orderBy('id')
      .execute(),
  )
  const found = new Map<string, RecordVersion[]>()
  for (const record of rows.map(recordOf)) {
    const kind = kindOf(record.kind)
    const seen = kind === undefined ? null : shown({ caller, kind, now }, record)
    if (seen !== null) found.set(record.kind, [...(found.get(record.kind) ?? []), seen])
  }
  return found
}

type About = Parameters<typeof oscalCatalog>[0]

function documentOf(model: Model, about: About, records: Records, language: Language): unknown {
  if (model === 'catalog') return oscalCatalog(about, groups(language))
  if (model === 'component-definition') {
    const source = 'urn:schouw:requirements'
    return oscalComponents(about, source, {
      measures: measures(records),
      answers: answers(records),
    })
  }
  if (model === 'assessment-results') {
    return oscalResults(about, { answers: answers(records), findings: findings(records) })
  }
  const parts = { actions: actions(records), findings: findings(records), risks: risks(records) }
  return oscalPlan(about, parts)
}

function groups(language: Language) {
  const { say } = words(language)
  return requirementsPack.measures.map((measure) => ({
    id: measure.id,
    title: say.word(measure.id, 'measure'),
    requirements: measure.requirements.map((one) => ({
      id: one.id,
      title: say.requirement.title(one.id),
      statement: language === 'nl' ? one.text_nl : one.text_en,
    })),
  }))
}

const of = (records: Records, kind: KindName) => records.get(kind) ?? []

function answers(records: Records) {
  const [organisation] = of(records, 'organisation')
  const files = new Map(of(records, 'evidence-file').map((one) => [one.id, one]))
  return of(records, 'requirement-answer').map((one) => ({
    id: one.id,
    requirement: textOf(one, 'requirement') ?? '',
    level: numberOf(one, 'level'),
    target:
      numberOf(one, 'target_level') ?? levelFor(organisation, textOf(one, 'requirement') ?? ''),
    evidenceLevel: levelOf(textOf(one, 'evidence_level')),
    notApplicable: textOf(one, 'not_applicable'),
    note: textOf(one, 'note'),
    answeredOn: textOf(one, 'answered_on'),
    evidence: listOf(one, 'evidence').flatMap((id) => {
      const file = files.get(id)
      const sha256 = textOf(file, 'file')
      return sha256 === undefined ? [] : [{ title: textOf(file, 'name') ?? sha256, sha256 }]
    }),
  }))
}

/** The level that the board has set; without one nothing is called reached. */
function levelFor(
  organisation: RecordVersion | undefined,
  requirement: string,
): number | undefined {
  const rows = organisation?.values['board_levels']
  const duty = requirement.charAt(0).toLowerCase()
  const own = Array.isArray(rows)
    ? rows.find(
        (row) => typeof row === 'object' && row !== null && 'duty' in row && row.duty === duty,
      )
    : undefined
  const level = typeof own === 'object' && own !== null && 'level' in own ? own.level : undefined
  return typeof level === 'number' ? level : numberOf(organisation, 'board_level')
}

function levelOf(text: string | undefined): 'said' | 'shown' | 'tested' | undefined {
  return text === 'said' || text === 'shown' || text === 'tested' ? text : undefined
}

function measures(records: Records) {
  return of(records, 'measure').map((one) => ({
    id: one.id,
    title: textOf(one, 'name') ?? '',
    description: textOf(one, 'description'),
    requirements: listOf(one, 'requirements'),
    state: one.state,
    level: numberOf(one, 'level'),
  }))
}

function findings(records: Records) {
  return of(records, 'finding').map((one) => ({
    id: one.id,
    title: textOf(one, 'name') ?? '',
    description: textOf(one, 'description'),
    severity: textOf(one, 'severity') ?? 'unknown',
    state: one.state,
    requirements: listOf(one, 'requirements'),
    foundOn: textOf(one, 'found_on') ?? '',
  }))
}

function risks(records: Records) {
  return of(records, 'risk').map((one) => ({
    id: one.id,
    title: textOf(one, 'name') ?? '',
    statement: textOf(one, 'scenario') ?? '',
    state: one.state,
    treatments: of(records, 'treatment')
      .filter((other) => textOf(other, 'risk') === one.id && other.state !== 'dropped')
      .map((other) => ({
        id: other.id,
        title: textOf(other, 'name') ?? '',
        description: textOf(other, 'description'),
        state: other.state,
      })),
  }))
}

function actions(records: Records) {
  return of(records, 'action').map((one) => ({
    id: one.id,
    title: textOf(one, 'name') ?? '',
    description: textOf(one, 'description'),
    state: one.state,
    dueOn: textOf(one, 'due_on'),
    findings: listOf(one, 'sources'),
    risks: listOf(one, 'sources'),
  }))
}

function textOf(record: RecordVersion | undefined, name: string): string | undefined {
  const value = record?.values[name]
  return typeof value === 'string' ? value : undefined
}

function numberOf(record: RecordVersion | undefined, name: string): number | undefined {
  const value = record?.values[name]
  return typeof value === 'number' ? value : undefined
}

function listOf(record: RecordVersion, name: string): readonly string[] {
  const value = record.values[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
