// SPDX-License-Identifier: EUPL-1.2
import { daysBetween } from '@schouw/core/kernel'
import type { Line } from '../facts.ts'
import { devices, isCritical, type Side, sidesOf } from './sides.ts'
import {
  acceptedIds,
  type Count,
  daysOfYear,
  type FigureFacts,
  shieldedAssets,
  type Way,
} from './way.ts'

/** Weak spots, copies and what is known of the network. */
export const waysOfWeakness: Readonly<Record<string, Way>> = {
  patch_lead_it: {
    as: 'median',
    rests: ['finding', 'asset', 'zone'],
    days: daysOfYear,
    count: (facts) => {
      const solved = advisories(facts, 'it').filter((line) => line.text('solved_on') !== null)
      return daysTaken(facts, solved, (line) => line.text('solved_on'))
    },
  },
  vuln_decision_ot: {
    as: 'median',
    rests: ['finding', 'acceptance', 'asset', 'zone'],
    days: daysOfYear,
    count: (facts) => {
      const accepted = new Map(
        facts.registers
          .all('acceptance')
          .filter(({ state }) => state === 'accepted')
          .map((line) => [line.text('subject') ?? '', line.text('accepted_on')] as const),
      )
      // What nobody has decided on yet is as old as it is today, at least.
      return daysTaken(facts, advisories(facts, 'ot'), (line) =>
        [line.text('solved_on'), accepted.get(line.id) ?? null, facts.today]
          .filter((day) => day !== null)
          .toSorted()
          .at(0),
      )
    },
  },
  patch_overdue_ot: {
    as: 'percent',
    rests: ['finding', 'acceptance', 'exception', 'asset', 'zone'],
    count: overduePatches,
  },
  eol_ot: { as: 'percent', rests: ['asset', 'zone', 'exception'], count: withoutSupport },
  offline_backup: { as: 'percent', rests: ['asset', 'backup'], count: offlineCopies },
  asset_coverage: { as: 'percent', rests: ['asset'], count: coverage },
  segmentation_violations: { as: 'count', rests: ['finding'], count: violations },
}

/** Findings that came of an advisory in the last year, on devices of one side. */
function advisories({ registers, today }: FigureFacts, side: Side): readonly Line[] {
  const sideOf = sidesOf(registers)
  const assets = new Map(registers.all('asset').map((line) => [line.id, line]))
  return registers
    .all('finding')
    .filter((line) => line.text('origin') === 'advisory')
    .filter((line) => ['high', 'critical'].includes(line.text('severity') ?? ''))
    .filter((line) => {
      const found = line.text('found_on') ?? today
      return found <= today && daysBetween(found, today) <= daysOfYear
    })
    .filter((line) =>
      line.list('assets').some((id) => {
        const asset = assets.get(id)
        return asset !== undefined && sideOf(asset) === side
      }),
    )
}

function daysTaken(
  { today }: FigureFacts,
  lines: readonly Line[],
  end: (line: Line) => string | null | undefined,
): Count | null {
  const amounts = lines.map((line) =>
    Math.max(0, daysBetween(line.text('found_on') ?? today, end(line) ?? today)),
  )
  return { part: amounts.length, whole: amounts.length, amounts }
}

const openStates: readonly string[] = ['open', 'in_treatment', 'lapsed']

function overduePatches(facts: FigureFacts): Count | null {
  const accepted = acceptedIds(facts)
  const shielded = shieldedAssets(facts)
  const open = advisories(facts, 'ot').filter(({ state }) => openStates.includes(state))
  const planned = open.filter((line) => line.text('due_on') !== null)
  const unplanned = open.filter((line) => line.text('due_on') === null)
  const late = planned.filter(
    (line) =>
      (line.text('due_on') ?? '9999') < facts.today &&
      !accepted.has(line.id) &&
      !line.list('assets').every((id) => shielded.has(id)),
  )
  return {
    part: late.length,
    whole: planned.length,
    missing: unplanned.length,
    off: [...late, ...unplanned],
  }
}

function withoutSupport(facts: FigureFacts): Count | null {
  const sideOf = sidesOf(facts.registers)
  const shielded = shieldedAssets(facts)
  const all = devices(facts.registers).filter((line) => sideOf(line) === 'ot')
  const known = all.filter((line) => line.text('support_until') !== null)
  const over = known.filter(
    (line) => (line.text('support_until') ?? '') < facts.today && !shielded.has(line.id),
  )
  return { part: over.length, whole: known.length, missing: all.length - known.length, off: over }
}

function offlineCopies({ registers }: FigureFacts): Count | null {
  const backups = registers.all('backup')
  const critical = devices(registers).filter(isCritical)
  const judged = critical.map((line) => {
    const out = backups
      .filter((one) => one.list('assets').includes(line.id))
      .filter((one) => one.flag('is_offline') === true || one.flag('is_unchangeable') === true)
    const isOftenEnough = (one: Line) => {
      const every = one.number('every_hours')
      const goal = one.number('rpo_hours')
      return every === null || goal === null ? null : every <= goal
    }
    if (out.some((one) => isOftenEnough(one) === true)) return { line, verdict: true }
    return { line, verdict: out.some((one) => isOftenEnough(one) === null) ? null : false }
  })
  const known = judged.filter(({ verdict }) => verdict !== null)
  return {
    part: known.filter(({ verdict }) => verdict === true).length,
    whole: known.length,
    missing: judged.length - known.length,
    off: judged.filter(({ verdict }) => verdict !== true).map(({ line }) => line),
  }
}

/** Of what a recording or scan has seen: what is confirmed as ours and has somebody to it. */
function coverage({ registers }: FigureFacts): Count | null {
  const seen = devices(registers).filter(
    (line) => line.state === 'sighted' || line.text('last_seen_at') !== null,
  )
  const known = seen.filter((line) => line.state !== 'sighted' && line.text('owner') !== null)
  const kept = new Set(known.map(({ id }) => id))
  return {
    part: known.length,
    whole: seen.length,
    off: seen.filter(({ id }) => !kept.has(id)),
  }
}

/** The requirement that zones are kept apart. */
const segmentation = 'E2'
const toleratedDays = 7

function violations({ registers, today }: FigureFacts): Count | null {
  const measured = registers.all('finding').filter((line) => line.text('origin') === 'measurement')
  if (measured.length === 0) return null
  const open = measured
    .filter((line) => line.list('requirements').includes(segmentation))
    .filter(({ state }) => openStates.includes(state))
  const old = open.filter(
    (line) => daysBetween(line.text('found_on') ?? today, today) > toleratedDays,
  )
  return { part: old.length, whole: measured.length, off: old }
}
