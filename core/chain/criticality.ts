// SPDX-License-Identifier: EUPL-1.2
import type { Line } from './facts.ts'
import { type Factor, factors, type WeightsInForce } from './weights.ts'

/** What is known of a supplier beside its own record. */
export interface Around {
  readonly processes: readonly Line[]
  /** True: it stands under a crown jewel. */
  readonly isUnderJewel: boolean
  /** Kinds of the zones it reaches, by its own record, by devices and by leave to come in. */
  readonly zoneKinds: readonly string[]
  /** Leave to come in that runs; undefined when nobody keeps that register. */
  readonly grants: readonly Line[] | undefined
  /** Suppliers of ours that it works for. */
  readonly leaning: number
}

export interface FactorScore {
  readonly factor: Factor
  readonly weight: number
  /** 0–1; null when nothing on record says it. */
  readonly value: number | null
  /** Why: a code of the factor, with what decided. */
  readonly because: string
  readonly about: string | null
}

export interface Criticality {
  readonly factors: readonly FactorScore[]
  /** 0–100 of the weights: what is not known counted as nothing, and as everything. */
  readonly low: number
  readonly high: number
  /** What is not known counted by half: what lists are sorted by. */
  readonly score: number
  readonly band: 'low' | 'medium' | 'high' | 'critical'
}

/** From where on, in points of a hundred. */
export const bands = [
  ['critical', 70],
  ['high', 45],
  ['medium', 20],
  ['low', 0],
] as const

export function criticalityOf(
  supplier: Line,
  around: Around,
  { weights }: WeightsInForce,
): Criticality {
  const total = factors.reduce((sum, one) => sum + weights[one], 0)
  const scored = factors.map((factor): FactorScore => {
    const [value, because, about = null] = judges[factor](supplier, around)
    return { factor, weight: weights[factor], value, because, about }
  })
  const sum = (unknown: number) =>
    total === 0
      ? 0
      : (scored.reduce((points, { value, weight }) => points + weight * (value ?? unknown), 0) /
          total) *
        100
  const score = Math.round(sum(0.5))
  const [band] = bands.find(([, from]) => score >= from) ?? ['low']
  return { factors: scored, low: Math.round(sum(0)), high: Math.round(sum(1)), score, band }
}

type Judged = readonly [value: number | null, because: string, about?: string]

const judges: Readonly<Record<Factor, (supplier: Line, around: Around) => Judged>> = {
  process: ofProcesses,
  substitutability: ofSwitching,
  zone: ofZones,
  remote_access: ofGrants,
  delivers: ofDelivery,
  data: (supplier) => {
    const has = supplier.flag('processes_personal_data')
    if (has === null) return [null, 'unknown']
    return has ? [1, 'personal_data'] : [0, 'no_personal_data']
  },
  concentration: (_supplier, { leaning }) => {
    if (leaning === 0) return [0, 'nobody_leans']
    return [leaning === 1 ? 0.5 : 1, 'others_lean', String(leaning)]
  },
}

/** Hours that a process may stand still at most → how heavily it counts. */
const outageSteps = [
  [24, 1],
  [72, 0.75],
  [168, 0.5],
] as const

function ofProcesses(supplier: Line, { processes, isUnderJewel }: Around): Judged {
  if (isUnderJewel) return [1, 'crown_jewel']
  if (processes.length === 0) {
    return supplier.has('processes') ? [0, 'no_process'] : [null, 'unknown']
  }
  const hours = processes.flatMap((one) => one.number('max_outage_hours') ?? [])
  if (hours.length === 0) return [null, 'outage_unknown', String(processes.length)]
  const least = Math.min(...hours)
  const [, value] = outageSteps.find(([most]) => least <= most) ?? [0, 0.25]
  return [value, 'process_within', String(least)]
}

const switchingSteps = [
  [7, 0],
  [30, 0.25],
  [90, 0.5],
  [180, 0.75],
] as const

function ofSwitching(supplier: Line): Judged {
  const days = supplier.number('switching_days')
  if (days === null) return [null, 'unknown']
  const [, value] = switchingSteps.find(([most]) => days <= most) ?? [0, 1]
  return [value, 'switching_days', String(days)]
}

const zoneValues: Readonly<Record<string, number>> = {
  safety: 1,
  ot: 0.8,
  management: 0.8,
  dmz: 0.5,
  office: 0.3,
  supplier: 0.2,
  guest: 0.1,
  internet: 0,
}

function ofZones(supplier: Line, { zoneKinds }: Around): Judged {
  if (zoneKinds.length === 0) {
    const isSaid = supplier.has('reaches_zones') || supplier.has('reaches_assets')
    return isSaid ? [0, 'no_zone'] : [null, 'unknown']
  }
  const [worst = ''] = zoneKinds.toSorted((a, b) => (zoneValues[b] ?? 0) - (zoneValues[a] ?? 0))
  return [zoneValues[worst] ?? 0.3, 'reaches', worst]
}

function ofGrants(_supplier: Line, { grants }: Around): Judged {
  if (grants === undefined) return [null, 'unknown']
  if (grants.length === 0) return [0, 'no_grant']
  const values = grants.map((grant): readonly [number, string] => {
    const isStanding = grant.text('way') === 'standing'
    const canWrite = grant.flag('can_write') !== false
    if (isStanding) return canWrite ? [1, 'standing_write'] : [0.75, 'standing']
    if (grant.text('way') === 'supervised') return [0.25, 'supervised']
    return canWrite ? [0.5, 'on_request'] : [0.4, 'on_request']
  })
  const [worst] = values.toSorted(([a], [b]) => b - a)
  return [worst?.[0] ?? 0, worst?.[1] ?? 'no_grant', String(grants.length)]
}

const deliveryValues: Readonly<Record<string, number>> = {
  managed_it: 1,
  control_systems: 1,
  machines: 0.75,
  maintenance: 0.75,
  software: 0.75,
  cloud: 0.75,
  hardware: 0.5,
  telecom: 0.5,
  energy: 0.5,
  parts: 0.25,
  materials: 0.25,
  logistics: 0.25,
}

function ofDelivery(supplier: Line): Judged {
  const delivers = supplier.list('delivers')
  if (delivers.length === 0) return [null, 'unknown']
  const [most = ''] = delivers.toSorted(
    (a, b) => (deliveryValues[b] ?? 0.1) - (deliveryValues[a] ?? 0.1),
  )
  return [deliveryValues[most] ?? 0.1, 'delivers', most]
}
