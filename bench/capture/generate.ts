// SPDX-License-Identifier: EUPL-1.2
import { closeSync, openSync, writeSync } from 'node:fs'
import { type Dice, dice, pcapHeader } from '../../fixtures/frames/index.ts'
import { hostFrames } from './host-frames.ts'
import { type BenchHost, benchHosts } from './hosts.ts'
import type { Kind } from './kinds.ts'
import { type Conversation, conversationOf, type Slot, type Template } from './template.ts'

export interface Recipe {
  readonly bytes: number
  readonly hosts: number
  /** Conversations that run at the same time. */
  readonly slots: number
  /** Mean number of packets of a conversation; absent: they run to the end. */
  readonly life?: number
  readonly kinds: readonly Kind[]
  readonly seed: number
}

export interface Made {
  readonly bytes: number
  readonly packets: number
  /** TCP and UDP conversations and PROFINET pairs that were begun. */
  readonly conversations: number
}

const bufferBytes = 1 << 21
const recordBytes = 16
const largestFrame = 2048
/** Mean time between two packets, microseconds. */
const gapUs = 100

/** Writes the capture in one pass with a buffer of two megabytes. */
export function generate(recipe: Recipe, path: string): Made {
  const file = openSync(path, 'w')
  try {
    return new Generator(recipe, (piece) => writeSync(file, piece)).run()
  } finally {
    closeSync(file)
  }
}

class Generator {
  private readonly chance: Dice
  private readonly hosts: readonly BenchHost[]
  private readonly slots: readonly (readonly Slot[])[]
  private readonly talks: readonly { plain: Conversation; tagged: Conversation }[]
  private readonly alone: readonly (readonly Uint8Array[])[]
  private readonly kindOfDraw: Uint8Array
  private readonly out = new Uint8Array(bufferBytes)
  private readonly view = new DataView(this.out.buffer)
  private at = 0
  private timeS = 1_788_249_600
  private timeUs = 0
  private bytes = 0
  private packets = 0
  private conversations = 0
  private readonly recipe: Recipe
  private readonly write: (piece: Uint8Array) => void

  constructor(recipe: Recipe, write: (piece: Uint8Array) => void) {
    this.recipe = recipe
    this.write = write
    this.chance = dice(recipe.seed)
    this.hosts = benchHosts(recipe.hosts)
    this.talks = recipe.kinds.map((kind) => ({
      plain: conversationOf(kind, false),
      tagged: conversationOf(kind, true),
    }))
    this.alone = recipe.kinds.map((kind) =>
      kind.carrier === 'host' ? hostFrames(kind.name, this.hosts) : [],
    )
    const total = recipe.kinds.reduce((sum, kind) => sum + kind.share, 0)
    this.kindOfDraw = this.draws(total)
    this.slots = recipe.kinds.map((kind, index) => {
      if (kind.carrier === 'host') return []
      const count = Math.max(1, Math.round((recipe.slots * kind.share) / total))
      return Array.from({ length: count }, () => this.begun(kind, index))
    })
  }

  /** A kind for each of 1024 equally likely draws, weighed so that bursts do not change shares. */
  private draws(total: number): Uint8Array {
    const weights = this.recipe.kinds.map((kind) => kind.share / kind.burst)
    const sum = weights.reduce((all, weight) => all + weight, 0)
    if (total <= 0) throw new Error('a recipe needs kinds with a share')
    const draws = new Uint8Array(1024)
    let from = 0
    let reached = 0
    weights.forEach((weight, kind) => {
      reached += weight
      const to = Math.round((reached / sum) * 1024)
      draws.fill(kind, from, to)
      from = to
    })
    return draws
  }

  run(): Made {
    this.write(pcapHeader())
    this.bytes = 24
    while (this.bytes + this.at < this.recipe.bytes) {
      const index = this.kindOfDraw[this.chance.word() >>> 22] as number
      const kind = this.recipe.kinds[index] as Kind
      if (kind.carrier === 'host') this.put(this.chance.pick(this.alone[index] ?? []))
      else this.speak(this.chance.pick(this.slots[index] ?? []), index)
    }
    this.flush()
    return { bytes: this.bytes, packets: this.packets, conversations: this.conversations }
  }

  private speak(slot: Slot, index: number): void {
    const burst = slot.kind.burst
    const times = burst === 1 ? 1 : this.chance.between(1, 2 * burst - 1)
    for (let turn = 0; turn < times; turn += 1) {
      const list = slot.talk[slot.phase]
      this.patch(slot, list[slot.step] as Template)
      slot.step += 1
      slot.left -= 1
      if (slot.step === list.length) {
        slot.step = 0
        if (slot.phase === 'closing') this.renew(slot, index)
        else {
          slot.phase = 'cycle'
          slot.count += 1
        }
      }
      if (slot.left <= 0 && slot.phase === 'cycle') this.end(slot, index)
    }
  }

  private end(slot: Slot, index: number): void {
    slot.step = 0
    if (slot.talk.closing.length === 0) this.renew(slot, index)
    else slot.phase = 'closing'
  }

