// SPDX-License-Identifier: EUPL-1.2
import type { Limits } from '../limits.ts'
import { form } from '../link/forms.ts'
import { destinationMac, type Network } from '../link/network-stage.ts'
import type { FlowTable } from './flow-table.ts'
import { Reassembly } from './reassembly.ts'
import { bit, recordWords, segmentMask, segmentShift, word } from './record.ts'
import type { FactStore } from './recorder.ts'
import type { Registry } from './registry.ts'
import { type PacketTally, silentTally } from './tally.ts'
import type { PartyWindow, PayloadWindow } from './window.ts'

export interface Dispatch {
  readonly network: Network
  readonly flows: FlowTable
  readonly registry: Registry
  readonly tally: PacketTally
  readonly window: PayloadWindow
  readonly store: FactStore
  readonly limits: Limits
  readonly seed: number
}

/** Brings payloads to protocols: finds the protocol of a flow, scans, decodes. */
export class Dispatcher {
  readonly reassembly: Reassembly
  /** Number of the protocol whose code runs. */
  private running = 0
  private readonly desk: Dispatch

  constructor(desk: Dispatch) {
    this.desk = desk
    this.reassembly = new Reassembly(desk)
  }

  /** Name of the protocol whose code ran last: the one to blame when something was thrown. */
  get current(): string | undefined {
    return this.desk.registry.protocols[this.running]?.name
  }

  /** Handles the payload of packet `index`; returns the new state of its flow. */
  payload(index: number, flow: number, before: number): number {
    const { network, registry, tally } = this.desk
    const { batch, view } = network
    const direction = batch.direction[index] as number
    const isFromServer = direction !== ((before & bit.clientIsSecond) === 0 ? 0 : 1)
    const frame = network.frame + index
    const wire = batch.wire[index] as number
    let state = before
    if ((state & bit.protocol) === 0) {
      state = this.guess(index, state, isFromServer)
      if ((state & bit.protocol) === 0) return state
    }
    tally.begin(flow, frame, wire)
    this.desk.store.context.flow = flow
    if ((state & bit.stream) !== 0 && this.reassembly.holds(flow, direction)) {
      this.countHeld(index, state & bit.protocol, isFromServer)
      this.show(index, isFromServer)
      return this.reassembly.continue(index, flow, state)
    }
    const from = batch.from[index] as number
    const to = batch.to[index] as number
    let protocol = state & bit.protocol
    tally.speakFor(protocol, isFromServer, registry.layerIds[protocol] as Int32Array)
    const scanner = registry.scanners[protocol]
    let verdict: number
    this.running = protocol
    if (scanner === undefined) verdict = this.unscanned(index, protocol, isFromServer)
    else verdict = scanner(view, from, to, isFromServer, tally)
    if (verdict < 0) {
      state = this.refused(index, state, isFromServer)
      protocol = state & bit.protocol
      if ((state & bit.foreign) !== 0 || protocol === 0) return state
      verdict = this.unscanned(index, protocol, isFromServer)
    }
    state = (state & ~bit.foreign) | bit.decoded
    if (!tally.hasLayer) {
      network.layers.count(registry.nameLayers[protocol] as number, frame, wire)
    } else if (tally.innermost > (state & bit.layer) >>> bit.layerShift) {
      state = (state & ~bit.layer) | (Math.min(15, tally.innermost) << bit.layerShift)
    }
    const deep = state >>> bit.deepShift
    if (verdict > 0 || deep < (registry.deepPackets[protocol] as number)) {
      this.show(index, isFromServer)
      if (deep < 127) state += 1 << bit.deepShift
      // The first few are each looked at; later ones were asked for and are often equal.
      const isRepeated = deep >= (registry.deepPackets[protocol] as number)
      return this.reassembly.decode(index, flow, state, isRepeated)
    }
    return state
  }

  /**
   * A segment of a direction whose bytes are being put together. It may begin in the middle of a
   * message; when the scan knows its beginning, its messages count like any others.
   */
  private countHeld(index: number, protocol: number, isFromServer: boolean): void {
    const { network, registry, tally } = this.desk
    const { from, to, wire } = network.batch
    const scanner = registry.scanners[protocol]
    if (scanner === undefined) return
    tally.speakFor(protocol, isFromServer, registry.layerIds[protocol] as Int32Array)
    this.running = protocol
    const { view } = network
    const verdict = scanner(view, from[index] as number, to[index] as number, isFromServer, tally)
    if (verdict < 0 || tally.hasLayer) return
    const id = registry.nameLayers[protocol] as number
    network.layers.count(id, network.frame + index, wire[index] as number)
  }

  /** A protocol without scan: its signature, where it has one, stands in. */
  private unscanned(index: number, protocol: number, isFromServer: boolean): number {
    const { registry, window, tally, network } = this.desk
    const scanner = registry.scanners[protocol]
    if (scanner !== undefined) {
      const { from, to } = network.batch
      tally.speakFor(protocol, isFromServer, registry.layerIds[protocol] as Int32Array)
      return scanner(network.view, from[index] as number, to[index] as number, isFromServer, tally)
    }
    this.show(index, isFromServer)
    return registry.recognises(protocol, window) ? 0 : -1
  }

  /** Twice in a row: the flow is guessed anew, as long as it may be. */
  private refused(index: number, state: number, isFromServer: boolean): number {
    const tries = (state & bit.tries) >>> bit.triesShift
    const isLink = (this.desk.network.batch.protocol[index] as number) < 0
    if (!isLink && ((state & bit.foreign) === 0 || tries >= this.desk.limits.guesses)) {
      return state | bit.foreign
    }
    const guessed = this.guess(index, state & ~bit.protocol & ~bit.foreign, isFromServer)
    const isNew =
      (guessed & bit.protocol) !== 0 && (guessed & bit.protocol) !== (state & bit.protocol)
    if (!isNew) return (state & ~bit.tries) | (guessed & bit.tries) | bit.foreign
    return guessed & ~bit.deep & ~bit.layer & ~bit.decoded
  }

