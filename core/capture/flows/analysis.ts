// SPDX-License-Identifier: EUPL-1.2
import type { Limits } from '../limits.ts'
import { Arp } from '../link/arp.ts'
import { Fragments } from '../link/fragments.ts'
import { Ipv6Addresses } from '../link/ipv6-addresses.ts'
import { linkStage } from '../link/link-stage.ts'
import type { Network } from '../link/network.ts'
import { networkStage } from '../link/network-stage.ts'
import { Redundancy } from '../link/redundancy.ts'
import type { Protocol } from '../protocol.ts'
import { type Batch, rowCells } from '../readers/batch.ts'
import type { Oddities } from '../readers/oddities.ts'
import { Account } from './account.ts'
import { Conversations } from './conversations.ts'
import { Dispatcher } from './dispatch.ts'
import { Eviction } from './eviction.ts'
import { FlowTable } from './flow-table.ts'
import { knownTcpPorts, knownUdpPorts, marked } from './known-ports.ts'
import { Layers } from './layers.ts'
import { Moves } from './moves.ts'
import { Operations } from './operations.ts'
import { FactStore } from './recorder.ts'
import { Registry } from './registry.ts'
import { Rollup } from './rollup.ts'
import { Senders } from './senders.ts'
import { Shapes } from './shapes.ts'
import { PacketTally } from './tally.ts'
import { PayloadWindow } from './window.ts'

export interface AnalysisParts {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly batch: Batch
  readonly oddities: Oddities
  readonly protocols: readonly Protocol[]
  readonly limits: Limits
  readonly seed: number
}

/** All stages behind the readers, and all that they count. */
export class Analysis {
  readonly layers = new Layers()
  readonly network: Network
  readonly flows: FlowTable
  readonly senders: Senders
  readonly conversations: Conversations
  readonly operations: Operations
  readonly moves: Moves
  readonly registry: Registry
  readonly store: FactStore
  readonly shapes: Shapes
  readonly eviction: Eviction
  readonly dispatcher: Dispatcher
  private readonly account: Account
  private readonly rollup: Rollup

  constructor(parts: AnalysisParts) {
    const { limits, seed, batch, view, oddities } = parts
    this.registry = new Registry(parts.protocols, this.layers)
    this.moves = new Moves(limits.hosts, limits.moves, seed)
    this.senders = new Senders(limits.hosts, seed)
    this.flows = new FlowTable(limits.flows, seed)
    this.conversations = new Conversations(limits, seed)
    this.operations = new Operations(limits, this.registry, seed)
    const ipv6Addresses = new Ipv6Addresses(limits.ipv6Addresses, seed)
    const window = new PayloadWindow(parts.bytes, view, ipv6Addresses)
    this.store = new FactStore({ limits, layers: this.layers, window, oddities, seed })
    this.network = {
      batch,
      cells: batch.cells,
      times: batch.times,
      view,
      oddities,
      layers: this.layers,
      frame: 1,
      framesBefore: 0,
      redundancy: new Redundancy(seed),
      fragments: new Fragments(limits.fragments, seed),
      ipv6Addresses,
      arp: new Arp(limits.bindings, seed, this.moves),
    }
    this.shapes = new Shapes(limits.unknownServices)
    const { network, flows, registry, store, shapes, moves, senders, conversations } = this
    const tally = new PacketTally(this.layers, this.operations)
    const desk = { network, registry, tally, window, store, shapes, limits, seed }
    this.dispatcher = new Dispatcher(desk)
    this.rollup = new Rollup({ flows, senders, conversations, moves, registry })
    this.eviction = new Eviction({
      flows,
      rollup: this.rollup,
      operations: this.operations,
      reassembly: this.dispatcher.reassembly,
    })
    this.account = new Account({
      network,
      flows,
      senders,
      moves,
      rollup: this.rollup,
      operations: this.operations,
      dispatcher: this.dispatcher,
      tcpServers: marked(knownTcpPorts, registry.tcpPorts),
      udpServers: marked(knownUdpPorts, registry.udpPorts),
    })
  }

  /** A new capture begins. */
  begin(oddities: Oddities): void {
    this.network.oddities = oddities
    this.store.oddities = oddities
    this.store.clocks.begin()
    this.network.framesBefore = this.network.frame - 1
  }

  /** A name that the capture file states for an address, after the packets in the batch. */
  named(ip: string, name: string): void {
    const { context } = this.store
    const { frame, framesBefore, batch } = this.network
    context.protocol = 'pcapng'
    context.frame = Math.max(framesBefore + 1, frame + batch.count - 1)
    context.time = Number.NaN
    this.store.fact('pcapng.name', name, { ip })
  }

  /** Takes the packets that the reader put into the batch. */
  take(): void {
    const { network, flows } = this
    const { batch } = network
    linkStage(network)
    networkStage(network)
    flows.prepare(batch)
    const rows = batch.count * rowCells
    for (let at = 0; at < rows; ) {
      const end = flows.look(batch, at, this.account.created)
      this.bookAll(at, end)
      at = end
      if (end < rows) {
        this.eviction.makeRoom()
        this.store.notes.clear()
        this.account.late.clear()
      }
    }
    if (this.operations.isFull) this.eviction.foldOperations()
    network.frame += batch.count
  }

  /** Adds all flows to their sums and forgets them. */
  settle(): void {
    this.eviction.closeAll()
    this.dispatcher.reassembly.memory.fold()
    this.store.notes.clear()
    this.account.late.clear()
  }

  /** A protocol that throws in its scan loses this packet, nothing else. */
  private bookAll(start: number, end: number): void {
    for (let at = start; at < end; ) {
      try {
        this.account.book(at, end)
        return
      } catch (fault) {
        if (!(fault instanceof Error)) throw fault
        const protocol = this.dispatcher.current
        if (protocol === undefined) throw fault
        this.network.oddities.add(`decoder-fault.${protocol}`)
        at = this.account.cursor + rowCells
      }
    }
  }
}
