// SPDX-License-Identifier: EUPL-1.2
import { KeyTable } from '../flows/key-table.ts'

/** A piece of a datagram. */
export interface Fragment {
  readonly source: number
  readonly destination: number
  readonly protocol: number
  readonly id: number
  /** Bytes of the datagram's payload. */
  readonly from: number
  readonly to: number
  /** Ports, in one word, where this is the first piece. */
  readonly ports: number | undefined
}

export interface FragmentNote {
  /** Ports of the datagram, as far as its first piece was seen. */
  readonly ports: number | undefined
  /** Overwrites bytes of another piece: no sender needs that, evasions do. */
  readonly overlaps: boolean
}

/**
 * The ports of fragmented datagrams: only the first fragment has them, the others are told by
 * (source, destination, protocol, identification). Two generations, so that the memory is bounded
 * and an old datagram is forgotten after at least `limit` newer ones. Payload is not put together.
 */
export class Fragments {
  private young: Generation
  private old: Generation
  private readonly limit: number
  private readonly seed: number

  constructor(limit: number, seed: number) {
    this.limit = limit
    this.seed = seed
    this.young = generation(limit, seed)
    this.old = generation(1, seed)
  }

  note(fragment: Fragment): FragmentNote {
    const index = this.indexOf(fragment)
    const { ports, hasPorts } = this.young
    if (fragment.ports !== undefined) {
      ports[index] = fragment.ports
      hasPorts[index] = 1
    }
    const overlaps = this.extends(index, fragment.from, fragment.to)
    return { ports: hasPorts[index] === 1 ? ports[index] : undefined, overlaps }
  }

  /** Adds the piece to the run of bytes known; says whether it overlaps that. */
  private extends(index: number, from: number, to: number): boolean {
    const { start, end, pieces } = this.young
    const first = start[index]
    const last = end[index]
    // A piece seen before is a duplicate (retransmission, double mirror). One bit of 32 a piece:
    // an overlap may pass for a duplicate, a duplicate never for an overlap.
    const bit = 1 << (Math.imul(from * 31 + to, 0x9e3779b1) >>> 27)
    const isKnown = (pieces[index] & bit) !== 0
    pieces[index] = pieces[index] | bit
    if (last === 0 || from > last || to < first) {
      // A run that does not touch the first one is not followed.
      if (last === 0) {
        start[index] = from
        end[index] = to
      }
      return false
    }
    start[index] = Math.min(first, from)
    end[index] = Math.max(last, to)
    return from < last && to > first && to > from && !isKnown
  }

  /** Index in the young generation, where a datagram moves when it is seen again. */
  private indexOf({ source, destination, protocol, id }: Fragment): number {
    const known = this.young.table.find(source, destination, protocol, id)
    if (known >= 0) return known
    if (this.young.table.count >= this.limit) {
      this.old = this.young
      this.young = generation(this.limit, this.seed)
    }
    const index = this.young.table.put(source, destination, protocol, id)
    const before = this.old.table.find(source, destination, protocol, id)
    if (before >= 0) {
      for (const column of columns) this.young[column][index] = this.old[column][before]
    }
    return index
  }
}

const columns = ['ports', 'hasPorts', 'start', 'end', 'pieces'] as const

interface Generation {
  readonly table: KeyTable
  readonly ports: Int32Array
  readonly hasPorts: Int32Array
  /** The run of bytes seen. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** One bit for each piece seen. */
  readonly pieces: Int32Array
}

function generation(limit: number, seed: number): Generation {
  return {
    table: new KeyTable(limit, seed),
    ports: new Int32Array(limit),
    hasPorts: new Int32Array(limit),
    start: new Int32Array(limit),
    end: new Int32Array(limit),
    pieces: new Int32Array(limit),
  }
}
