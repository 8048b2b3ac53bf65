// SPDX-License-Identifier: EUPL-1.2
import type { CheckId } from '@schouw/core/assurance'
import type { Detection } from '@schouw/core/capture'
import type { Finding } from './finding.ts'
import { ownDevices, type Scene } from './scene.ts'
import { type Sentence, type SentenceCode, sentence } from './sentences.ts'
import { compareTexts, examplesOf, listed, unique } from './texts.ts'

/** `flat_network` … : what a `risk.*` sentence is about. */
export type ScenarioId = SentenceCode extends infer Code
  ? Code extends `risk.${infer Name}`
    ? Name
    : never
  : never

/** What feeds one risk. */
export interface Ground {
  readonly findings: readonly Finding[]
  readonly detections: readonly Detection[]
  /** Rows of the register, suppliers, requirements: what else speaks for it, by name. */
  readonly names: readonly string[]
}

export interface Scenario {
  readonly id: ScenarioId
  readonly checks: readonly CheckId[]
  readonly detections: readonly Detection['kind'][]
  /** Likelihood before anything makes it higher; own scale 1–5. */
  readonly likelihood: 1 | 2 | 3 | 4 | 5
  /** What raises it by one, each once. */
  readonly raisedBy: readonly ('internet' | 'remote_access' | 'outdated' | 'many')[]
  /** Impact where no process or no cost is known. */
  readonly impact: 1 | 2 | 3 | 4 | 5
  readonly isStop: boolean
  readonly isInControl: boolean
  /** From here on it is many of its kind. */
  readonly many: number
  readonly cause: (ground: Ground, scene: Scene) => Sentence
}

const isTool: ReadonlySet<CheckId> = new Set<CheckId>([
  'remote_access_without_grant',
  'grant_ended',
])

const changes: readonly Detection['kind'][] = [
  'plc_stop',
  'plc_restart',
  'program_download',
  'firmware_change',
]

/**
 * The ways in which what was found can hurt a factory, worst first where nothing else decides. A
 * board reads at most these twelve; findings of one kind are one risk.
 */
