// SPDX-License-Identifier: EUPL-1.2
// The captures of a factory folder, added up into one inspection.
import { join } from 'node:path'
import {
  Inspection,
  type InspectionReport,
  inspectionReport,
  NotACapture,
  protocols,
} from '@schouw/core/capture'
import type { Factory } from '@schouw/formats/factory'
import { macVendor } from '../captures/makers.ts'
import { readCapture } from '../captures/read.ts'
import { codeOf } from '../captures/sources.ts'
import type { Language } from '../language.ts'
import { Progress } from '../terminal/progress.ts'
import type { Shell } from '../terminal/shell.ts'
import { troubleLine } from '../words/trouble.ts'

export interface CapturesRead {
  /** Null when there is no capture, or none that can be read. */
  readonly inspection: InspectionReport | null
  readonly wasCancelled: boolean
}

/** Whatever cannot be read is said on standard error; the rest counts. */
export async function readCaptures(
  folder: string,
  factory: Factory,
  siteRanges: readonly string[],
  { shell, language }: { readonly shell: Shell; readonly language: Language },
): Promise<CapturesRead> {
  const files = factory.files.filter(({ kind }) => kind === 'capture')
  // Keys that a stranger could collide are spread by chance elsewhere; the result never depends on it.
  const inspection = new Inspection({ protocols, seed: 1 })
  const progress = new Progress(
    shell,
    files.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  const problems = new Map<string, string>()
  let isCancelled = false
  let doneBytes = 0
  let readCount = 0
  shell.onCancel(() => {
    isCancelled = true
  })
  for (const { path, bytes } of files) {
    if (isCancelled) break
    const source = { name: path, path: join(folder, path), sizeBytes: bytes }
    const problem = await problemOf(
      readCapture(source, inspection, {
        withDigest: false,
        onBytes: (count) => progress.at(path, doneBytes + count),
        isCancelled: () => isCancelled,
      }),
    )
    doneBytes += bytes
    if (problem === undefined || problem.isPartial) readCount += 1
    if (problem === undefined) continue
    problems.set(path, problem.code)
    progress.done()
    shell.complain(`schouw: ${troubleLine(path, problem.code, language, problem.place)}\n`)
  }
  progress.done()
  if (readCount === 0) return { inspection: null, wasCancelled: isCancelled }
  const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  const options = { vendorOf: macVendor, siteRanges, digests, problems }
  const report = inspectionReport(inspection.observed(), options)
  return { inspection: report, wasCancelled: isCancelled }
}

interface Trouble {
  readonly code: string
  readonly place?: { readonly offset: number; readonly found: string }
  /** What came before it is kept. */
  readonly isPartial: boolean
}

async function problemOf(reading: ReturnType<typeof readCapture>): Promise<Trouble | undefined> {
  try {
    const { problem } = await reading
    return problem === undefined ? undefined : { code: problem, isPartial: true }
  } catch (fault) {
    if (fault instanceof NotACapture) {
      const { code, offset, found } = fault
      return { code, place: { offset, found }, isPartial: false }
    }
    if (codeOf(fault) !== 'unknown') return { code: codeOf(fault), isPartial: false }
    throw fault
  }
}
