// SPDX-License-Identifier: EUPL-1.2
// What `schouw inspect` answers, of files that a browser was handed. The same core, the same limits:
// a test holds the two answers together.
import {
  type CardMakers,
  Inspection,
  inspectionReport,
  mirrorSigns,
  NotACapture,
  protocols,
} from '@schouw/core/capture'
import type { Inspected, Trouble } from './messages.ts'
import { type Readable, readCapture } from './reading.ts'

export interface Inspecting {
  readonly files: readonly Readable[]
  readonly siteRanges: readonly string[]
  /** Undefined when the register of makers could not be fetched: then no card has one. */
  readonly makers: CardMakers | undefined
  /** Any 32-bit number, by chance. */
  readonly seed: number
  /** Epoch seconds. */
  readonly nowS: number
  /** After every piece: which file, bytes of all files so far, packets so far. */
  readonly onProgress: (file: string, bytes: number, packets: number) => void
  readonly onRead: () => void
}

export async function inspected(asked: Inspecting): Promise<Inspected> {
  const { files, siteRanges, makers, nowS } = asked
  const inspection = new Inspection({ protocols, seed: asked.seed })
  const digests = new Map<string, string>()
  const problems = new Map<string, string>()
  const troubles: Trouble[] = []
  let doneBytes = 0
  for (const file of files) {
    const { name } = file
    const onBytes = (bytes: number) =>
      asked.onProgress(name, doneBytes + bytes, inspection.progress.packets)
    try {
      const { digest, problem } = await readCapture(file, inspection, onBytes)
      if (digest !== undefined) digests.set(name, digest)
      if (problem !== undefined) {
        problems.set(name, problem)
        troubles.push({ file: name, code: problem })
      }
    } catch (fault) {
      if (!(fault instanceof NotACapture)) throw fault
      const { code, offset, found } = fault
      problems.set(name, code)
      troubles.push({ file: name, code, offset, found })
    }
    doneBytes += file.size
  }
  asked.onRead()
  const vendorOf = (mac: string) => makers?.makerOf(mac)
  const observed = inspection.observed()
  const report = inspectionReport(observed, { vendorOf, siteRanges, digests, problems })
  const signs = mirrorSigns(report, nowS)
  return { hasMakers: makers !== undefined, report, signs, troubles }
}
