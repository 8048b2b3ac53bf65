// SPDX-License-Identifier: EUPL-1.2
import { type About, documentOf, given, instantOf, lineOf, prop, uuidOf } from './writing.ts'

export interface RequirementOut {
  /** `A1` … `J8`; also its id. */
  readonly id: string
  readonly title: string
  readonly statement?: string | undefined
  readonly guidance?: string | undefined
}

export interface GroupOut {
  readonly id: string
  readonly title: string
  readonly requirements: readonly RequirementOut[]
}

/** The requirements as a catalogue. */
export function oscalCatalog(about: About, groups: readonly GroupOut[]): unknown {
  return documentOf('catalog', about, {
    groups: groups.map((group) => ({
      id: `duty-${group.id}`,
      class: 'duty',
      title: lineOf(group.title),
      controls: group.requirements.map((one) => ({
        id: one.id,
        class: 'requirement',
        title: lineOf(one.title),
        props: [{ name: 'label', value: one.id }],
        ...given({
          parts: [
            ...(one.statement ? [part(one.id, 'statement', one.statement)] : []),
            ...(one.guidance ? [part(one.id, 'guidance', one.guidance)] : []),
          ],
        }),
      })),
    })),
  })
}

function part(id: string, name: string, prose: string) {
  return { id: `${id}_${name}`, name, prose }
}

export interface MeasureOut {
  /** Of its record. */
  readonly id: string
  readonly title: string
  readonly description?: string | undefined
  readonly requirements: readonly string[]
  readonly state: string
  readonly level?: number | undefined
}

export interface AnswerOut {
  readonly id: string
  readonly requirement: string
  /** 0 to 5; absent is not known. */
  readonly level?: number | undefined
  readonly target?: number | undefined
  readonly evidenceLevel?: 'said' | 'shown' | 'tested' | undefined
  readonly notApplicable?: string | undefined
  readonly note?: string | undefined
  readonly answeredOn?: string | undefined
  readonly evidence?: readonly { readonly title: string; readonly sha256: string }[] | undefined
}

/** Measures as components of the organisation; what each answers to by the answers themselves. */
export function oscalComponents(
  about: About,
  catalogHref: string,
  given_: { readonly measures: readonly MeasureOut[]; readonly answers: readonly AnswerOut[] },
): unknown {
  const { measures, answers } = given_
  const byRequirement = new Map(answers.map((one) => [one.requirement, one]))
  return documentOf('component-definition', about, {
    ...given({
      components: measures.map((measure) => ({
        uuid: uuidOf('measure', measure.id),
        type: 'process-procedure',
        title: lineOf(measure.title),
        description: measure.description ?? lineOf(measure.title),
        props: [prop('state', measure.state), ...levelProps(measure.level)],
        ...given({
          'control-implementations':
            measure.requirements.length === 0
              ? []
              : [
                  {
                    uuid: uuidOf('implementation', measure.id),
                    source: catalogHref,
                    description: lineOf(measure.title),
                    'implemented-requirements': measure.requirements.map((id) =>
                      implemented(measure, id, byRequirement.get(id)),
                    ),
                  },
                ],
        }),
      })),
    }),
  })
}

function implemented(measure: MeasureOut, id: string, answer: AnswerOut | undefined) {
  const status = answer === undefined ? undefined : statusOf(answer)
  return {
    uuid: uuidOf('implemented', `${measure.id} ${id}`),
    'control-id': id,
    description: answer?.note ?? answer?.notApplicable ?? lineOf(measure.title),
    ...given({
      props: [
        ...(status === undefined ? [] : [{ name: 'implementation-status', value: status }]),
        ...levelProps(answer?.level, answer?.target),
        ...(answer?.evidenceLevel === undefined ? [] : [prop('rests-on', answer.evidenceLevel)]),
      ],
    }),
  }
}

/** As the tools of others count: not known stays without one. */
function statusOf({ level, target, notApplicable }: AnswerOut): string | undefined {
  if (notApplicable !== undefined) return 'not-applicable'
  if (level === undefined) return undefined
  if (level === 0) return 'planned'
  return target === undefined || level < target ? 'partial' : 'implemented'
}

function levelProps(level: number | undefined, target?: number) {
  return [
    ...(level === undefined ? [] : [prop('level', String(level))]),
    ...(target === undefined ? [] : [prop('target-level', String(target))]),
  ]
}

export interface FindingOut {
  readonly id: string
  readonly title: string
  readonly description?: string | undefined
  readonly severity: string
  readonly state: string
  readonly requirements: readonly string[]
  readonly foundOn: string
}

const methods = { said: 'INTERVIEW', shown: 'EXAMINE', tested: 'TEST' } as const

/**
 * Answers as observations, each with a finding where the level that was set is known: without one
 * there is nothing to satisfy.
 */
