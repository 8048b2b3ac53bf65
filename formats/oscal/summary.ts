// SPDX-License-Identifier: EUPL-1.2
// What the models that report on work say, as far as registers have a place for it.
import { type Fields, list, text } from '../sightings/index.ts'
import { propOf } from './catalogue.ts'

/** Values of properties by their name; of several of one name the first. */
export type Props = Readonly<Record<string, string>>

/** How a component says to meet a requirement. */
export interface Implementation {
  /** JSON pointer. */
  readonly path: string
  readonly component: string
  readonly title: string
  /** Of the component. */
  readonly about: string
  readonly type: string
  readonly source: string
  readonly control: string
  readonly description: string
  readonly status: string | null
  readonly props: Props
  readonly componentProps: Props
}

export function implementationsOf(definition: Fields): readonly Implementation[] {
  return list(definition, 'components').flatMap((component, at) =>
    list(component, 'control-implementations').flatMap((implementation, nth) =>
      list(implementation, 'implemented-requirements').map((requirement, place) => ({
        path: `/component-definition/components/${at}/control-implementations/${nth}/implemented-requirements/${place}`,
        component: text(component, 'uuid') ?? '',
        title: text(component, 'title') ?? '',
        about: text(component, 'description') ?? '',
        type: text(component, 'type') ?? '',
        source: text(implementation, 'source') ?? '',
        control: text(requirement, 'control-id') ?? '',
        description: text(requirement, 'description') ?? '',
        status: propOf(requirement, 'implementation-status') ?? null,
        props: propsOf(requirement),
        componentProps: propsOf(component),
      })),
    ),
  )
}

export interface OscalFinding {
  readonly path: string
  readonly uuid: string
  readonly title: string
  readonly description: string
  readonly target: string | null
  /** `satisfied` or `not-satisfied`. */
  readonly state: string | null
  readonly risks: readonly string[]
  readonly observations: readonly string[]
  readonly props: Props
  /** Of the result it is in. */
  readonly start: string | null
}

/** What somebody looked at, by which method, and what it left behind. */
export interface OscalObservation {
  readonly path: string
  readonly uuid: string
  readonly title: string
  readonly description: string
  readonly methods: readonly string[]
  readonly types: readonly string[]
  readonly collected: string | null
  readonly props: Props
  /** SHA-256 of files, where the document names them by it. */
  readonly digests: readonly string[]
}

export interface OscalRisk {
  readonly path: string
  readonly uuid: string
  readonly title: string
  readonly description: string
  readonly statement: string
  readonly status: string
  readonly deadline: string | null
  readonly observations: readonly string[]
  readonly remediations: readonly string[]
  readonly props: Props
  /** Of its characterizations, by name: `likelihood`, `impact`, `severity` … */
  readonly facets: Props
}

export interface OscalItem {
  readonly path: string
  readonly uuid: string | null
  readonly title: string
  readonly description: string
  readonly risks: readonly string[]
  readonly findings: readonly string[]
  readonly observations: readonly string[]
  readonly props: Props
}

/** Findings of all results, or of the plan itself. */
export function findingsOf(body: Fields): readonly OscalFinding[] {
  return held(body, 'findings').map(([finding, path, holder]) => ({
    path,
    uuid: text(finding, 'uuid') ?? '',
    title: text(finding, 'title') ?? '',
    description: text(finding, 'description') ?? '',
    target: text(finding, 'target', 'target-id') ?? null,
    state: text(finding, 'target', 'status', 'state') ?? null,
    risks: refs(finding, 'related-risks', 'risk-uuid'),
    observations: refs(finding, 'related-observations', 'observation-uuid'),
    props: propsOf(finding),
    start: text(holder, 'start') ?? null,
  }))
}

export function observationsOf(body: Fields): readonly OscalObservation[] {
  return held(body, 'observations').map(([one, path]) => ({
    path,
    uuid: text(one, 'uuid') ?? '',
    title: text(one, 'title') ?? '',
    description: text(one, 'description') ?? '',
    methods: textsOf(one, 'methods'),
    types: textsOf(one, 'types'),
    collected: text(one, 'collected') ?? null,
    props: propsOf(one),
    digests: list(one, 'relevant-evidence').flatMap((piece) => propsOf(piece)['sha256'] ?? []),
  }))
}

export function risksOf(body: Fields): readonly OscalRisk[] {
  return held(body, 'risks').map(([risk, path]) => ({
    path,
    uuid: text(risk, 'uuid') ?? '',
    title: text(risk, 'title') ?? '',
    description: text(risk, 'description') ?? '',
    statement: text(risk, 'statement') ?? '',
    status: text(risk, 'status') ?? '',
    deadline: text(risk, 'deadline') ?? null,
    observations: refs(risk, 'related-observations', 'observation-uuid'),
    remediations: list(risk, 'remediations').flatMap((one) => text(one, 'description') ?? []),
    props: propsOf(risk),
    facets: Object.fromEntries(
      list(risk, 'characterizations')
        .flatMap((one) => list(one, 'facets'))
        .flatMap((facet) => {
          const [name, value] = [text(facet, 'name'), text(facet, 'value')]
          return name === undefined || value === undefined ? [] : [[name, value] as const]
        }),
    ),
  }))
}

export function itemsOf(plan: Fields): readonly OscalItem[] {
  return list(plan, 'poam-items').map((item, at) => ({
    path: `/plan-of-action-and-milestones/poam-items/${at}`,
    uuid: text(item, 'uuid') ?? null,
    title: text(item, 'title') ?? '',
    description: text(item, 'description') ?? '',
    risks: refs(item, 'related-risks', 'risk-uuid'),
    findings: refs(item, 'related-findings', 'finding-uuid'),
    observations: refs(item, 'related-observations', 'observation-uuid'),
    props: propsOf(item),
  }))
}

type Held = readonly [value: unknown, path: string, holder: unknown]

/** In the results of an assessment, or in a plan itself. */
function held(body: Fields, name: string): readonly Held[] {
  const own = list(body, name).map(
    (one, at): Held => [one, `/plan-of-action-and-milestones/${name}/${at}`, body],
  )
  const results = list(body, 'results').flatMap((result, nth) =>
    list(result, name).map(
      (one, at): Held => [one, `/assessment-results/results/${nth}/${name}/${at}`, result],
    ),
  )
  return [...own, ...results]
}

function propsOf(value: unknown): Props {
  const found: Record<string, string> = {}
  for (const prop of list(value, 'props')) {
    const [name, said] = [text(prop, 'name'), text(prop, 'value')]
    if (name !== undefined && said !== undefined && !Object.hasOwn(found, name)) found[name] = said
  }
  return found
}

function textsOf(value: unknown, name: string): readonly string[] {
  return list(value, name).filter((one) => typeof one === 'string')
}

function refs(value: unknown, name: string, id: string): readonly string[] {
  return list(value, name).flatMap((one) => text(one, id) ?? [])
}
