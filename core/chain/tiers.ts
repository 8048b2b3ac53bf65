// SPDX-License-Identifier: EUPL-1.2
import type { Line } from './facts.ts'

/** By what somebody is asked who delivers it. */
export const tiers = ['machine_builder', 'maintenance', 'software', 'msp', 'parts'] as const
export type Tier = (typeof tiers)[number]

/** The heaviest first: who delivers machines and keeps them is asked as a machine builder. */
const byDelivery: readonly (readonly [Tier, readonly string[]])[] = [
  ['msp', ['managed_it']],
  ['machine_builder', ['machines', 'control_systems']],
  ['maintenance', ['maintenance']],
  ['software', ['software', 'cloud']],
  ['parts', ['hardware', 'parts', 'materials', 'energy', 'telecom', 'logistics']],
]

/** As a person has set it, else by what is delivered; null when neither says anything. */
export function tierOf(supplier: Line): Tier | null {
  const said = tiers.find((one) => one === supplier.text('tier'))
  if (said !== undefined) return said
  const delivers = supplier.list('delivers')
  return byDelivery.find(([, kinds]) => kinds.some((kind) => delivers.includes(kind)))?.[0] ?? null
}

const withComponents: readonly string[] = [
  'machines',
  'control_systems',
  'hardware',
  'software',
  'cloud',
]

/** Whether something with software in it is delivered; unknown is asked about. */
export function hasComponents(supplier: Line): boolean {
  const delivers = supplier.list('delivers')
  return delivers.length === 0 || delivers.some((one) => withComponents.includes(one))
}
