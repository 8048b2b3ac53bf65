// SPDX-License-Identifier: EUPL-1.2
import { implementationsOf, type OscalDocument } from '@schouw/formats/oscal'
import { text } from '@schouw/formats/sightings'
import {
  type Circumstances,
  dayOf,
  type Item,
  known,
  type LeftOut,
  levelOf,
  line,
  lines,
  type Planned,
  rungOf,
} from './item.ts'

type Implementation = ReturnType<typeof implementationsOf>[number]

/** Components are measures; where they say how far they are with a requirement, that is its answer. */
export function componentItems(
  { body }: OscalDocument,
  { oursFor, today }: Circumstances,
): Planned {
  const leftOut: LeftOut[] = []
  const measures = new Map<string, { first: Implementation; requirements: Set<string> }>()
  const answers = new Map<string, Item>()
  const answeredOn = dayOf(text(body, 'metadata', 'last-modified')) ?? today
  for (const one of implementationsOf(body)) {
    const ours = oursFor(one.control)
    if (ours.length === 0) {
      const found = one.control.slice(0, 120)
      leftOut.push({ source: one.path, code: 'no-requirement-of-ours', found })
      continue
    }
    const measure = measures.get(one.component) ?? { first: one, requirements: new Set() }
    for (const id of ours) measure.requirements.add(id)
    measures.set(one.component, measure)
    // Of a requirement of theirs that is only like ours, no level of ours follows.
    const answer = ours[0] === one.control ? answerOf(one, answeredOn) : undefined
    if (answer === undefined) {
      leftOut.push({ source: one.path, code: 'level-unknown', found: one.status ?? one.control })
      continue
    }
    const before = answers.get(one.control)
    if (before === undefined) answers.set(one.control, answer)
    else if (plain(before) === plain(answer)) answers.set(one.control, joined(before, answer))
    else leftOut.push({ source: one.path, code: 'said-otherwise', found: before.source })
  }
  return { items: [...[...measures.values()].map(measureOf), ...answers.values()], leftOut }
}

function measureOf({
  first,
  requirements,
}: {
  readonly first: Implementation
  readonly requirements: ReadonlySet<string>
}): Item {
  const ids = [...requirements].sort()
  const { component, title, about, componentProps, path } = first
  return {
    kind: 'measure',
    key: component,
    source: path.slice(0, path.indexOf('/control-implementations')),
    values: known({
      name: line(title, 200),
      description: lines(about),
      duties: [...new Set(ids.map((id) => id.charAt(0).toLowerCase()))],
      requirements: ids,
      level: levelOf(componentProps['level']),
    }),
    links: {},
  }
}

function answerOf(one: Implementation, answeredOn: string): Item | undefined {
  const { control, status, description, props, component, path } = one
  const level = levelOf(props['level'])
  const isOutside = status === 'not-applicable' && description.trim() !== ''
  if (level === undefined && !isOutside) return undefined
  return {
    kind: 'requirement-answer',
    key: control,
    source: path,
    values: known({
      requirement: control,
      level: isOutside ? undefined : level,
      target_level: levelOf(props['target-level']),
      evidence_level: rungOf(props['rests-on']),
      not_applicable: isOutside ? line(description, 2_000) : undefined,
      note: isOutside ? undefined : lines(description),
      answered_on: answeredOn,
    }),
    links: { measures: [{ kind: 'measure', key: component }] },
  }
}

/** Of several components that say the same of it. */
function joined(one: Item, other: Item): Item {
  const measures = [...(one.links['measures'] ?? []), ...(other.links['measures'] ?? [])]
  return { ...one, links: { measures } }
}

function plain({ values }: Item): string {
  const { note: _, ...rest } = values
  return JSON.stringify(rest)
}
