// SPDX-License-Identifier: EUPL-1.2
// What one device did with another by one service, under whatever addresses and VLANs, is one
// line. Group and broadcast traffic has no second device and is left to the protocol figures.
import { grownInts, KeyTable } from '../flows/key-table.ts'
import type { Conversation, Observed } from '../observations.ts'
import type { Devices } from './devices.ts'
import { commandBits, effectBits } from './effects.ts'
import { type KnownService, Services } from './services.ts'

const bit = { answered: 1 << 16, ioSetUp: 1 << 17 } as const

/** Lines by number, in order of their first conversation; sums in typed columns. */
export class Lines {
  /** Of each conversation in turn the number of its line; -1 for groups and broadcasts. */
  ofConversation = new Int32Array(256)
  /** Of each conversation the next one of its line; 0 ends the list. */
  nextOfLine = new Int32Array(256)
  /** Of each line its first conversation, and its last so far. */
  first = new Int32Array(0)
  #last = new Int32Array(0)
  connections = new Int32Array(0)
  unanswered = new Int32Array(0)
  packetsToServer = new Float32Array(0)
  packetsToClient = new Float32Array(0)
  /** Operations that the client asked for and that were answered. */
  requests = new Float32Array(0)
  /** Of each device the conversations it opened in vain. */
  readonly failures: Int32Array
  /** Effects of all that the client asked for, and marks above them. */
  #bits = new Int32Array(0)
  readonly #opened: LineLists
  readonly #answered: LineLists
  /** (client, server or -1 for EtherCAT telegrams to nobody in particular, service) */
  readonly #table = new KeyTable(2 ** 30, 0)
  readonly #services = new Services()

  constructor({ conversations }: Observed, devices: Devices) {
    this.failures = new Int32Array(devices.all.length)
    this.#opened = new LineLists(devices.all.length)
    this.#answered = new LineLists(devices.all.length)
    let index = 0
    for (const conversation of conversations) {
      if (index === this.ofConversation.length) {
        this.ofConversation = grownInts(this.ofConversation, index * 2)
        this.nextOfLine = grownInts(this.nextOfLine, index * 2)
      }
      this.ofConversation[index] = this.#add(conversation, index, devices)
      index += 1
    }
  }

  /** First of the lines that the device opened to another one; -1 for none. */
  firstBy(device: number): number {
    return this.#opened.first(device)
  }

  nextBy(line: number): number {
    return this.#opened.next(line)
  }

  /** First of the lines that another device opened to it; -1 for none. */
  firstTo(device: number): number {
    return this.#answered.first(device)
  }

  nextTo(line: number): number {
    return this.#answered.next(line)
  }

  get serviceCount(): number {
    return this.#services.list.length
  }

  get count(): number {
    return this.#table.count
  }

  /** Number of the client's device. */
  from(line: number): number {
    return this.#table.keys[line * 4]
  }

  /** Number of the server's device; -1 for nobody in particular. */
  to(line: number): number {
    return this.#table.keys[line * 4 + 1]
  }

  service(line: number): KnownService {
    return this.#services.list[this.#table.keys[line * 4 + 2]]
  }

  packets(line: number): number {
    return this.packetsToServer[line] + this.packetsToClient[line]
  }

