// SPDX-License-Identifier: EUPL-1.2
// From a folder on disk to a baseline: read, inspect, compose.
import { type Baseline, type BaselineFacts, baseline } from '@schouw/core/baseline'
import { readFactory } from '@schouw/formats/factory'
import { type Problem, problemLine } from '@schouw/formats/problem'
import type { Language } from '../language.ts'
import type { Shell } from '../terminal/shell.ts'
import { UsageError } from '../usage.ts'
import { readCaptures } from './captures.ts'

export interface Measured {
  readonly baseline: Baseline
  readonly language: Language
  readonly wasCancelled: boolean
}

export interface MeasureOptions {
  readonly siteRanges: readonly string[]
  readonly asOf?: string
  readonly earlier?: Baseline
  /** Of the report; absent: the organisation's own. */
  readonly language?: Language
}

/** Problems in a row are said and passed over; without a company there is nothing to measure. */
export async function measured(
  folder: string,
  options: MeasureOptions,
  shell: Shell,
): Promise<Measured> {
  const outcome = await readFactory(folder)
  if (outcome.factory === undefined) {
    throw new UsageError(outcome.problems.slice(0, 10).map(problemLine).join('\n        '))
  }
  const { factory } = outcome
  sayProblems(factory.rejected, shell)
  const language = options.language ?? factory.organisation.language
  const ranges = [
    ...factory.organisation.sites.flatMap((site) => site.ranges),
    ...options.siteRanges,
  ]
  const { inspection, wasCancelled } = await readCaptures(folder, factory, ranges, {
    shell,
    language,
  })
  const facts: BaselineFacts = {
    inputs: factory,
    inspection,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.earlier === undefined ? {} : { earlier: options.earlier }),
  }
  return { baseline: baseline(facts), language, wasCancelled }
}

const mostProblems = 20

function sayProblems(problems: readonly Problem[], shell: Shell): void {
  for (const problem of problems.slice(0, mostProblems)) shell.complain(`${problemLine(problem)}\n`)
  const more = problems.length - mostProblems
  if (more > 0) shell.complain(`… and ${more} more, all in baseline.json\n`)
}