  /** Looks for the protocol of an unknown flow; the state counts the tries. */
  private guess(index: number, state: number, isFromServer: boolean): number {
    const { network, registry, limits } = this.desk
    const { batch } = network
    const tries = (state & bit.tries) >>> bit.triesShift
    if (tries >= limits.guesses) return state
    this.show(index, isFromServer)
    const protocol = batch.protocol[index] as number
    const candidates =
      protocol < 0 ? this.linkCandidates(index) : this.portCandidates(protocol, isFromServer)
    let found = candidates.find((candidate) => this.accepts(candidate)) ?? 0
    if (found === 0 && protocol === 6) {
      found = registry.roaming.tcp.find((candidate) => this.accepts(candidate)) ?? 0
    } else if (found === 0 && protocol === 17) {
      found = registry.roaming.udp.find((candidate) => this.accepts(candidate)) ?? 0
    }
    if (found !== 0) return (state & ~bit.protocol) | found
    // The port still says something: from now on the scan decides about every payload.
    const isLast = tries + 1 >= limits.guesses || protocol < 0
    const fallback = isLast ? (candidates[0] ?? 0) : 0
    const next = protocol < 0 ? limits.guesses : tries + 1
    return (state & ~bit.tries & ~bit.protocol) | fallback | (next << bit.triesShift)
  }

  private portCandidates(protocol: number, isFromServer: boolean): readonly number[] {
    if (protocol !== 6 && protocol !== 17) return []
    const { registry, window } = this.desk
    const carrier = protocol === 6 ? 'tcp' : 'udp'
    const { source, destination } = window
    const server = registry.candidates(carrier, isFromServer ? source.port : destination.port)
    const client = registry.candidates(carrier, isFromServer ? destination.port : source.port)
    if (client.length === 0) return server
    return server.length === 0 ? client : [...server, ...client]
  }

  private linkCandidates(index: number): readonly number[] {
    const { registry, network, window } = this.desk
    const kind = network.batch.form[index] as number
    if (kind === form.ethernet) return registry.candidates('ethernet', window.type)
    if (kind === form.llc) return registry.candidates('llc', window.type)
    if (kind === form.snap) return registry.candidates('llc', window.type, window.organisation)
    return []
  }

  private accepts(candidate: number): boolean {
    const { registry, window } = this.desk
    const protocol = registry.protocols[candidate]
    this.running = candidate
    if (protocol?.recognises !== undefined) return protocol.recognises(window)
    const { view, from, to, isFromServer } = window
    return (registry.scanners[candidate]?.(view, from, to, isFromServer, silentTally) ?? 0) >= 0
  }

  /** Sets the window to packet `index`. */
  private show(index: number, isFromServer: boolean): void {
    const { network, window, store } = this.desk
    const { batch, view } = network
    window.bytes = window.captureBytes
    window.view = view
    window.from = batch.from[index] as number
    window.to = batch.to[index] as number
    window.isCut = batch.isCut[index] === 1
    window.frame = network.frame + index - network.framesBefore
    window.isFromServer = isFromServer
    window.type = (batch.protocol[index] as number) < 0 ? (batch.type[index] as number) : 0
    window.organisation = 0
    const offset = batch.network[index] as number
    if (batch.form[index] === form.snap) {
      window.organisation = (view.getUint16(offset - 5) << 8) | view.getUint8(offset - 3)
    }
    this.showParties(index)
    store.context.frame = network.frame + index
    store.context.time = batch.time[index] as number
    store.context.wire = batch.wire[index] as number
  }

  private showParties(index: number): void {
    const { network, window, store } = this.desk
    const { batch, view } = network
    const { source, destination } = window
    const version = batch.version[index] as number
    const offset = batch.network[index] as number
    showMac(destination, view, destinationMac(network, index))
    showMac(source, view, sourceMac(network, index))
    source.version = version
    destination.version = version
    source.ipOffset = offset + (version === 4 ? 12 : 8)
    destination.ipOffset = offset + (version === 4 ? 16 : 24)
    const ports = batch.key2[index] as number
    const isForward = batch.direction[index] === 0
    source.address = version === 0 ? 0 : ((isForward ? batch.key0 : batch.key1)[index] as number)
    destination.address =
      version === 0 ? 0 : ((isForward ? batch.key1 : batch.key0)[index] as number)
    const first = version === 0 ? 0 : ports >>> 16
    const second = version === 0 ? 0 : ports & 0xffff
    source.port = isForward ? first : second
    destination.port = isForward ? second : first
    const service = window.isFromServer ? source.port : destination.port
    store.context.service = version === 0 ? window.type : service
  }
}

function showMac(party: PartyWindow, view: DataView, offset: number): void {
  party.macOffset = offset
  party.macHigh = offset < 0 ? -1 : view.getUint16(offset)
  party.macLow = offset < 0 ? 0 : view.getInt32(offset + 2)
}

/** Offset of the source MAC, -1 where the link has none. */
function sourceMac({ batch }: Network, index: number): number {
  if ((batch.macHigh[index] as number) < 0) return -1
  const at = batch.at[index] as number
  const link = batch.link[index] as number
  if (link === 2 || link === 1) return at + 6
  return link === 3 ? at + 12 : at + 7
}

/** State of a flow, for those who look from outside the loop. */
export function stateOf(flows: FlowTable, flow: number): number {
  const record = flows.words[flow >>> segmentShift] as Int32Array
  return record[(flow & segmentMask) * recordWords + word.state] as number
}
