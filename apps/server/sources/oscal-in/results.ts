// SPDX-License-Identifier: EUPL-1.2
import {
  findingsOf,
  type OscalDocument,
  type OscalFinding,
  type OscalObservation,
  type OscalRisk,
  observationsOf,
  risksOf,
} from '@schouw/formats/oscal'
import { text } from '@schouw/formats/sightings'
import { isOurs } from '../frameworks/ours.ts'
import {
  type Circumstances,
  dayOf,
  evidenceLevelOf,
  type Item,
  known,
  type LeftOut,
  levelOf,
  line,
  lines,
  type Planned,
} from './item.ts'
import { severityOf } from './severity.ts'

/** What findings, observations and risks of a document come to, one look at each. */
export class Results {
  readonly items: Item[] = []
  readonly leftOut: LeftOut[] = []
  readonly risks: ReadonlyMap<string, OscalRisk>
  readonly observations: ReadonlyMap<string, OscalObservation>
  /** Findings that became one of ours. */
  readonly made = new Set<string>()
  readonly #findings: readonly OscalFinding[]
  readonly #about: Circumstances
  readonly #written: string | undefined
  readonly #dated: string

  constructor({ body }: OscalDocument, about: Circumstances) {
    this.#about = about
    this.#written = text(body, 'metadata', 'last-modified')
    this.#dated = dayOf(this.#written) ?? about.today
    this.#findings = findingsOf(body)
    this.risks = new Map(risksOf(body).map((one) => [one.uuid, one]))
    this.observations = new Map(observationsOf(body).map((one) => [one.uuid, one]))
  }

  planned(): Planned {
    return { items: this.items, leftOut: this.leftOut }
  }

  /** Observations that give a level of ours are answers. */
  addAnswers(): void {
    for (const one of this.observations.values()) {
      const level = levelOf(one.props['level'])
      if (level === undefined || !isOurs(one.title)) continue
      this.items.push({
        kind: 'requirement-answer',
        key: one.title,
        source: one.path,
        values: known({
          requirement: one.title,
          level,
          target_level: levelOf(one.props['target-level']),
          evidence_level: evidenceLevelOf(one.methods),
          note: one.description === one.title ? undefined : lines(one.description),
          // Written down when the document was: when it was answered, nobody says.
          answered_on: one.collected === this.#written ? undefined : dayOf(one.collected),
        }),
        links: { evidence: one.digests.map((key) => ({ kind: 'evidence-file', key })) },
      })
    }
  }

  addFindings(): void {
    for (const finding of this.#findings) {
      const observed = this.#observed(finding.observations)
      // What an answer says already, with its level.
      if (observed.some((one) => this.#isAnswer(one) && one.title === finding.target)) continue
      if (finding.state === 'satisfied') this.#satisfied(finding, observed)
      else this.#finding(finding, observed)
    }
  }

  /** Risks and observations that no finding speaks of. */
  addRest(): void {
    const spoken = new Set(this.#findings.flatMap((one) => [...one.risks, ...one.observations]))
    for (const risk of this.risks.values()) {
      for (const uuid of risk.observations) spoken.add(uuid)
      if (spoken.has(risk.uuid)) continue
      if (risk.status === 'closed') this.#leave(risk.path, 'closed', risk.title)
      else this.add(risk, { risks: [risk], observations: this.#observed(risk.observations) })
    }
    for (const one of this.observations.values()) {
      if (spoken.has(one.uuid) || this.#isAnswer(one) || !one.types.includes('finding')) continue
      this.add(one, { risks: [], observations: [one], type: 'observation' })
    }
  }

  /** Gives whether it became one: without a severity it does not. */
  add(
    one: { readonly uuid: string; readonly path: string; readonly title: string } & {
      readonly description: string
      readonly props: OscalFinding['props']
    },
    found: {
      readonly risks: readonly OscalRisk[]
      readonly observations: readonly OscalObservation[]
      readonly requirements?: readonly string[]
      readonly type?: 'observation'
      readonly start?: string | null
    },
  ): boolean {
    const severity = severityOf(one.props, found.risks) ?? this.#about.severity
    if (severity === undefined) {
      this.#leave(one.path, 'severity-missing', one.title)
      return false
    }
    const { risks, observations } = found
    const collected = observations.flatMap(({ collected: at }) => dayOf(at) ?? []).sort()
    const statements = risks.map((risk) => risk.statement)
    this.items.push({
      kind: 'finding',
      key: one.uuid,
      source: one.path,
      values: known({
        name: line(one.title, 200) || line(one.description, 200),
        description: lines(one.description, ...statements),
        origin: 'audit',
        type: found.type,
        severity,
        requirements: found.requirements,
        found_on: dayOf(one.props['found-on']) ?? collected[0] ?? dayOf(found.start) ?? this.#dated,
        recommendation: lines(...risks.flatMap((risk) => risk.remediations)),
      }),
      links: {
        evidence: observations.flatMap(({ digests }) =>
          digests.map((key) => ({ kind: 'evidence-file', key }) as const),
        ),
      },
    })
    this.made.add(one.uuid)
    return true
  }

  #finding(finding: OscalFinding, observations: readonly OscalObservation[]): void {
    const risks = finding.risks.flatMap((uuid) => this.risks.get(uuid) ?? [])
    if (risks.length > 0 && risks.every(({ status }) => status === 'closed')) {
      this.#leave(finding.path, 'closed', finding.title)
      return
    }
    const requirements = finding.target === null ? [] : this.#about.oursFor(finding.target)
    this.add(finding, { risks, observations, requirements, start: finding.start })
  }

  /** Somebody found it in order, by a method: that is what an answer may rest on. */
  #satisfied(finding: OscalFinding, observations: readonly OscalObservation[]): void {
    const requirement = finding.target ?? ''
    const evidence_level = evidenceLevelOf(observations.flatMap(({ methods }) => methods))
    if (!isOurs(requirement) || evidence_level === undefined) {
      this.#leave(finding.path, 'satisfied', requirement || finding.title)
      return
    }
    this.items.push({
      kind: 'requirement-answer',
      key: requirement,
      source: finding.path,
      values: { evidence_level },
      links: {
        evidence: observations.flatMap(({ digests }) =>
          digests.map((key) => ({ kind: 'evidence-file', key }) as const),
        ),
      },
      isOnlyMore: true,
    })
  }

  #isAnswer({ props, title }: OscalObservation): boolean {
    return levelOf(props['level']) !== undefined && isOurs(title)
  }

  #observed(uuids: readonly string[]): readonly OscalObservation[] {
    return uuids.flatMap((uuid) => this.observations.get(uuid) ?? [])
  }

  #leave(source: string, code: LeftOut['code'], found: string): void {
    this.leftOut.push({ source, code, found: line(found, 120) })
  }
}

export function resultItems(document: OscalDocument, about: Circumstances): Planned {
  const results = new Results(document, about)
  results.addAnswers()
  results.addFindings()
  results.addRest()
  return results.planned()
}
