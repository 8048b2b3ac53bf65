// SPDX-License-Identifier: EUPL-1.2
import {
  kindsOfLosses,
  type LossCheck,
  type LossFacts,
  lines as records,
} from '@schouw/core/losses'
import type { KindName } from '@schouw/core/registers'
import { type Line, type Ref, refOf } from '../facts.ts'
import { type HazardId, hazards } from './hazards.ts'

const { isAnswered, linesOf } = records

/** Registers that proposals are made from. */
export const kindsOfProposals = [
  ...kindsOfLosses,
  'finding',
  'site',
] as const satisfies readonly KindName[]

export interface Named extends Ref {
  readonly name: string
}

/** A draft of a risk with its grounds, for a person to accept or to reject with a reason. */
export interface Proposal {
  /** The same as long as its grounds are. */
  readonly key: string
  readonly from: 'hazard' | 'finding' | 'restore_test' | 'vulnerability'
  readonly hazard: HazardId | null
  readonly category: string | null
  readonly site: Named | null
  readonly process: Named | null
  /** What it rests on; empty for a hazard that nothing yet speaks for. */
  readonly grounds: readonly Named[]
  readonly severity: string | null
  readonly assets: readonly string[]
  readonly zones: readonly string[]
}

export interface Proposed {
  readonly proposals: readonly Proposal[]
  /** Risks that are thought less likely than what was found says. */
  readonly checks: readonly LossCheck[]
}

/** A device with a weakness that is known to be used by attackers, and that nobody decided on. */
export interface Exploited {
  readonly asset: string
  /** Weaknesses and device, in short. */
  readonly name: string
}

/** Kept with a risk that was made of one, so that it is not proposed again. */
export const exploitedHazard = 'known_exploited'

/** What a risk that was closed or rejected answers is not proposed again. */
export function proposalsOf(facts: LossFacts, exploited: readonly Exploited[] = []): Proposed {
  const risks = linesOf(facts, 'risk')
  const findings = linesOf(facts, 'finding').filter(isOpen)
  return {
    proposals: [
      ...ofExploited(facts, risks, exploited),
      ...ofRestoreTests(facts, risks),
      ...ofFindings(findings, risks),
      ...ofHazards(facts, risks),
    ],
    checks: likelihoodChecks(risks, findings),
  }
}

const bare = { hazard: null, category: null, site: null, process: null, severity: null } as const

function ofHazards(facts: LossFacts, risks: readonly Line[]): readonly Proposal[] {
  const [sites, lines] = [linesOf(facts, 'site'), linesOf(facts, 'process')]
  const tops = lines.filter((line) => line.text('part_of') === null)
  return hazards.flatMap(({ id, category, per }): Proposal[] => {
    const known = risks.filter((risk) => risk.text('hazard') === id)
    const draft = (where: string, more: Partial<Proposal>): Proposal => ({
      ...bare,
      key: `hazard/${id}${where}`,
      from: 'hazard',
      hazard: id,
      category,
      grounds: [],
      assets: [],
      zones: [],
      ...more,
    })
    if (per === 'organisation') return known.length > 0 ? [] : [draft('', {})]
    if (per === 'site') {
      return sites
        .filter((site) => !known.some((risk) => isAt(risk, site, lines)))
        .map((site) => draft(`/${site.id}`, { site: named(site, 'name') }))
    }
    return tops
      .filter((line) => id !== 'supplier_failure' || line.list('depends_on_suppliers').length > 0)
      .filter((line) => !known.some((risk) => risk.list('processes').includes(line.id)))
      .map((line) => draft(`/${line.id}`, { process: named(line, 'name') }))
  })
}

/** A risk that says neither site nor line is there for all of them. */
function isAt(risk: Line, site: Line, lines: readonly Line[]): boolean {
  const [sites, processes] = [risk.list('sites'), risk.list('processes')]
  if (sites.length > 0) return sites.includes(site.id)
  const theirs = lines.filter(({ id }) => processes.includes(id)).map((line) => line.text('site'))
  return theirs.length === 0 || theirs.includes(site.id)
}