  private begun(kind: Kind, index: number): Slot {
    const nobody = this.hosts[0] as BenchHost
    const talk = this.talks[index]?.plain as Conversation
    const next = new Int32Array(2)
    const slot: Slot = {
      kind,
      client: nobody,
      server: nobody,
      talk,
      phase: 'cycle',
      step: 0,
      clientPort: 0,
      next,
      count: 0,
      left: 0,
    }
    this.renew(slot, index)
    return slot
  }

  /** A new conversation in the place of the old. Controllers answer, both sorts ask. */
  private renew(slot: Slot, index: number): void {
    const plcs = Math.floor(this.hosts.length * 0.4)
    const isOffice = slot.kind.burst > 1
    const first = isOffice ? plcs : 0
    const last = isOffice ? this.hosts.length - 1 : plcs - 1
    slot.server = this.hosts[this.chance.between(first, last)] as BenchHost
    do {
      slot.client = this.hosts[this.chance.between(0, this.hosts.length - 1)] as BenchHost
    } while (slot.client === slot.server)
    const talks = this.talks[index] as { plain: Conversation; tagged: Conversation }
    slot.talk = slot.server.vlan === 0 ? talks.plain : talks.tagged
    slot.phase = slot.talk.opening.length > 0 ? 'opening' : 'cycle'
    slot.step = 0
    slot.count = 1
    slot.clientPort = slot.kind.clientPort ?? 49152 + (this.conversations % 16384)
    slot.next[0] = this.chance.word()
    slot.next[1] = this.chance.word()
    const life = this.recipe.life
    slot.left = life === undefined ? Infinity : this.chance.between(2, 2 * life - 2)
    this.conversations += 1
  }

  private put(frame: Uint8Array): number {
    if (this.at + recordBytes + largestFrame > bufferBytes) this.flush()
    const { view, at } = this
    this.timeUs += 1 + ((this.chance.word() >>> 16) % (2 * gapUs))
    if (this.timeUs >= 1_000_000) {
      this.timeUs -= 1_000_000
      this.timeS += 1
    }
    view.setUint32(at, this.timeS, true)
    view.setUint32(at + 4, this.timeUs, true)
    view.setUint32(at + 8, frame.length, true)
    view.setUint32(at + 12, frame.length, true)
    this.out.set(frame, at + recordBytes)
    this.at = at + recordBytes + frame.length
    this.packets += 1
    return at + recordBytes
  }

  private flush(): void {
    this.write(this.out.subarray(0, this.at))
    this.bytes += this.at
    this.at = 0
  }

  private patch(slot: Slot, template: Template): void {
    const start = this.put(template.frame)
    const { out, view } = this
    const from = template.fromServer ? slot.server : slot.client
    const to = template.fromServer ? slot.client : slot.server
    out.set(to.mac, start)
    out.set(from.mac, start + 6)
    if (template.network === 18) {
      const tag = (template.frame[14] as number) << 8
      view.setUint16(start + 14, (tag & 0xe000) | slot.server.vlan)
    }
    for (const counter of template.counters) this.number(start + counter.at, counter.as, slot.count)
    if (template.transport !== 0) this.patchIp(slot, template, start)
    else if (slot.kind.carrier === 'arp')
      this.patchArp({ from, to }, start, start + template.network)
    else view.setUint16(start + template.network, 0x8000 | (slot.clientPort & 0x3fff))
  }

  private patchIp(slot: Slot, template: Template, start: number): void {
    const { out, view } = this
    const from = template.fromServer ? slot.server : slot.client
    const to = template.fromServer ? slot.client : slot.server
    const network = start + template.network
    if (template.isV6) {
      out.set(from.ip6, network + 8)
      out.set(to.ip6, network + 24)
    } else {
      out.set(from.ip4, network + 12)
      out.set(to.ip4, network + 16)
      let sum = template.headerSum
      for (let at = 12; at < 20; at += 2) sum += view.getUint16(network + at)
      sum = (sum & 0xffff) + (sum >>> 16)
      view.setUint16(network + 10, ~(sum + (sum >>> 16)) & 0xffff)
    }
    const transport = start + template.transport
    const { serverPort } = slot.kind
    view.setUint16(transport, template.fromServer ? serverPort : slot.clientPort)
    view.setUint16(transport + 2, template.fromServer ? slot.clientPort : serverPort)
    if (template.sequence === 0) return
    const own = template.fromServer ? 1 : 0
    view.setInt32(start + template.sequence, slot.next[own] as number)
    const hasAck = ((template.frame[template.transport + 13] as number) & 0x10) !== 0
    if (hasAck) view.setInt32(start + template.sequence + 4, slot.next[1 - own] as number)
    slot.next[own] = (slot.next[own] as number) + template.taken
  }

  private patchArp(
    { from, to }: { from: BenchHost; to: BenchHost },
    start: number,
    message: number,
  ): void {
    const { out } = this
    out.set(from.mac, message + 8)
    out.set(from.ip4, message + 14)
    const isRequest = out[message + 7] === 1
    if (!isRequest) out.set(to.mac, message + 18)
    out.set(to.ip4, message + 24)
    if (isRequest) out.fill(0xff, start, start + 6)
  }

  private number(at: number, as: 'u16' | 'u16le' | 'u32le', value: number): void {
    if (as === 'u16') this.view.setUint16(at, value)
    else if (as === 'u16le') this.view.setUint16(at, value, true)
    else this.view.setUint32(at, value, true)
  }
}