export function oscalResults(
  about: About,
  {
    answers,
    findings,
  }: { readonly answers: readonly AnswerOut[]; readonly findings: readonly FindingOut[] },
): unknown {
  const plan = uuidOf('assessment-plan', about.id)
  const known = answers.filter(({ level }) => level !== undefined)
  const reviewed = [
    ...new Set([
      ...known.map((one) => one.requirement),
      ...findings.flatMap((one) => one.requirements),
    ]),
  ]
  const judged = known.flatMap((one) =>
    one.target === undefined ? [] : [judgement(one, one.target)],
  )
  return documentOf(
    'assessment-results',
    about,
    {
      'import-ap': { href: `#${plan}` },
      results: [
        {
          uuid: uuidOf('result', `${about.id} ${about.lastModified}`),
          title: lineOf(about.title),
          description: about.title,
          start: about.lastModified,
          'reviewed-controls': {
            'control-selections': [
              reviewed.length === 0
                ? { 'include-all': {} }
                : { 'include-controls': reviewed.map((id) => ({ 'control-id': id })) },
            ],
          },
          ...given({
            observations: known.map((one) => observation(one, about.lastModified)),
            findings: [...judged, ...findings.map((one) => findingOf(one))],
          }),
        },
      ],
    },
    [{ uuid: plan, title: 'assessment plan' }],
  )
}

function observation(answer: AnswerOut, at: string) {
  const { id, requirement, note, evidenceLevel, evidence = [], answeredOn } = answer
  return {
    uuid: uuidOf('observation', id),
    title: lineOf(requirement),
    description: note ?? requirement,
    props: levelProps(answer.level, answer.target),
    methods: [evidenceLevel === undefined ? 'UNKNOWN' : methods[evidenceLevel]],
    ...given({
      'relevant-evidence': evidence.map(({ title, sha256 }) => ({
        description: lineOf(title),
        props: [prop('sha256', sha256)],
      })),
    }),
    collected: answeredOn === undefined ? at : instantOf(answeredOn),
  }
}

function judgement({ id, requirement, level = 0 }: AnswerOut, target: number) {
  const isMet = level >= target
  return {
    uuid: uuidOf('judgement', id),
    title: lineOf(requirement),
    description: `${level} / ${target}`,
    target: {
      type: 'objective-id',
      'target-id': requirement,
      status: { state: isMet ? 'satisfied' : 'not-satisfied' },
    },
    'related-observations': [{ 'observation-uuid': uuidOf('observation', id) }],
  }
}

function findingOf(finding: FindingOut) {
  const { id, title, description, severity, state, requirements, foundOn } = finding
  return {
    uuid: uuidOf('finding', id),
    title: lineOf(title),
    description: description ?? lineOf(title),
    props: [prop('severity', severity), prop('state', state), prop('found-on', foundOn)],
    target: {
      type: 'objective-id',
      'target-id': requirements[0] ?? 'unknown',
      status: { state: /solved|verified/.test(state) ? 'satisfied' : 'not-satisfied' },
    },
  }
}

export interface RiskOut {
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly state: string
  readonly treatments?: readonly {
    readonly id: string
    readonly title: string
    readonly description?: string | undefined
    readonly state: string
  }[]
}

export interface ActionOut {
  readonly id: string
  readonly title: string
  readonly description?: string | undefined
  readonly state: string
  readonly dueOn?: string | undefined
  /** Ids of records. */
  readonly findings: readonly string[]
  readonly risks: readonly string[]
}

/** Actions as the items of a plan, on the findings and risks that they settle. */
export function oscalPlan(
  about: About,
  {
    actions,
    findings,
    risks,
  }: {
    readonly actions: readonly ActionOut[]
    readonly findings: readonly FindingOut[]
    readonly risks: readonly RiskOut[]
  },
): unknown {
  const isFinding = new Set(findings.map(({ id }) => id))
  const isRisk = new Set(risks.map(({ id }) => id))
  return documentOf('plan-of-action-and-milestones', about, {
    'system-id': { id: uuidOf('organisation', about.id) },
    ...given({ findings: findings.map(findingOf), risks: risks.map(riskOf) }),
    'poam-items': actions.map((action) => ({
      uuid: uuidOf('action', action.id),
      title: lineOf(action.title),
      description: action.description ?? lineOf(action.title),
      props: [
        prop('state', action.state),
        ...(action.dueOn === undefined ? [] : [prop('due-on', action.dueOn)]),
      ],
      ...given({
        'related-findings': action.findings
          .filter((id) => isFinding.has(id))
          .map((id) => ({ 'finding-uuid': uuidOf('finding', id) })),
        'related-risks': action.risks
          .filter((id) => isRisk.has(id))
          .map((id) => ({ 'risk-uuid': uuidOf('risk', id) })),
      }),
    })),
  })
}

function riskOf({ id, title, statement, state, treatments = [] }: RiskOut) {
  return {
    uuid: uuidOf('risk', id),
    title: lineOf(title),
    description: statement,
    statement,
    status: state === 'closed' || state === 'rejected' ? 'closed' : 'open',
    ...given({ remediations: treatments.map(remediationOf) }),
  }
}

function remediationOf(one: NonNullable<RiskOut['treatments']>[number]) {
  return {
    uuid: uuidOf('treatment', one.id),
    lifecycle: lifecycles[one.state] ?? 'recommendation',
    title: lineOf(one.title),
    description: one.description ?? lineOf(one.title),
  }
}

/** Where a treatment stands, in OSCAL's words; what is not chosen is a recommendation. */
const lifecycles: Readonly<Record<string, string>> = { chosen: 'planned', done: 'completed' }
