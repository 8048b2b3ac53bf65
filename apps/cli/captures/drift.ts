// SPDX-License-Identifier: EUPL-1.2
// `--learn` and `--baseline`: what is usual on this network, and what departs from it.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { InspectionReport } from '@schouw/core/capture'
import {
  asBaseline,
  type Deviation,
  deviations,
  learn,
  type TrafficBaseline,
} from '@schouw/core/capture/drift'
import type { Language } from '../language.ts'
import type { Shell } from '../terminal/shell.ts'
import { table } from '../terminal/table.ts'
import { type Arguments, UsageError } from '../usage.ts'
import { driftWords } from '../words/drift.ts'

/** Added to the answer when a baseline was given. */
export interface Drift {
  readonly baseline_approved: TrafficBaseline['approved']
  readonly deviations: readonly Deviation[]
}

export interface Baselines {
  readonly learnInto?: { readonly path: string; readonly before: TrafficBaseline | undefined }
  readonly usual?: TrafficBaseline
}

/** Both files are read before anything else: a slip of the pen must not cost an hour of reading. */
export function baselinesOf(given: Arguments, shell: Shell): Baselines {
  const [learnFile] = given.values.get('learn') ?? []
  const [usualFile] = given.values.get('baseline') ?? []
  const usual = usualFile === undefined ? undefined : baselineIn(usualFile, shell)
  if (usualFile !== undefined && usual === undefined) {
    throw new UsageError(`${usualFile}: expected a traffic baseline, found no such file`)
  }
  return {
    ...(usual === undefined ? {} : { usual }),
    ...(learnFile === undefined
      ? {}
      : {
          learnInto: {
            path: resolve(shell.folder, learnFile),
            before: baselineIn(learnFile, shell),
          },
        }),
  }
}

function baselineIn(file: string, shell: Shell): TrafficBaseline | undefined {
  let text: string
  try {
    text = readFileSync(resolve(shell.folder, file), 'utf8')
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new UsageError(`${file}: expected a readable file, found ${String(code)}`)
  }
  const read = asBaseline(parsed(text))
  if (read.ok) return read.value
  throw new UsageError(`${file}: expected a traffic baseline, wrong at ${String(read.facts['at'])}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A reading that was stopped half-way teaches nothing. */
export function driftOf(
  report: InspectionReport,
  { learnInto, usual }: Baselines,
  { wasCancelled }: { readonly wasCancelled: boolean },
): Drift | undefined {
  if (learnInto !== undefined && !wasCancelled) {
    const { path, before } = learnInto
    const text = `${JSON.stringify(learn(report, before), null, 1)}\n`
    // Written beside it and moved over it: never half a file.
    writeFileSync(`${path}.new`, text)
    renameSync(`${path}.new`, path)
  }
  if (usual === undefined) return undefined
  const lasts = report.captures.flatMap(({ last }) => (last === null ? [] : [last]))
  const asOf = lasts.sort().at(-1) ?? usual.last ?? ''
  return { baseline_approved: usual.approved, deviations: deviations(usual, report, { asOf }) }
}

const mostListed = 50

export function driftText(drift: Drift, language: Language): string {
  const words = driftWords[language]
  const shown = drift.deviations.filter(({ suppressed }) => suppressed === null)
  const aside = drift.deviations.length - shown.length
  const rows = shown
    .slice(0, mostListed)
    .map((one) => [
      words.severity[one.severity],
      words.kind[one.kind],
      one.source ?? '',
      one.target ?? '',
      one.service ?? '',
      one.reasons.map((reason) => words.reason[reason]).join(', '),
    ])
  const lines = rows.length === 0 ? [words.none] : table([words.columns, ...rows], 160)
  if (shown.length > mostListed) lines.push(words.more(shown.length - mostListed))
  if (aside > 0) lines.push(words.aside(aside))
  const approved = drift.baseline_approved
  lines.push(approved === null ? words.notApproved : words.approved(approved.by, approved.at))
  return `${words.title} (${shown.length})\n${lines.map((line) => `  ${line}`).join('\n')}\n`
}
