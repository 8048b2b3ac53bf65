// SPDX-License-Identifier: EUPL-1.2
import { daysBetween } from '@schouw/core/kernel'
import { type Finding, finding, row } from './finding.ts'
import type { RestoreTestInput } from './inputs.ts'
import type { Scene } from './scene.ts'
import { sentence } from './sentences.ts'
import { compareTexts } from './texts.ts'

/** Restore tests that were not done, that failed, or that took longer than the process can bear. */
export function restoreFindings(scene: Scene): Finding[] {
  const tests = scene.inputs.answers?.restore_tests ?? []
  return tests.flatMap((test) => [
    ...missed(scene, test, tests),
    ...failed(scene, test),
    ...slow(scene, test),
  ])
}

/** Late from the day after the planned one. A test done later than planned was late, not missed. */
function missed(
  scene: Scene,
  test: RestoreTestInput,
  tests: readonly RestoreTestInput[],
): Finding[] {
  const { system, planned, dated } = test
  const today = scene.asOf.date
  const isDone = dated !== null && dated <= today
  if (planned === null || planned >= today || isDone) return []
  const earlier = tests
    .filter((other) => other.system === system && other.dated !== null && other.dated <= today)
    .map((other) => other.dated)
    .sort((a, b) => compareTexts(a ?? '', b ?? ''))
  return [
    finding({
      check: 'restore_missed',
      key: [system, planned],
      claim: sentence('claim.restore_planned', { system, planned }),
      seen: sentence('seen.restore_missed', {
        system,
        days_late: daysBetween(planned, today),
        last: earlier.at(-1) ?? null,
      }),
      ...placed(scene, test),
    }),
  ]
}

function failed(scene: Scene, test: RestoreTestInput): Finding[] {
  const { system, dated, result } = test
  const isLater = dated === null || dated > scene.asOf.date
  if (isLater || result === null || result === 'passed') return []
  if (isMadeGood(scene, test)) return []
  return [
    finding({
      check: 'restore_failed',
      key: [system, dated],
      claim: sentence('claim.restore_planned', { system, planned: test.planned }),
      seen: sentence('seen.restore_failed', { system, dated, result }),
      ...placed(scene, test),
      ...(result === 'partly' ? { severity: 'medium' as const } : {}),
    }),
  ]
}

/** A later test of the same system passed. */
function isMadeGood(scene: Scene, test: RestoreTestInput): boolean {
  return (scene.inputs.answers?.restore_tests ?? []).some(
    ({ system, dated, result }) =>
      system === test.system &&
      result === 'passed' &&
      dated !== null &&
      dated > (test.dated ?? '') &&
      dated <= scene.asOf.date,
  )
}

function slow(scene: Scene, test: RestoreTestInput): Finding[] {
  const { system, dated, restored_in_hours: hours } = test
  const process = processOf(scene, test)
  const target = process?.rto_hours ?? process?.max_outage_hours ?? null
  if (dated === null || dated > scene.asOf.date || hours === null || target === null) return []
  if (hours <= target) return []
  return [
    finding({
      check: 'restore_slow',
      key: [system, dated],
      claim: sentence('claim.recovery_target', {
        system,
        process: process?.name ?? '',
        hours: target,
      }),
      seen: sentence('seen.restore_slow', { system, dated, hours, target_hours: target }),
      ...placed(scene, test),
    }),
  ]
}

function processOf(scene: Scene, { process }: RestoreTestInput) {
  return scene.inputs.processes?.processes.find(({ id }) => id === process)
}

function placed(scene: Scene, test: RestoreTestInput) {
  const asset = scene.assets.find(
    ({ label, register }) => test.asset !== null && [label, register?.name].includes(test.asset),
  )
  return {
    assets: asset === undefined ? [] : [asset.id],
    sources: [row(test.at)],
    zones: asset?.zone ? [asset.zone] : [],
    processes: test.process === null ? [] : [test.process],
    words: [test.system],
  }
}
