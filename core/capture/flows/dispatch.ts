// SPDX-License-Identifier: EUPL-1.2
import { cut } from '../link/redundancy.ts'
import { scan } from '../protocol.ts'
import { cell, rowShift as importedRowShift } from '../readers/batch.ts'
import type { Dispatch } from './desk.ts'
import { Guess } from './guess.ts'
import { Reassembly } from './reassembly.ts'
import { bit } from './record.ts'
import type { Registry } from './registry.ts'
import { Showing } from './show.ts'
import type { PacketTally } from './tally.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  direction: cellDirection,
  flow: cellFlow,
  from: cellFrom,
  marks: cellMarks,
  protocol: cellProtocol,
  to: cellTo,
  wire: cellWire,
} = cell
const {
  clientIsSecond: bitClientIsSecond,
  decoded: bitDecoded,
  deep: bitDeep,
  deepShift: bitDeepShift,
  foreign: bitForeign,
  layer: bitLayer,
  layerShift: bitLayerShift,
  protocol: bitProtocol,
  stream: bitStream,
  tries: bitTries,
} = bit
const rowShift = importedRowShift
const { decode: scanDecode, silent: scanSilent } = scan
/** What a scan does not know of: `decode` has to find it out. */
const notWhole = cut.kept | cut.laterPiece | cut.gap

/** Brings payloads to protocols: finds the protocol of a flow, scans, decodes. */
export class Dispatcher {
  readonly reassembly: Reassembly
  private readonly desk: Dispatch
  private readonly cells: Int32Array
  private readonly tally: PacketTally
  private readonly registry: Registry
  private readonly showing: Showing
  private readonly guess: Guess

  constructor(desk: Dispatch) {
    const { network, registry, window, store, shapes, limits } = desk
    this.desk = desk
    this.cells = network.cells
    this.tally = desk.tally
    this.registry = registry
    this.reassembly = new Reassembly(desk)
    this.showing = new Showing(network, window, store.context)
    this.guess = new Guess({ network, registry, window, shapes, limit: limits.guesses })
  }

  /** Name of the protocol whose code ran last: the one to blame when something was thrown. */
  get current(): string | undefined {
    return this.desk.registry.protocols[this.guess.running]?.name
  }

  /** Handles the payload of the packet in `row`; returns the new state of its flow. */
  payload(row: number, flow: number, before: number): number {
    const { cells } = this
    const way = cells[row + cellDirection]
    const isFromServer = way !== ((before & bitClientIsSecond) === 0 ? 0 : 1)
    let state = before
    if ((state & bitProtocol) === 0) {
      if (this.guess.isOver(state)) return state
      this.showing.show(row, isFromServer)
      state = this.guess.next(row, state)
      if ((state & bitProtocol) === 0) return state
    }
    if ((state & bitStream) !== 0 && this.reassembly.holds(flow, way)) {
      this.countHeld(row, state & bitProtocol, isFromServer)
      this.showing.show(row, isFromServer)
      return this.reassembly.continue(row, flow, state)
    }
    let verdict = this.scan(row, state & bitProtocol, isFromServer)
    if (verdict < 0) {
      const tried = state & bitProtocol
      state = this.refused(row, state, isFromServer)
      if ((state & bitForeign) !== 0 || (state & bitProtocol) === tried) return state
      verdict = this.scan(row, state & bitProtocol, isFromServer)
      if (verdict < 0) return state | bitForeign
    }
    state = this.accepted(row, state)
    const deep = (state & bitDeep) >>> bitDeepShift
    const isAsked = verdict === scanDecode
    if (!isAsked && deep >= this.registry.deepPackets[state & bitProtocol]) return state
    if (deep < 127) state += 1 << bitDeepShift
    if (verdict === scanSilent && (cells[row + cellMarks] & notWhole) === 0) return state
    // Payloads that the scan did not ask for say little: decoding most is cheaper than a hash.
    const isCompared = isAsked || this.isCompared(row, state & bitProtocol)
    const recalled = isCompared ? this.reassembly.recall(row, state, isFromServer) : -2
    if (recalled >= 0 && recalled === cells[row + cellTo] - cells[row + cellFrom]) return state
    this.showing.show(row, isFromServer)
    return this.reassembly.decode(row, flow, state, recalled)
  }

  /** Whether a payload that nobody asked for is looked for among those decoded before. */
  private isCompared(row: number, protocol: number): boolean {
    return (
      this.registry.isCompared[protocol] === 1 && (this.cells[row + cellMarks] & notWhole) === 0
    )
  }

  /** Runs the protocol's scan; its signature stands in where it has none. */
  private scan(row: number, protocol: number, isFromServer: boolean): number {
    const { cells, registry, tally } = this
    const { network, window } = this.desk
    const { view } = network
    tally.begin(cells[row + cellFlow], network.frame + (row >>> rowShift), cells[row + cellWire])
    tally.speakFor(protocol, isFromServer, registry.layerIds[protocol])
    this.guess.running = protocol
    const scanner = registry.scanners[protocol]
    if (scanner !== undefined) {
      return scanner(view, cells[row + cellFrom], cells[row + cellTo], isFromServer, tally)
    }
    this.showing.show(row, isFromServer)
    return registry.recognises(protocol, window) ? 0 : -1
  }

  /** Counts an accepted payload for the layers that the scan named, or the protocol's own. */
  private accepted(row: number, before: number): number {
    const { registry, tally } = this
    const { network } = this.desk
    const state = (before & ~bitForeign) | bitDecoded
    if (!tally.hasLayer) {
      const id = registry.nameLayers[state & bitProtocol]
      network.layers.count(id, network.frame + (row >>> rowShift), network.cells[row + cellWire])
      return state
    }
    if (tally.innermost <= (state & bitLayer) >>> bitLayerShift) return state
    return (state & ~bitLayer) | (Math.min(15, tally.innermost) << bitLayerShift)
  }

  /**
   * A segment of a direction whose bytes are being put together. It may begin in the middle of a
   * message; when the scan knows its beginning, its messages count like any others.
   */
  private countHeld(row: number, protocol: number, isFromServer: boolean): void {
    const { network, registry, tally } = this.desk
    if (registry.scanners[protocol] === undefined) return
    if (this.scan(row, protocol, isFromServer) < 0 || tally.hasLayer) return
    const frame = network.frame + (row >>> rowShift)
    network.layers.count(registry.nameLayers[protocol], frame, network.cells[row + cellWire])
  }

  /** Twice in a row: the flow is guessed anew, as long as it may be. Frames are at once. */
  private refused(row: number, state: number, isFromServer: boolean): number {
    const isFrame = this.desk.network.cells[row + cellProtocol] < 0
    const isSecond = (state & bitForeign) !== 0
    if (this.guess.isOver(state) || !(isFrame || isSecond)) return state | bitForeign
    this.showing.show(row, isFromServer)
    const guessed = this.guess.next(row, state & ~bitProtocol & ~bitForeign)
    const found = guessed & bitProtocol
    if (found === 0 || found === (state & bitProtocol)) {
      return (state & ~bitTries) | (guessed & bitTries) | bitForeign
    }
    return guessed & ~bitDeep & ~bitLayer & ~bitDecoded
  }
}
