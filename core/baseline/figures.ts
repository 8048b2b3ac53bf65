// SPDX-License-Identifier: EUPL-1.2

import type { ActionFacts } from './action-rule.ts'
import type { ComputedFrom, Figure, FigureId } from './baseline.ts'
import { ownDevices } from './scene.ts'

/**
 * Figures with their base; the first three are what a director reads. A part that is not there
 * gives null: not measured, never zero.
 */
export function figures(facts: ActionFacts): Figure[] {
  const { measures, findings, scene } = facts
  const { inputs, inspection } = scene
  const measured = measures.filter(({ level }) => level !== null)
  const withTarget = measured.filter(({ target }) => target !== null)
  const requirements = measures.flatMap((measure) => measure.requirements)
  const answered = requirements.filter(({ level }) => level !== null)
  const proven = answered.filter(({ evidence_level }) => evidence_level !== 'said')
  const devices = ownDevices(scene)
  const registered = devices.filter(({ register }) => register !== null)
  const isNetworkMeasured = inspection !== null
  const hasRegister = isNetworkMeasured && inputs.assets !== null
  const controllers = devices.filter(({ role }) => role === 'plc' || role === 'safety_plc')
  const reached = controllers.filter(({ id }) =>
    findings.some(({ check, assets }) => reachChecks.has(check) && assets.includes(id)),
  )
  const losses = facts.risks.flatMap(({ consequence }) => consequence.money?.high_eur ?? [])
  const critical = facts.suppliers.filter(({ is_critical }) => is_critical)
  const inOrder = critical.filter(({ gaps }) => gaps.length === 0)
  const isAnswered = inputs.answers !== null && measured.length > 0
  const hasLevel = inputs.organisation.board_level !== null && withTarget.length > 0
  return [
    figure(
      'devices_registered',
      'count',
      hasRegister && [registered.length, devices.length],
      'inventory',
    ),
    figure(
      'sections_at_level',
      'count',
      isAnswered && hasLevel && [atLevel(withTarget), withTarget.length],
      'measures',
    ),
    figure('largest_loss', 'eur', losses.length > 0 && [Math.max(...losses), null], 'risks'),
    figure('devices_seen', 'count', isNetworkMeasured && [devices.length, null], 'inventory'),
    figure(
      'requirements_proven',
      'count',
      isAnswered && [proven.length, answered.length],
      'measures',
    ),
    figure(
      'requirements_measured',
      'count',
      inputs.answers !== null && [answered.length, applicable(requirements)],
      'measures',
    ),
    figure(
      'controllers_reached',
      'count',
      isNetworkMeasured &&
        inputs.zones !== null &&
        controllers.length > 0 && [reached.length, controllers.length],
      'contradictions',
    ),
    figure(
      'critical_suppliers_in_order',
      'count',
      critical.length > 0 && [inOrder.length, critical.length],
      'suppliers',
    ),
    figure('directors_trained', 'count', trained(facts), 'directors'),
    figure('first_training_term', 'days', firstTerm(facts), 'directors'),
  ]
}

const reachChecks: ReadonlySet<string> = new Set([
  'office_to_controller',
  'safety_reached',
  'internet_from_ot',
  'internet_to_ot',
])

function figure(
  id: FigureId,
  unit: Figure['unit'],
  known: readonly [number, number | null] | false,
  from: ComputedFrom,
): Figure {
  const [value, base] = known === false ? [null, null] : known
  return { id, value, base, unit, source: { kind: 'computed', from } }
}

function atLevel(measures: ActionFacts['measures']): number {
  return measures.filter(({ level, target }) => (level ?? 0) >= (target ?? 0)).length
}

function applicable(requirements: readonly { readonly status: string }[]): number {
  return requirements.filter(({ status }) => status !== 'not_applicable').length
}

function trained({ scene, directors }: ActionFacts): readonly [number, number] | false {
  const bound = directors.filter(({ status }) => status !== 'no_duty')
  if (scene.inputs.people === null || bound.length === 0) return false
  return [bound.filter(({ status }) => status === 'fulfilled').length, bound.length]
}

function firstTerm({ directors }: ActionFacts): readonly [number, null] | false {
  const open = directors.filter(({ status }) => status === 'running' || status === 'overdue')
  const days = open.flatMap(({ days_left }) => days_left ?? [])
  return days.length > 0 && [Math.min(...days), null]
}