export const scenarios: readonly Scenario[] = [
  {
    id: 'flat_network',
    checks: ['office_to_controller', 'safety_reached'],
    detections: [],
    likelihood: 3,
    raisedBy: ['remote_access', 'internet', 'outdated'],
    impact: 4,
    isStop: true,
    isInControl: true,
    many: 10,
    cause: ({ findings }, scene) => {
      const [first] = findings.toSorted((a, b) => b.size - a.size)
      const [from, to] = endsOf(first, scene)
      return sentence('cause.flat_network', { from, to, pairs: sizeOf(findings) })
    },
  },
  {
    id: 'remote_access',
    checks: [
      'remote_access_without_grant',
      'access_outside_window',
      'grant_ended',
      'grant_without_mfa',
      'grant_not_recorded',
    ],
    detections: [],
    likelihood: 3,
    raisedBy: ['internet', 'many'],
    impact: 4,
    isStop: true,
    isInControl: true,
    many: 3,
    cause: ({ findings }) =>
      sentence('cause.remote_access', {
        tools: wordsOf(findings.filter(({ check }) => isTool.has(check))),
        findings: findings.length,
      }),
  },
  {
    id: 'internet_exposure',
    checks: ['internet_from_ot', 'internet_to_ot'],
    detections: ['internet_from_ot'],
    likelihood: 3,
    raisedBy: ['outdated', 'many'],
    impact: 4,
    isStop: true,
    isInControl: true,
    many: 5,
    cause: ({ findings, detections }, scene) => {
      const devices = unique([
        ...detections.flatMap(({ source, target }) => source ?? target ?? []),
        ...findings.flatMap(({ assets }) => assets.filter((id) => !scene.assetOf(id)?.external)),
      ])
      const zones = unique(devices.flatMap((id) => scene.assetOf(id)?.zone ?? []))
      const names = zones.map((id) => scene.plan.zone(id)?.name ?? id)
      return sentence('cause.internet_exposure', { devices: devices.length, zone: listed(names) })
    },
  },
  {
    id: 'no_recovery',
    checks: ['restore_missed', 'restore_failed', 'restore_slow', 'no_backup'],
    detections: [],
    likelihood: 3,
    raisedBy: ['many'],
    impact: 4,
    isStop: true,
    isInControl: false,
    many: 2,
    cause: ({ findings }) => {
      const words = findings.toSorted((a, b) => a.size - b.size).flatMap((one) => one.words)
      return sentence('cause.no_recovery', {
        systems: examplesOf([...new Set(words)]),
        findings: findings.length,
      })
    },
  },
  {
    id: 'controller_changes',
    checks: [],
    detections: changes,
    likelihood: 2,
    raisedBy: ['internet', 'remote_access'],
    impact: 4,
    isStop: true,
    isInControl: true,
    many: 5,
    cause: ({ detections }, scene) =>
      sentence('cause.controller_changes', {
        operations: unique(detections.map(({ kind }) => kind)).join(', '),
        sources: examplesOf(
          unique(detections.flatMap(({ source }) => source ?? [])).map(scene.labelOf),
        ),
      }),
  },
  {
    id: 'outdated_systems',
    checks: ['smb1', 'old_tls'],
    detections: [],
    likelihood: 2,
    raisedBy: ['internet', 'many'],
    impact: 3,
    isStop: true,
    isInControl: false,
    many: 5,
    cause: ({ findings, names }, scene) => {
      const seen = unique(findings.flatMap(({ assets }) => assets)).map(scene.labelOf)
      return sentence('cause.outdated_systems', {
        findings: findings.length + names.length,
        examples: examplesOf([...names, ...seen]),
      })
    },
  },
  {
    id: 'supplier_failure',
    checks: ['no_exit_plan', 'no_notice_clause'],
    detections: [],
    likelihood: 2,
    raisedBy: ['many'],
    impact: 3,
    isStop: true,
    isInControl: false,
    many: 2,
    cause: ({ names }) =>
      sentence('cause.supplier_failure', { suppliers: listed(names), count: names.length }),
  },
  {
    id: 'readable_passwords',
    checks: ['cleartext_login', 'default_credentials'],
    detections: [],
    likelihood: 2,
    raisedBy: ['internet', 'remote_access', 'many'],
    impact: 3,
    isStop: false,
    isInControl: false,
    many: 3,
    cause: ({ findings }) =>
      sentence('cause.readable_passwords', {
        protocols: wordsOf(findings),
        devices: sizeOf(findings),
      }),
  },
  {
    id: 'unknown_devices',
    checks: ['unregistered_device'],
    detections: [],
    likelihood: 2,
    raisedBy: ['many'],
    impact: 2,
    isStop: false,
    isInControl: false,
    many: 10,
    cause: ({ findings }, scene) =>
      sentence('cause.unknown_devices', {
        count: sizeOf(findings),
        of: ownDevices(scene).length,
      }),
  },
  {
    id: 'certificate_ends',
    checks: ['certificate_expiry'],
    detections: [],
    likelihood: 4,
    raisedBy: ['many'],
    impact: 2,
    isStop: false,
    isInControl: false,
    many: 3,
    cause: ({ findings }) => {
      const { target, validUntil, days } = firstEnd(findings)
      return sentence('cause.certificate_ends', { target, valid_until: validUntil, days })
    },
  },
  {
    id: 'address_conflict',
    checks: [],
    detections: ['duplicate_ip', 'arp_spoofing'],
    likelihood: 2,
    raisedBy: ['many'],
    impact: 3,
    isStop: false,
    isInControl: false,
    many: 3,
    cause: ({ detections }, scene) => {
      const devices = detections.flatMap(({ source, target }) =>
        [source, target].filter((id) => id !== null),
      )
      return sentence('cause.address_conflict', {
        devices: examplesOf(unique(devices).map(scene.labelOf)),
      })
    },
  },
  {
    id: 'late_reporting',
    checks: [],
    detections: [],
    likelihood: 2,
    raisedBy: [],
    impact: 3,
    isStop: false,
    isInControl: false,
    many: 3,
    cause: ({ names }) => sentence('cause.late_reporting', { requirements: names.join(', ') }),
  },
]

/** Over all findings of one risk: pairs, devices, logins. */
export function sizeOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, { size }) => sum + size, 0)
}

export function wordsOf(findings: readonly Finding[]): string {
  return listed(unique(findings.flatMap(({ words }) => words)))
}

/** The certificate that ends, or has ended, first. */
export function firstEnd(findings: readonly Finding[]): {
  readonly validUntil: string | null
  readonly target: string | null
  readonly days: number | null
} {
  const ends = findings.flatMap(({ seen }) => {
    if (seen.code !== 'seen.certificate_expiry') return []
    const { valid_until, target, days } = seen.facts
    return [{ validUntil: valid_until, target, days }]
  })
  const byDay = (a: string | null, b: string | null) => compareTexts(a ?? '9', b ?? '9')
  const [first] = ends.toSorted((a, b) => byDay(a.validUntil, b.validUntil))
  return first ?? { validUntil: null, target: null, days: null }
}

function endsOf(finding: Finding | undefined, scene: Scene): readonly [string, string] {
  const seen = finding?.seen
  if (seen?.code === 'seen.conversation') return [seen.facts.from, seen.facts.to]
  const names = (finding?.zones ?? []).map((id) => scene.plan.zone(id)?.name ?? id)
  return [names[0] ?? '?', names[1] ?? '?']
}
