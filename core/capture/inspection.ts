// SPDX-License-Identifier: EUPL-1.2
import { Analysis } from './flows/analysis.ts'
import { defaultLimits, type Limits } from './limits.ts'
import type { CaptureFormat, CaptureSummary, Observations, Observed } from './observations.ts'
import { observed } from './observed.ts'
import type { Protocol } from './protocol.ts'
import { Batch, cell, rowCells as importedRowCells } from './readers/batch.ts'
import { Intake } from './readers/intake.ts'
import { Oddities } from './readers/oddities.ts'
import { CaptureReader } from './readers/reader.ts'
import { TimeSpan } from './readers/times.ts'
import { copies } from './rows/copies.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const { wire: cellWire } = cell
const rowCells = importedRowCells

export interface InspectionOptions {
  readonly protocols: readonly Protocol[]
  readonly limits?: Partial<Limits>
  /**
   * Any 32-bit number, by chance: keys that collide under a known seed would slow us down. It
   * never changes a result.
   */
  readonly seed: number
}

export interface Progress {
  /** Over all captures. */
  packets: number
  bytesConsumed: number
}

/** One capture while it is read. */
interface Open {
  readonly file: string
  readonly oddities: Oddities
  readonly times: TimeSpan
  readonly reader: CaptureReader
  readonly framesBefore: number
  wireBytes: number
}

/**
 * Reads captures, one after the other, and adds up what they show. The caller brings the bytes:
 * either into `space()`, without a copy, or with `feed()`.
 *
 * @throws NotACapture from `filled`, `feed` and `close`; the capture is then left out.
 */
export class Inspection {
  readonly progress: Progress = { packets: 0, bytesConsumed: 0 }
  private readonly intake = new Intake()
  private readonly batch = new Batch()
  private readonly limits: Limits
  private readonly analysis: Analysis
  private readonly captures: CaptureSummary[] = []
  private readonly lastFrames: number[] = []
  private open_: Open | undefined

  constructor(options: InspectionOptions) {
    this.limits = { ...defaultLimits, ...options.limits }
    this.analysis = new Analysis({
      bytes: this.intake.bytes,
      view: this.intake.view,
      batch: this.batch,
      oddities: new Oddities(this.limits.oddities),
      protocols: options.protocols,
      limits: this.limits,
      seed: options.seed | 0,
    })
  }

  /** Begins a capture; `name` comes back in its summary. */
  open(name: string): void {
    if (this.open_ !== undefined) throw new Error('a capture is open already')
    const oddities = new Oddities(this.limits.oddities)
    const times = new TimeSpan()
    const { bytes, view } = this.intake
    this.intake.reset()
    this.analysis.begin(oddities)
    const named = (ip: string, text: string) => this.analysis.named(ip, text)
    const desk = { bytes, view, batch: this.batch, oddities, times, named }
    this.open_ = {
      file: name,
      oddities,
      times,
      reader: new CaptureReader(desk),
      framesBefore: this.progress.packets,
      wireBytes: 0,
    }
  }

  /** Where the next bytes of the capture may be written; never empty. */
  space(): { readonly buffer: Uint8Array; readonly offset: number; readonly length: number } {
    return this.intake.space()
  }

  /** Says that `count` bytes were written into `space()`, and reads them. */
  filled(count: number): void {
    this.intake.to += count
    this.read()
  }

  /** Any piece of the capture. */
  feed(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const { buffer, offset, length } = this.intake.space()
      const piece = chunk.subarray(at, at + length)
      buffer.set(piece, offset)
      at += piece.length
      this.filled(piece.length)
    }
  }

  /** Ends the capture. */
  close(): CaptureSummary {
    const open = this.opened()
    const { reader, oddities, times } = open
    try {
      reader.end(this.intake.bytes, this.intake.from, this.intake.to)
    } finally {
      this.open_ = undefined
    }
    const summary = {
      file: open.file,
      format: reader.format as CaptureFormat,
      packets: this.progress.packets - open.framesBefore,
      bytes: open.wireBytes,
      ...times.texts(),
      oddities: oddities.record(),
    }
    this.captures.push(summary)
    this.lastFrames.push(this.progress.packets)
    return summary
  }

  /**
   * What all closed captures show together, until more is read. Connections that are still going
   * on count as ended: if captures follow, they begin anew there.
   */
  observed(): Observed {
    this.analysis.settle()
    return observed(this.analysis, this.captures, this.lastFrames, this.limits)
  }

  /** The same to keep, for those who compare: a large capture has a gigabyte of it. */
  observations(): Observations {
    return copies(this.observed())
  }

  private opened(): Open {
    if (this.open_ === undefined) throw new Error('no capture is open')
    return this.open_
  }

  private read(): void {
    const open = this.opened()
    const { intake, batch, analysis } = this
    for (;;) {
      const from = this.step(open)
      const used = from - intake.from
      intake.from = from
      this.progress.bytesConsumed += used
      if (batch.count > 0) {
        open.wireBytes += wireBytes(batch)
        this.progress.packets += batch.count
        analysis.take()
      } else if (used === 0) return
    }
  }

  /** A file that is no capture is closed at once. */
  private step(open: Open): number {
    try {
      return open.reader.read(this.intake.from, this.intake.to)
    } catch (fault) {
      this.open_ = undefined
      throw fault
    }
  }
}

function wireBytes({ cells, count }: Batch): number {
  let sum = 0
  for (let row = 0; row < count * rowCells; row += rowCells) sum += cells[row + cellWire]
  return sum
}