function ofExploited(
  facts: LossFacts,
  risks: readonly Line[],
  exploited: readonly Exploited[],
): readonly Proposal[] {
  const processes = linesOf(facts, 'process')
  const answered = risks.filter((risk) => risk.text('hazard') === exploitedHazard)
  return exploited
    .filter(({ asset }) => !answered.some((risk) => risk.list('assets').includes(asset)))
    .map(({ asset, name }): Proposal => {
      const process = processes.find((line) => line.list('depends_on_assets').includes(asset))
      return {
        ...bare,
        key: `vulnerability/${asset}`,
        from: 'vulnerability',
        process: process === undefined ? null : named(process, 'name'),
        grounds: [{ kind: 'asset', id: asset, name }],
        severity: 'critical',
        assets: [asset],
        zones: [],
      }
    })
}

const rank: readonly (string | null)[] = ['critical', 'high', 'medium', 'low']

/** What was measured or warned of and no risk rests on, gravest first. */
function ofFindings(findings: readonly Line[], risks: readonly Line[]): readonly Proposal[] {
  const used = new Set(risks.flatMap((risk) => risk.list('findings')))
  return findings
    .filter((one) => !used.has(one.id) && isGrave(one))
    .map(
      (one): Proposal => ({
        ...bare,
        key: `finding/${one.id}`,
        from: 'finding',
        grounds: [named(one, 'name')],
        severity: one.text('severity'),
        assets: one.list('assets'),
        zones: one.list('zones'),
      }),
    )
    .toSorted((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity))
}

/** Of each process the tests that were missed or failed, when no risk rests on one of them. */
function ofRestoreTests(facts: LossFacts, risks: readonly Line[]): readonly Proposal[] {
  const used = new Set(risks.flatMap((risk) => risk.list('restore_tests')))
  const processes = linesOf(facts, 'process')
  return linesOf(facts, 'restore-test')
    .filter((test) => !used.has(test.id) && (isMissed(test, facts.today) || isFailed(test)))
    .map((test): Proposal => {
      const process = processes.find(({ id }) => id === test.text('process'))
      return {
        ...bare,
        key: `restore_test/${test.id}`,
        from: 'restore_test',
        category: 'technical_failure',
        process: process === undefined ? null : named(process, 'name'),
        grounds: [named(test, 'system')],
        assets: [test.text('asset')].flatMap((id) => id ?? []),
        zones: [],
      }
    })
}

function isMissed(test: Line, today: string): boolean {
  const planned = test.text('planned_on')
  return test.state === 'planned' && planned !== null && planned < today
}

function isFailed(test: Line): boolean {
  return test.text('result') === 'failed'
}

function isOpen({ state }: Line): boolean {
  return state === 'open' || state === 'in_treatment' || state === 'lapsed'
}

function isGrave(finding: Line): boolean {
  const isSeen = ['measurement', 'advisory', 'incident'].includes(finding.text('origin') ?? '')
  return isSeen && ['medium', 'high', 'critical'].includes(finding.text('severity') ?? '')
}

/** Thought unlikely, 1 or 2 of 5, while something grave that leads to it was seen and is open. */
function likelihoodChecks(risks: readonly Line[], findings: readonly Line[]): readonly LossCheck[] {
  const grave = findings.filter((one) => ['high', 'critical'].includes(one.text('severity') ?? ''))
  return risks
    .filter((risk) => !isAnswered(risk) && (risk.number('likelihood') ?? 5) <= 2)
    .filter((risk) =>
      grave.some(
        (one) =>
          risk.list('findings').includes(one.id) ||
          one.list('assets').some((id) => risk.list('assets').includes(id)),
      ),
    )
    .map((risk) => ({
      code: 'likelihood_below_findings',
      about: refOf(risk),
      field: 'likelihood',
    }))
}

function named(line: Line, field: string): Named {
  return { ...refOf(line), name: line.text(field) ?? '' }
}
