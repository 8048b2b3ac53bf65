// SPDX-License-Identifier: EUPL-1.2
// `schouw inspect`: read, add up, print.
import { randomInt } from 'node:crypto'
import {
  Inspection,
  type InspectionReport,
  inspectionReport,
  NotACapture,
  protocols,
} from '@schouw/core/capture'
import { type Call, exitCode } from '../command.ts'
import type { Language } from '../language.ts'
import { Progress } from '../terminal/progress.ts'
import type { Shell } from '../terminal/shell.ts'
import { type Arguments, UsageError } from '../usage.ts'
import { troubleLine } from '../words/trouble.ts'
import { baselinesOf, type Drift, driftOf, driftText } from './drift.ts'
import { easeEffort, keepMemoryDown, measureEffort, returnMemory } from './effort.ts'
import { jsonPieces } from './json.ts'
import { macVendor } from './makers.ts'
import { failOnKinds, siteRanges } from './options.ts'
import { readCapture } from './read.ts'
import { codeOf, findSources, type Source, type Sources } from './sources.ts'

export async function run({ arguments: given, language, shell }: Call): Promise<number> {
  if (given.operands.length === 0) throw new UsageError('inspect needs a file or a folder')
  const ranges = siteRanges(given)
  const failOn = failOnKinds(given)
  const baselines = baselinesOf(given, shell)
  const sources = findSources(given.operands, shell.folder)
  for (const { name, code } of sources.unreadable) {
    shell.complain(`schouw: ${troubleLine(name, code, language)}\n`)
  }
  measureEffort(sources.found)
  const reading = await readAll(sources, given, language, shell)
  const { observed, digests, problems } = reading
  returnMemory()
  const report = inspectionReport(observed, {
    vendorOf: macVendor,
    siteRanges: ranges,
    digests,
    problems,
  })
  const drift = driftOf(report, baselines, { wasCancelled: reading.wasCancelled })
  const hasNothing = report.captures.length === 0 && !reading.wasCancelled
  if (!hasNothing || given.flags.has('json')) await print(report, drift, given, language, shell)
  if (reading.wasCancelled) return exitCode.cancelled
  if (sources.unreadable.length > 0 || reading.failures > 0) return exitCode.refused
  const isFound = report.detections.some(({ kind }) => failOn.has(kind) || failOn.has('any'))
  return isFound ? exitCode.found : exitCode.done
}

interface Outcome {
  readonly observed: ReturnType<Inspection['observed']>
  readonly digests: ReadonlyMap<string, string>
  readonly problems: ReadonlyMap<string, string>
  readonly failures: number
  readonly wasCancelled: boolean
}

async function readAll(
  { found }: Sources,
  given: Arguments,
  language: Language,
  shell: Shell,
): Promise<Outcome> {
  const inspection = new Inspection({ protocols, seed: randomInt(2 ** 32) })
  const progress = new Progress(
    shell,
    found.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  )
  const digests = new Map<string, string>()
  const problems = new Map<string, string>()
  let failures = 0
  let isCancelled = false
  let doneBytes = 0
  shell.onCancel(() => {
    isCancelled = true
  })
  for (const source of found) {
    if (isCancelled) break
    const result = await readOne(source, inspection, {
      withDigest: !given.flags.has('no-digest'),
      onBytes(bytes) {
        progress.at(source.name, doneBytes + bytes)
        keepMemoryDown()
      },
      isCancelled: () => isCancelled,
    })
    doneBytes += source.sizeBytes
    if (result.digest !== undefined) digests.set(source.name, result.digest)
    if (result.problem === undefined || result.problem === 'cancelled') continue
    if (result.problem !== 'packed-cut-short') failures += 1
    problems.set(source.name, result.problem)
    progress.done()
    shell.complain(`schouw: ${troubleLine(source.name, result.problem, language, result.place)}\n`)
  }
  progress.done()
  easeEffort()
  // The inspection itself ends here: most of its memory is free for the answer.
  const observed = inspection.observed()
  return { observed, digests, problems, failures, wasCancelled: isCancelled }
}

interface OneResult {
  readonly digest?: string | undefined
  readonly problem?: string
  /** Where in the file, and what stood there. */
  readonly place?: { readonly offset: number; readonly found: string }
}

async function readOne(
  source: Source,
  inspection: Inspection,
  options: Parameters<typeof readCapture>[2],
): Promise<OneResult> {
  try {
    return await readCapture(source, inspection, options)
  } catch (fault) {
    if (fault instanceof NotACapture) {
      const { code, offset, found } = fault
      return { problem: code, place: { offset, found } }
    }
    if (codeOf(fault) !== 'unknown') return { problem: codeOf(fault) }
    throw fault
  }
}

async function print(
  report: InspectionReport,
  drift: Drift | undefined,
  given: Arguments,
  language: Language,
  shell: Shell,
): Promise<void> {
  for (const piece of await pieces(report, drift, given, language, shell)) {
    if (!shell.print(piece)) return
  }
}

async function pieces(
  report: InspectionReport,
  drift: Drift | undefined,
  given: Arguments,
  language: Language,
  shell: Shell,
): Promise<Iterable<string>> {
  if (given.flags.has('json'))
    return jsonPieces(drift === undefined ? report : { ...report, drift })
  // The words for people are loaded for people only.
  const { summary } = await import('./summary.ts')
  const columns = shell.terminal.columns ?? 120
  const page = summary(report, language, { columns, nowS: Date.now() / 1000 })
  return drift === undefined ? page : [...page, driftText(drift, language)]
}
