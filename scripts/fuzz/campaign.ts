// SPDX-License-Identifier: EUPL-1.2
import { NotACapture } from '@schouw/core/capture'
import { Inspection } from '../../core/capture/inspection.ts'
import { protocols } from '../../core/capture/protocols/index.ts'
import { dice } from '../../fixtures/frames/index.ts'
import { type Changed, changer } from './changes.ts'
import { sources } from './sources.ts'

/** Captures that one inspection takes before a new one begins: its state is fuzzed as well. */
const perInspection = 50
const slowMs = 1000
const maxFailures = 20

export interface FuzzReport {
  readonly cases: number
  readonly sources: number
  readonly packets: number
  readonly refused: number
  readonly seconds: number
  readonly slowestMs: number
  readonly failures: readonly string[]
}

/** Feeds `cases` changed captures. A case depends on the seed and its number alone. */
export function campaign(
  seed: number,
  cases: number,
  at: (index: number) => void = () => {},
): FuzzReport {
  const started = performance.now()
  const next = changer(sources())
  const failures: string[] = []
  const fail = (index: number, what: string) => {
    if (failures.length < maxFailures) failures.push(`seed ${seed} case ${index}: ${what}`)
  }
  let inspection = fresh(seed)
  let packets = 0
  let refused = 0
  let slowestMs = 0
  for (let index = 0; index < cases; index += 1) {
    at(index)
    if (index % perInspection === 0) inspection = fresh(seed + index)
    const before = performance.now()
    try {
      const summary = inspect(inspection, next(dice(seed + Math.imul(index, 0x9e3779b1))))
      packets += summary.packets
      const fault = Object.keys(summary.oddities).find((name) => name.startsWith('decoder-fault'))
      if (fault !== undefined) fail(index, fault)
      if (index % 10 === 9) JSON.stringify(inspection.observations())
    } catch (fault) {
      if (fault instanceof NotACapture) refused += 1
      else {
        fail(index, fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
        inspection = fresh(seed + index)
      }
    }
    const tookMs = performance.now() - before
    slowestMs = Math.max(slowestMs, tookMs)
    if (tookMs > slowMs) fail(index, `took ${Math.round(tookMs)} ms`)
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10
  const count = sources().length
  return { cases, sources: count, packets, refused, seconds, slowestMs, failures }
}

function fresh(seed: number): Inspection {
  // Tight bounds, so that reaching them is fuzzed too.
  const limits = { flows: 64, hosts: 60, streams: 8, facts: 200, conversations: 40, notes: 10 }
  return new Inspection({ protocols, seed, ...(seed % 2 === 0 ? {} : { limits }) })
}

function inspect(inspection: Inspection, { file, piece }: Changed) {
  inspection.open('fuzz')
  for (let at = 0; at < file.length; at += piece) inspection.feed(file.subarray(at, at + piece))
  return inspection.close()
}
