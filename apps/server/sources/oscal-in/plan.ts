// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { itemsOf, type OscalDocument } from '@schouw/formats/oscal'
import { componentItems } from './components.ts'
import {
  type Circumstances,
  dayOf,
  known,
  type LeftOut,
  type Link,
  line,
  lines,
  type Planned,
} from './item.ts'
import { Results, resultItems } from './results.ts'

/** More than this is no document that people wrote. */
const mostItems = 10_000

/** The records that a document on work comes to, in the order in which they can be made. */
export function plannedFrom(document: OscalDocument, about: Circumstances): Planned {
  const { items: found, leftOut } = byModel(document, about)
  const items = found.map((one) => (one.key === '' ? { ...one, key: nameless(one.values) } : one))
  if (items.length <= mostItems) return { items, leftOut }
  const over = { source: '', code: 'limit', found: `${items.length - mostItems} more` } as const
  return { items: items.slice(0, mostItems), leftOut: [...leftOut, over] }
}

/** By what it says, where the document gives it no UUID. */
function nameless(values: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 36)
}

function byModel(document: OscalDocument, about: Circumstances): Planned {
  if (document.model === 'component-definition') return componentItems(document, about)
  if (document.model === 'assessment-results') return resultItems(document, about)
  return planItems(document, about)
}

type PlanItem = ReturnType<typeof itemsOf>[number]

/**
 * Items are actions. The findings of the plan come along; an item that names none but a risk or an
 * observation is a weakness itself, and so a finding too.
 */
function planItems(document: OscalDocument, about: Circumstances): Planned {
  const results = new Results(document, about)
  results.addFindings()
  const leftOut: LeftOut[] = []
  const actions = itemsOf(document.body).flatMap((item) => {
    const risks = item.risks.flatMap((uuid) => results.risks.get(uuid) ?? [])
    if (risks.length > 0 && risks.every(({ status }) => status === 'closed')) {
      leftOut.push({ source: item.path, code: 'closed', found: line(item.title, 120) })
      return []
    }
    const key = keyOf(item, document)
    // Of ours, what it settles stands in its own findings.
    const isOwn = item.props['state'] !== undefined
    const isWeakness = !isOwn && item.findings.length === 0
    if (isWeakness && risks.length + item.observations.length > 0) {
      const observations = item.observations.flatMap((uuid) => results.observations.get(uuid) ?? [])
      results.add({ ...item, uuid: key }, { risks, observations })
    }
    const settles = [...item.findings, key].filter((uuid) => results.made.has(uuid))
    return [actionOf(item, key, { settles, risks })]
  })
  const { items, leftOut: more } = results.planned()
  return { items: [...items, ...actions], leftOut: [...more, ...leftOut] }
}

function actionOf(
  item: PlanItem,
  key: string,
  {
    settles,
    risks,
  }: {
    readonly settles: readonly string[]
    readonly risks: readonly { readonly deadline: string | null }[]
  },
) {
  const deadlines = risks.flatMap(({ deadline }) => dayOf(deadline) ?? []).sort()
  const sources = settles.map((uuid): Link => ({ kind: 'finding', key: uuid }))
  const origin = sources.length > 0 ? 'finding' : risks.length > 0 ? 'risk' : 'own_initiative'
  return {
    kind: 'action' as const,
    key,
    source: item.path,
    values: known({
      name: line(item.title, 200) || line(item.description, 200),
      description: lines(item.description),
      origin,
      due_on: dayOf(item.props['due-on']) ?? deadlines[0],
    }),
    links: { sources },
  }
}

/** Items need no UUID; what they are about names them then. */
function keyOf({ uuid, title }: PlanItem, document: OscalDocument): string {
  if (uuid !== null && uuid !== '') return uuid
  const plan = document.title ?? document.uuid ?? ''
  return createHash('sha256').update(`${plan}\n${title}`).digest('hex').slice(0, 36)
}
