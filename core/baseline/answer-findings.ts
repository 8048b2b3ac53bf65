// SPDX-License-Identifier: EUPL-1.2
import { type CheckId, checks } from '@schouw/core/assurance'
import type { Role } from '@schouw/core/capture'
import type { DirectorTerm, SupplierView } from './baseline.ts'
import { type Finding, finding, row } from './finding.ts'
import { grantLabel } from './grants.ts'
import type { AnswerInput, AssetRow } from './inputs.ts'
import type { Scene } from './scene.ts'
import { type Sentence, sentence } from './sentences.ts'
import { examplesOf } from './texts.ts'

/** From this level a claim speaks for the whole company: "for IT and OT on all in-scope sites". */
const everywhere = 3

interface Seen {
  readonly check: CheckId
  readonly seen: Sentence
  readonly names: readonly string[]
  readonly places: readonly { readonly path: string; readonly line: number }[]
  readonly suppliers?: readonly string[]
}

/** One register against what the answers claim: the company against itself. */
export function answerFindings(
  scene: Scene,
  suppliers: readonly SupplierView[],
  directors: readonly DirectorTerm[],
): Finding[] {
  const seen = [
    ...grantsSeen(scene),
    ...suppliersSeen(suppliers),
    ...processesSeen(scene),
    ...backupsSeen(scene),
    ...directorsSeen(scene, directors),
  ]
  return seen.flatMap((one) => {
    const answer = answerTo(scene, checks[one.check].requirements)
    if (answer === undefined) return []
    return [
      finding({
        check: one.check,
        key: [],
        claim: claimOf(answer),
        seen: one.seen,
        sources: [row(answer.at), ...one.places.slice(0, 10).map(row)],
        suppliers: one.suppliers ?? [],
        words: one.names,
        size: one.names.length,
      }),
    ]
  })
}

/** Keeps of every finding the requirements of which something was claimed that it goes against. */
export function againstClaims(scene: Scene, findings: readonly Finding[]): Finding[] {
  return findings.flatMap((one) => {
    if (checks[one.check].against === 'anything') return [one]
    const requirements = one.requirements.filter((id) => answerTo(scene, [id]) !== undefined)
    return requirements.length === 0 ? [] : [{ ...one, requirements }]
  })
}

/** What the company says of the first of these requirements that it answered; else that it did not. */
export function claimFor(scene: Scene, requirements: readonly string[]): Sentence {
  const answers = scene.inputs.answers?.answers ?? []
  const answer = requirements.flatMap(
    (id) => answers.find(({ requirement }) => requirement === id) ?? [],
  )[0]
  if (answer !== undefined) return claimOf(answer)
  return sentence('claim.requirement', { requirement: requirements[0] ?? '' })
}

function answerTo(scene: Scene, requirements: readonly string[]): AnswerInput | undefined {
  return (scene.inputs.answers?.answers ?? []).find(
    ({ requirement, level }) =>
      requirements.includes(requirement) && (level === null || level >= everywhere),
  )
}

function claimOf({ requirement, level, evidence_level, not_applicable }: AnswerInput): Sentence {
  return level === null
    ? sentence('claim.not_applicable', { requirement, text: not_applicable ?? '' })
    : sentence('claim.answer', { requirement, level, evidence_level })
}

function grantsSeen(scene: Scene): Seen[] {
  const grants = scene.inputs.zones?.remote_access ?? []
  const bare = grants.filter(({ mfa }) => mfa === false)
  const unrecorded = grants.filter(({ recorded }) => recorded === false)
  const facts = (of: typeof grants) => ({
    count: of.length,
    examples: examplesOf(of.map((grant) => grantLabel(scene, grant))),
  })
  const about = (of: typeof grants) => ({
    names: of.map(({ id }) => id),
    places: of.map(({ at }) => at),
  })
  return [
    ...(bare.length === 0
      ? []
      : [
          {
            check: 'grant_without_mfa' as const,
            seen: sentence('seen.no_mfa', facts(bare)),
            ...about(bare),
          },
        ]),
    ...(unrecorded.length === 0
      ? []
      : [
          {
            check: 'grant_not_recorded' as const,
            seen: sentence('seen.not_recorded', facts(unrecorded)),
            ...about(unrecorded),
          },
        ]),
  ]
}

