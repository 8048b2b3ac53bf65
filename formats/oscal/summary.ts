// SPDX-License-Identifier: EUPL-1.2
// What the models that report on work say, as far as registers have a place for it.
import { type Fields, list, text } from '../sightings/index.ts'
import { propOf } from './catalogue.ts'

/** How a component says to meet a requirement. */
export interface Implementation {
  readonly component: string
  readonly title: string
  readonly type: string
  readonly source: string
  readonly control: string
  readonly description: string
  readonly status: string | null
}

export function implementationsOf(definition: Fields): readonly Implementation[] {
  return list(definition, 'components').flatMap((component) =>
    list(component, 'control-implementations').flatMap((implementation) =>
      list(implementation, 'implemented-requirements').map((requirement) => ({
        component: text(component, 'uuid') ?? '',
        title: text(component, 'title') ?? '',
        type: text(component, 'type') ?? '',
        source: text(implementation, 'source') ?? '',
        control: text(requirement, 'control-id') ?? '',
        description: text(requirement, 'description') ?? '',
        status: propOf(requirement, 'implementation-status') ?? null,
      })),
    ),
  )
}

export interface OscalFinding {
  readonly uuid: string
  readonly title: string
  readonly description: string
  readonly target: string | null
  /** `satisfied` or `not-satisfied`. */
  readonly state: string | null
  readonly risks: readonly string[]
  readonly observations: readonly string[]
}

export interface OscalRisk {
  readonly uuid: string
  readonly title: string
  readonly description: string
  readonly statement: string
  readonly status: string
  readonly deadline: string | null
}

export interface OscalItem {
  readonly uuid: string | null
  readonly title: string
  readonly description: string
  readonly risks: readonly string[]
  readonly findings: readonly string[]
}

/** Findings of all results, or of the plan itself. */
export function findingsOf(body: Fields): readonly OscalFinding[] {
  const holders = [body, ...list(body, 'results')]
  return holders.flatMap((holder) =>
    list(holder, 'findings').map((finding) => ({
      uuid: text(finding, 'uuid') ?? '',
      title: text(finding, 'title') ?? '',
      description: text(finding, 'description') ?? '',
      target: text(finding, 'target', 'target-id') ?? null,
      state: text(finding, 'target', 'status', 'state') ?? null,
      risks: refs(finding, 'related-risks', 'risk-uuid'),
      observations: refs(finding, 'related-observations', 'observation-uuid'),
    })),
  )
}

export function risksOf(body: Fields): readonly OscalRisk[] {
  const holders = [body, ...list(body, 'results')]
  return holders.flatMap((holder) =>
    list(holder, 'risks').map((risk) => ({
      uuid: text(risk, 'uuid') ?? '',
      title: text(risk, 'title') ?? '',
      description: text(risk, 'description') ?? '',
      statement: text(risk, 'statement') ?? '',
      status: text(risk, 'status') ?? '',
      deadline: text(risk, 'deadline') ?? null,
    })),
  )
}

export function itemsOf(plan: Fields): readonly OscalItem[] {
  return list(plan, 'poam-items').map((item) => ({
    uuid: text(item, 'uuid') ?? null,
    title: text(item, 'title') ?? '',
    description: text(item, 'description') ?? '',
    risks: refs(item, 'related-risks', 'risk-uuid'),
    findings: refs(item, 'related-findings', 'finding-uuid'),
  }))
}

function refs(value: unknown, name: string, id: string): readonly string[] {
  return list(value, name).flatMap((one) => text(one, id) ?? [])
}
