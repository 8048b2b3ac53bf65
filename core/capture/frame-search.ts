// SPDX-License-Identifier: EUPL-1.2
import { Inspection } from './inspection.ts'
import { type LinkKind, linkTypeOf } from './link/link-kinds.ts'
import type { Conversation, Observations } from './observations.ts'
import { protocols } from './protocols/index.ts'
import { Batch, cell, rowCells } from './readers/batch.ts'
import { Intake } from './readers/intake.ts'
import { Oddities } from './readers/oddities.ts'
import { CaptureReader } from './readers/reader.ts'
import { instantText, TimeSpan } from './readers/times.ts'

/** One packet of a capture, as it lies there, and what it says by itself. */
export interface FoundFrame {
  /** Counted from 1 within its capture. */
  readonly frame: number
  /** ISO 8601 in UTC to the microsecond; null when the capture gives it none. */
  readonly at: string | null
  /** As far as the capture holds it. */
  readonly bytes: Uint8Array
  readonly wireBytes: number
  readonly vlan: number | null
  readonly source: { readonly mac: string | null; readonly ip: string | null }
  /** Who opened to whom is not to be told from one packet: these are its two ends. */
  readonly ends: readonly Pick<Conversation, 'client' | 'server'>[]
  readonly transport: string | null
  /** Port of the server, as far as one packet tells; EtherType or protocol number otherwise. */
  readonly service: number | null
  /** From the outside in, as far as they are known. */
  readonly protocols: readonly string[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

/**
 * Looks for one packet in one capture, which the caller feeds in pieces; the whole is never held.
 *
 * @throws NotACapture from `feed`.
 */
export class FrameSearch {
  /** Undefined as long as it was not met. */
  found: FoundFrame | undefined
  /** Packets passed. */
  passed = 0
  private readonly wanted: number
  private readonly intake = new Intake()
  private readonly batch = new Batch()
  private readonly times = new TimeSpan()
  private readonly reader: CaptureReader

  /** `frame` counts from 1. */
  constructor(frame: number) {
    this.wanted = frame
    const { bytes, view } = this.intake
    const oddities = new Oddities(oddityNames)
    const { batch, times } = this
    this.reader = new CaptureReader({ bytes, view, batch, oddities, times, named: () => {} })
  }

  /** Any piece of the capture; false as soon as no more is needed. */
  feed(chunk: Uint8Array): boolean {
    for (let at = 0; at < chunk.length && this.found === undefined; ) {
      const { buffer, offset, length } = this.intake.space()
      const piece = chunk.subarray(at, at + length)
      buffer.set(piece, offset)
      at += piece.length
      this.intake.to += piece.length
      this.read()
    }
    return this.found === undefined
  }

  private read(): void {
    const { intake, batch } = this
    while (this.found === undefined) {
      const from = this.reader.read(intake.from, intake.to)
      const used = from - intake.from
      intake.from = from
      const row = this.wanted - this.passed - 1
      if (row >= 0 && row < batch.count) this.found = this.lifted(row)
      this.passed += batch.count
      if (batch.count === 0 && used === 0) return
    }
  }

  private lifted(row: number): FoundFrame {
    const { cells, times } = this.batch
    const cellsAt = row * rowCells
    const start = cells[cellsAt + cell.at] ?? 0
    const bytes = this.intake.bytes.slice(start, start + (cells[cellsAt + cell.kept] ?? 0))
    const time = times[row] ?? Number.NaN
    const wireBytes = cells[cellsAt + cell.wire] ?? bytes.length
    const link = linkTypeOf((cells[cellsAt + cell.link] ?? 0) as LinkKind)
    const said = saidBy({ bytes, wireBytes, link })
    return { frame: this.wanted, at: textOf(time), bytes, wireBytes, ...said }
  }
}

const oddityNames = 16

/** A double of epoch seconds holds microseconds until the year 2242. */
function textOf(time: number): string | null {
  if (!Number.isFinite(time)) return null
  const micros = Math.round(time * 1e6)
  const second = Math.floor(micros / 1e6)
  return instantText(second, (micros - second * 1e6) * 1000, 6)
}

interface Lifted {
  readonly bytes: Uint8Array
  readonly wireBytes: number
  readonly link: number
}

/** What the packet shows as the only one of a capture, read by the same decoders as any other. */
function saidBy(lifted: Lifted): Omit<FoundFrame, 'frame' | 'at' | 'bytes' | 'wireBytes'> {
  const inspection = new Inspection({ protocols, seed: 1 })
  inspection.open('frame')
  inspection.feed(alone(lifted))
  inspection.close()
  const seen: Observations = inspection.observations()
  const [sender] = seen.senders
  const [conversation] = seen.conversations
  return {
    vlan: sender?.vlan ?? conversation?.vlan ?? null,
    source: { mac: sender?.mac ?? null, ip: sender?.ip ?? null },
    ends: seen.conversations.map(({ client, server }) => ({ client, server })),
    transport: conversation?.transport ?? null,
    service: conversation?.service ?? null,
    protocols: [
      ...new Set([
        ...Object.keys(seen.protocols),
        ...seen.conversations.flatMap(({ protocol }) => protocol ?? []),
      ]),
    ],
    facts: seen.facts.map(({ name, value }) => ({ name, value })),
  }
}

/** A capture (pcap 2.4) of this packet alone. */
function alone({ bytes, wireBytes, link }: Lifted): Uint8Array {
  const out = new Uint8Array(40 + bytes.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, 0xa1b2c3d4)
  view.setUint16(4, 2)
  view.setUint16(6, 4)
  view.setUint32(16, 0x40000)
  view.setUint32(20, link)
  view.setUint32(32, bytes.length)
  view.setUint32(36, Math.max(bytes.length, wireBytes))
  out.set(bytes, 40)
  return out
}
