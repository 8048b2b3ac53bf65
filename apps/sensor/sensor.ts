// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  Inspection,
  type InspectionReport,
  inspectionReport,
  NotACapture,
  protocols,
} from '@schouw/core/capture'
import { deviations, type TrafficBaseline } from '@schouw/core/capture/drift'
import { alertsOf } from './findings.ts'
import type { Spool } from './spool/spool.ts'
import { type Recording, settledRecordings } from './tap/files.ts'
import { Slices } from './tap/slices.ts'

interface Parts {
  readonly site: string
  readonly spool: Spool
  readonly baseline: TrafficBaseline | undefined
  readonly say: (line: string) => void
}

/** What the hub takes in one delivery. */
const perBatch = 100
/** A file is read when nobody has written to it for so long. */
const settledMs = 5000

/** Turns recordings into what a person must judge, and leaves that in the spool. */
export class Sensor {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A recording by its name; `key` where it could be met again. Returns how much of it is news. */
  read(name: string, bytes: Uint8Array, key?: string): number {
    const { site, spool, baseline, say } = this.#parts
    const report = this.#inspect(name, bytes)
    if (report === undefined) {
      say(`${name}: not a recording`)
      return spool.add([], key, perBatch)
    }
    const asOf = report.captures[0]?.last ?? ''
    const drift = baseline === undefined ? undefined : deviations(baseline, report, { asOf })
    const fresh = spool.add(alertsOf(site, report, drift), key, perBatch)
    const packets = report.captures[0]?.packets ?? 0
    say(`${name}: ${packets} packets, ${report.assets.length} devices, ${fresh} to judge`)
    return fresh
  }

  /** What has settled in the folder and was not read before. */
  readFolder(folder: string, nowMs: number): number {
    let count = 0
    for (const one of settledRecordings(folder, { nowMs, settledMs })) {
      if (this.#parts.spool.isDone(one.key)) continue
      this.readFile(one)
      count += 1
    }
    return count
  }

  readFile({ path, key }: Recording): void {
    this.read(basename(path), readFileSync(path), key)
  }

  /** Slices of a stream, at the latest every `everyMs`; ends with the stream. */
  async readStream(
    stream: AsyncIterable<Uint8Array>,
    { everyMs, now }: { readonly everyMs: number; readonly now: () => number },
  ): Promise<void> {
    const slices = new Slices()
    let count = 0
    let cutMs = now()
    const take = (bytes: Uint8Array | undefined) => {
      cutMs = now()
      if (bytes === undefined) return
      count += 1
      this.read(`stream ${count}`, bytes)
    }
    for await (const chunk of stream) {
      slices.push(chunk)
      const isDue = now() - cutMs >= everyMs
      if (isDue || slices.isFull) take(slices.isCuttable ? slices.cut() : fullRest(slices))
    }
    take(slices.rest())
  }

  #inspect(name: string, bytes: Uint8Array): InspectionReport | undefined {
    const inspection = new Inspection({ protocols, seed: randomInt(2 ** 32) })
    inspection.open(name)
    try {
      inspection.feed(bytes)
      inspection.close()
    } catch (fault) {
      if (fault instanceof NotACapture) return undefined
      throw fault
    }
    return inspectionReport(inspection.observed(), { vendorOf: () => undefined })
  }
}

/** A stream that cannot be cut is kept whole, up to the bound. */
function fullRest(slices: Slices): Uint8Array | undefined {
  return slices.isFull ? slices.rest() : undefined
}