const supplierChecks = [
  ['no_notice_clause', 'seen.no_notice_clause'],
  ['no_exit_plan', 'seen.no_exit_plan'],
  ['not_reviewed', 'seen.not_reviewed'],
] as const

function suppliersSeen(suppliers: readonly SupplierView[]): Seen[] {
  const critical = suppliers.filter(({ is_critical }) => is_critical)
  return supplierChecks.flatMap(([check, code]) => {
    const open = critical.filter(({ gaps }) => gaps.includes(check))
    if (open.length === 0) return []
    const names = open.map(({ name }) => name)
    const facts = { count: open.length, of: critical.length, examples: examplesOf(names) }
    return [
      {
        check,
        seen: sentence(code, facts),
        names,
        places: open.flatMap(({ source }) => (source.kind === 'row' ? [source] : [])),
        suppliers: open.map(({ id }) => id),
      },
    ]
  })
}

function processesSeen(scene: Scene): Seen[] {
  const processes = scene.inputs.processes?.processes ?? []
  const bare = processes.filter((one) => one.rto_hours === null && one.max_outage_hours === null)
  const names = bare.map(({ name }) => name)
  const seen: Seen[] = []
  if (bare.length > 0) {
    const facts = { count: bare.length, of: processes.length, examples: examplesOf(names) }
    seen.push({
      check: 'no_recovery_target',
      seen: sentence('seen.no_recovery_target', facts),
      names,
      places: bare.map(({ at }) => at),
    })
  }
  if (processes.length > 0 && !processes.some(({ crown_jewel }) => crown_jewel)) {
    seen.push({
      check: 'no_crown_jewels',
      seen: sentence('seen.no_crown_jewels', { processes: processes.length }),
      names: processes.map(({ name }) => name),
      places: processes.map(({ at }) => at),
    })
  }
  return seen
}

const backedUpRoles: ReadonlySet<Role> = new Set<Role>([
  'plc',
  'safety_plc',
  'hmi',
  'scada_server',
  'engineering_station',
  'robot',
  'cnc',
  'server',
])
const backedUpTypes = /plc|hmi|scada|robot|cnc|server|besturing|controller|engineering/i

/** C2 names what holds a program or data of its own; a sensor or a switch is replaced. */
function hasProgram(scene: Scene, row: AssetRow): boolean {
  const asset = scene.assets.find(({ id }) => scene.matches.get(id)?.row === row)
  if (asset?.role) return backedUpRoles.has(asset.role)
  return row.type !== null && backedUpTypes.test(row.type)
}

/** Only what a crown jewel needs, and only when the register keeps dates of backups at all. */
function backupsSeen(scene: Scene): Seen[] {
  const rows = scene.inputs.assets ?? []
  const jewels = (scene.inputs.processes?.processes ?? []).filter(({ crown_jewel }) => crown_jewel)
  const needed = new Set(jewels.flatMap(({ id, depends_on }) => [id, ...depends_on.assets]))
  if (!rows.some(({ last_backup }) => last_backup !== null)) return []
  const bare = rows.filter((one) => {
    const { name, process, crown_jewel, last_backup } = one
    const isNeeded = crown_jewel === true || needed.has(name) || needed.has(process ?? '')
    return last_backup === null && isNeeded && hasProgram(scene, one)
  })
  if (bare.length === 0) return []
  const names = bare.map(({ name }) => name)
  return [
    {
      check: 'no_backup',
      seen: sentence('seen.no_backup', { count: names.length, examples: examplesOf(names) }),
      names,
      places: bare.map(({ at }) => at),
    },
  ]
}

function directorsSeen(scene: Scene, directors: readonly DirectorTerm[]): Seen[] {
  const bound = directors.filter(({ status }) => status !== 'no_duty')
  const open = bound.filter(({ status }) => status !== 'fulfilled')
  if (open.length === 0) return []
  const names = open.map(({ name }) => name)
  const people = scene.inputs.people ?? []
  const facts = { count: open.length, of: bound.length, examples: examplesOf(names) }
  return [
    {
      check: 'director_without_certificate',
      seen: sentence('seen.no_certificate', facts),
      names,
      places: people
        .filter(({ id }) => open.some(({ person }) => person === id))
        .map(({ at }) => at),
    },
  ]
}
