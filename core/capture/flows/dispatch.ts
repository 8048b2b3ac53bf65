// SPDX-License-Identifier: EUPL-1.2
import { cell, rowShift } from '../readers/batch.ts'
import type { Dispatch } from './desk.ts'
import { Guess } from './guess.ts'
import { Reassembly } from './reassembly.ts'
import { bit } from './record.ts'
import { Showing } from './show.ts'

/** Brings payloads to protocols: finds the protocol of a flow, scans, decodes. */
export class Dispatcher {
  readonly reassembly: Reassembly
  private readonly desk: Dispatch
  private readonly showing: Showing
  private readonly guess: Guess

  constructor(desk: Dispatch) {
    const { network, registry, window, store, limits } = desk
    this.desk = desk
    this.reassembly = new Reassembly(desk)
    this.showing = new Showing(network, window, store.context)
    this.guess = new Guess(network, registry, window, limits.guesses)
  }

  /** Name of the protocol whose code ran last: the one to blame when something was thrown. */
  get current(): string | undefined {
    return this.desk.registry.protocols[this.guess.running]?.name
  }

  /** Handles the payload of the packet in `row`; returns the new state of its flow. */
  payload(row: number, flow: number, before: number): number {
    const { cells } = this.desk.network
    const way = cells[row + cell.direction]
    const isFromServer = way !== ((before & bit.clientIsSecond) === 0 ? 0 : 1)
    let state = before
    if ((state & bit.protocol) === 0) {
      if (this.guess.isOver(state)) return state
      this.showing.show(row, isFromServer)
      state = this.guess.next(row, state)
      if ((state & bit.protocol) === 0) return state
    }
    if ((state & bit.stream) !== 0 && this.reassembly.holds(flow, way)) {
      this.countHeld(row, state & bit.protocol, isFromServer)
      this.showing.show(row, isFromServer)
      return this.reassembly.continue(row, flow, state)
    }
    let verdict = this.scan(row, state & bit.protocol, isFromServer)
    if (verdict < 0) {
      const tried = state & bit.protocol
      state = this.refused(row, state, isFromServer)
      if ((state & bit.foreign) !== 0 || (state & bit.protocol) === tried) return state
      verdict = this.scan(row, state & bit.protocol, isFromServer)
      if (verdict < 0) return state | bit.foreign
    }
    state = this.accepted(row, state)
    const deep = (state & bit.deep) >>> bit.deepShift
    if (verdict === 0 && deep >= this.desk.registry.deepPackets[state & bit.protocol]) return state
    if (deep < 127) state += 1 << bit.deepShift
    // Payloads that the scan did not ask for say little: decoding them is cheaper than a hash.
    const recalled = verdict > 0 ? this.reassembly.recall(row, state, isFromServer) : -2
    if (recalled >= 0 && recalled === cells[row + cell.to] - cells[row + cell.from]) return state
    this.showing.show(row, isFromServer)
    return this.reassembly.decode(row, flow, state, recalled)
  }

  /** Runs the protocol's scan; its signature stands in where it has none. */
  private scan(row: number, protocol: number, isFromServer: boolean): number {
    const { network, registry, tally, window } = this.desk
    const { cells, view } = network
    tally.begin(cells[row + cell.flow], network.frame + (row >>> rowShift), cells[row + cell.wire])
    tally.speakFor(protocol, isFromServer, registry.layerIds[protocol])
    this.guess.running = protocol
    const scanner = registry.scanners[protocol]
    if (scanner !== undefined) {
      return scanner(view, cells[row + cell.from], cells[row + cell.to], isFromServer, tally)
    }
    this.showing.show(row, isFromServer)
    return registry.recognises(protocol, window) ? 0 : -1
  }

  /** Counts an accepted payload for the layers that the scan named, or the protocol's own. */
  private accepted(row: number, before: number): number {
    const { network, registry, tally } = this.desk
    const state = (before & ~bit.foreign) | bit.decoded
    if (!tally.hasLayer) {
      const id = registry.nameLayers[state & bit.protocol]
      network.layers.count(id, network.frame + (row >>> rowShift), network.cells[row + cell.wire])
      return state
    }
    if (tally.innermost <= (state & bit.layer) >>> bit.layerShift) return state
    return (state & ~bit.layer) | (Math.min(15, tally.innermost) << bit.layerShift)
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
    network.layers.count(registry.nameLayers[protocol], frame, network.cells[row + cell.wire])
  }

  /** Twice in a row: the flow is guessed anew, as long as it may be. Frames are at once. */
  private refused(row: number, state: number, isFromServer: boolean): number {
    const isFrame = this.desk.network.cells[row + cell.protocol] < 0
    const isSecond = (state & bit.foreign) !== 0
    if (this.guess.isOver(state) || !(isFrame || isSecond)) return state | bit.foreign
    this.showing.show(row, isFromServer)
    const guessed = this.guess.next(row, state & ~bit.protocol & ~bit.foreign)
    const found = guessed & bit.protocol
    if (found === 0 || found === (state & bit.protocol)) {
      return (state & ~bit.tries) | (guessed & bit.tries) | bit.foreign
    }
    return guessed & ~bit.deep & ~bit.layer & ~bit.decoded
  }
}
