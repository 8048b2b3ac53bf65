// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import {
  Inspection,
  type InspectionReport,
  inspectionReport,
  NotACapture,
  protocols,
} from '@schouw/core/capture'
import { deviations, type TrafficBaseline } from '@schouw/core/capture/drift'
import { type Filter, parseFilter } from '@schouw/core/capture/filter'
import { type SensorSettings, usualSettings } from '@schouw/core/capture/uplink'
import { alertsOf } from './findings.ts'
import { batchesOf } from './sightings.ts'
import type { Spool } from './spool/spool.ts'
import { type Recording, settledRecordings } from './tap/files.ts'
import { Gate } from './tap/gate.ts'
import { Slices } from './tap/slices.ts'
import { Tally } from './tap/tally.ts'

interface Parts {
  readonly site: string
  readonly spool: Spool
  readonly baseline: TrafficBaseline | undefined
  readonly say: (line: string) => void
  /** As they stand when a slice begins. */
  readonly settings?: () => SensorSettings
  readonly now?: () => number
}

/** A file is read when nobody has written to it for so long. */
const settledMs = 5000
const chunkBytes = 1024 * 1024

/** Turns recordings into what the hub is to know, and leaves that in the spool. */
export class Sensor {
  readonly #parts: Parts
  readonly tally = new Tally()
  /** Why the filter could not be asked of some packets; null while it could. */
  filterTrouble: string | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A recording by its name, piece by piece; `key` where it could be met again. */
  read(name: string, chunks: Iterable<Uint8Array>, key?: string): void {
    const { site, spool, baseline, say, now = Date.now } = this.#parts
    const report = this.#inspect(name, chunks)
    const at = new Date(now()).toISOString()
    if (report === undefined) {
      this.tally.unreadable += 1
      say(`${name}: not a recording`)
      spool.add({ bodies: [], told: [], key, at })
      return
    }
    const asOf = report.captures[0]?.last ?? ''
    const drift = baseline === undefined ? undefined : deviations(baseline, report, { asOf })
    const alerts = alertsOf(site, report, drift)
    const isTold = (one: string) => spool.isTold(one)
    const { bodies, told, leftOut } = batchesOf({ report, alerts, isTold })
    spool.add({ bodies, told, key, at })
    this.tally.left_out += leftOut
    for (const capture of report.captures) this.tally.saw(capture.last)
    const { length } = told.filter((one) => one.startsWith('alert '))
    const packets = report.captures[0]?.packets ?? 0
    say(`${name}: ${packets} packets, ${report.assets.length} devices, ${length} to judge`)
  }

  /** What has settled in the folder and was not read before. */
  readFolder(folder: string, nowMs: number): number {
    let count = 0
    const found = settledRecordings(folder, { nowMs, settledMs })
    for (const one of found) {
      if (this.#parts.spool.isDone(one.key)) continue
      this.readFile(one)
      count += 1
    }
    this.#parts.spool.keepDone(found.map(({ key }) => key))
    return count
  }

  readFile({ path, key }: Pick<Recording, 'path'> & { readonly key?: string }): void {
    this.read(basename(path), piecesOf(path), key)
  }

  /** Slices of a stream, at the latest every `every_s`; ends with the stream. */
  async readStream(
    stream: AsyncIterable<Uint8Array>,
    { everyMs, now }: { readonly everyMs: () => number; readonly now: () => number },
  ): Promise<void> {
    const slices = new Slices()
    let count = 0
    let cutMs = now()
    const take = (bytes: Uint8Array | undefined) => {
      cutMs = now()
      if (bytes === undefined) return
      count += 1
      this.read(`stream ${count}`, [bytes])
    }
    for await (const chunk of stream) {
      slices.push(chunk)
      const isDue = now() - cutMs >= everyMs()
      if (isDue || slices.isFull) take(slices.isCuttable ? slices.cut() : fullRest(slices))
    }
    take(slices.rest())
  }

  #inspect(name: string, chunks: Iterable<Uint8Array>): InspectionReport | undefined {
    const { filter: text, most_packets } = this.#parts.settings?.() ?? usualSettings
    const gate = new Gate({ filter: filterOf(text), mostPackets: most_packets })
    const inspection = new Inspection({ protocols, seed: randomInt(2 ** 32) })
    inspection.open(name)
    try {
      for (const chunk of chunks) {
        this.tally.bytes += chunk.length
        inspection.feed(gate.pass(chunk))
      }
      inspection.feed(gate.end())
      inspection.close()
    } catch (fault) {
      if (fault instanceof NotACapture) return undefined
      throw fault
    } finally {
      this.tally.packets += gate.packets
      this.tally.filtered += gate.filtered
      this.tally.over_limit += gate.overLimit
    }
    this.filterTrouble = gate.isBlind ? 'filter: not Ethernet' : null
    return inspectionReport(inspection.observed(), { vendorOf: () => undefined })
  }
}

/** A stream that cannot be cut is kept whole, up to the bound. */
function fullRest(slices: Slices): Uint8Array | undefined {
  return slices.isFull ? slices.rest() : undefined
}

/** Settings were checked before they came here. */
function filterOf(text: string): Filter {
  const parsed = parseFilter(text)
  if (!parsed.ok) throw new Error('a filter that was not checked')
  return parsed.value
}

/** Whatever its size, a piece of a file is in memory at a time. */
function* piecesOf(path: string): Generator<Uint8Array> {
  const place = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(chunkBytes)
    for (;;) {
      const count = readSync(place, buffer)
      if (count === 0) return
      yield buffer.subarray(0, count)
    }
  } finally {
    closeSync(place)
  }
}