  /** Something came back, and not only refusals. */
  isAnswered(line: number): boolean {
    return (this.#bits[line] & bit.answered) !== 0
  }

  /** The client opens cyclic exchange: PROFINET connect, EtherCAT telegrams. */
  isIoSetUp(line: number): boolean {
    return (this.#bits[line] & bit.ioSetUp) !== 0
  }

  /** Bits of `effectBits`. */
  effects(line: number): number {
    return this.#bits[line] & 0xffff
  }

  hasCommands(line: number): boolean {
    return (this.#bits[line] & commandBits) !== 0
  }

  #add(conversation: Conversation, index: number, devices: Devices): number {
    const from = devices.find(conversation.client)
    const to = devices.find(conversation.server)
    if (from === undefined) return -1
    if (isFailed(conversation)) this.failures[from.number] += 1
    const marks = marksOf(conversation)
    if (to === undefined && (marks & bit.ioSetUp) === 0) return -1
    const service = this.#services.of(conversation)
    const before = this.#table.count
    const line = this.#table.put(from.number, to?.number ?? -1, service.number, 0)
    if (line === before) this.#begin(line, from.number, to?.number ?? -1)
    this.connections[line] += conversation.connections
    this.unanswered[line] += conversation.unanswered
    this.packetsToServer[line] += conversation.packetsToServer
    this.packetsToClient[line] += conversation.packetsToClient
    this.#bits[line] |= marks
    for (const { effect, isFromServer, count } of conversation.operations) {
      if (isFromServer) continue
      this.#bits[line] |= effectBits[effect]
      if ((marks & bit.answered) !== 0) this.requests[line] += count
    }
    if (to === undefined) return -1
    if (line === before) this.first[line] = index
    else this.nextOfLine[this.#last[line]] = index
    this.#last[line] = index
    return line
  }

  #begin(line: number, from: number, to: number): void {
    if (line >= this.connections.length) this.#grow()
    // What a device says to itself shows nothing of it.
    if (from === to) return
    this.#opened.add(from, line)
    if (to >= 0) this.#answered.add(to, line)
  }

  #grow(): void {
    const { capacity } = this.#table
    this.#opened.grow(capacity)
    this.#answered.grow(capacity)
    this.first = grownInts(this.first, capacity)
    this.#last = grownInts(this.#last, capacity)
    this.connections = grownInts(this.connections, capacity)
    this.unanswered = grownInts(this.unanswered, capacity)
    this.#bits = grownInts(this.#bits, capacity)
    this.packetsToServer = grownFloats(this.packetsToServer, capacity)
    this.packetsToClient = grownFloats(this.packetsToClient, capacity)
    this.requests = grownFloats(this.requests, capacity)
  }
}

/** Enough to say which talks most. */
function grownFloats(column: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  const next = new Float32Array(length)
  next.set(column)
  return next
}

/** Lines by device, each list in order. */
class LineLists {
  /** By number of the device, and by number of the line: the line + 1, 0 for none. */
  readonly #firsts: Int32Array
  readonly #lasts: Int32Array
  #nexts = new Int32Array(0)

  constructor(devices: number) {
    this.#firsts = new Int32Array(devices)
    this.#lasts = new Int32Array(devices)
  }

  grow(capacity: number): void {
    this.#nexts = grownInts(this.#nexts, capacity)
  }

  add(device: number, line: number): void {
    const last = this.#lasts[device]
    if (last === 0) this.#firsts[device] = line + 1
    else this.#nexts[last - 1] = line + 1
    this.#lasts[device] = line + 1
  }

  first(device: number): number {
    return (this.#firsts[device] ?? 0) - 1
  }

  next(line: number): number {
    return this.#nexts[line] - 1
  }
}

const etherCatType = 0x88a4
const profinetManagerPort = 34964

function marksOf(conversation: Conversation): number {
  const { transport, service, operations, packetsToClient } = conversation
  const isAnswered = packetsToClient > 0 && !isRefused(conversation)
  const isIoSetUp =
    transport === 'ethernet'
      ? service === etherCatType
      : transport === 'udp' &&
        service === profinetManagerPort &&
        operations.some(({ name, isFromServer }) => name === 'connect' && !isFromServer)
  return (isAnswered ? bit.answered : 0) | (isIoSetUp ? bit.ioSetUp : 0)
}

/** A connection of which the tap shows one side only has more packets than a try. */
const packetsOfTry = 4

/** A try that nothing came of. */
export function isFailed(conversation: Conversation): boolean {
  const { packetsToClient, packetsToServer, connections } = conversation
  if (packetsToClient > 0) return isRefused(conversation)
  return packetsToServer <= packetsOfTry * Math.max(1, connections)
}

/** Every connection was refused or left unanswered. */
export function isRefused({ transport, connections, unanswered }: Conversation): boolean {
  return transport === 'tcp' && connections > 0 && unanswered >= connections
}
