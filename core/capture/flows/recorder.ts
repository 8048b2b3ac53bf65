// SPDX-License-Identifier: EUPL-1.2
import type { Limits } from '../limits.ts'
import type { FactSubject } from '../observations.ts'
import type { EventName, FactName, Recorder, Subject } from '../protocol.ts'
import type { Oddities } from '../readers/oddities.ts'
import type { Layers } from './layers.ts'
import { Notes } from './notes.ts'
import { endOf, Subjects } from './subjects.ts'
import type { PayloadWindow } from './window.ts'

/** Something stated, with how often and when. Frames are numbered over all captures. */
export interface Kept {
  readonly protocol: string
  readonly frame: number
  packets: number
  firstS: number
  lastS: number
  lastFrame: number
}

export interface KeptFact extends Kept {
  readonly subject: FactSubject
  readonly name: FactName
  readonly value: string
}

export interface KeptBinding extends Kept {
  readonly mac: string
  readonly ip: string
}

export interface KeptEvent {
  readonly name: EventName
  readonly protocol: string
  readonly detail: Readonly<Record<string, string>>
  readonly client: { readonly mac?: string; readonly ip?: string }
  readonly server: { readonly mac?: string; readonly ip?: string }
  readonly service: number
  count: number
  readonly frames: number[]
}

/** The packet that decoders speak about now. */
export interface Context {
  protocol: string
  /** Number of the frame over all captures. */
  frame: number
  time: number
  wire: number
  service: number
  /** Number of the flow. */
  flow: number
}

/** What a decoder said about one payload, to be said again of an equal one. */
export interface Statement {
  /** Facts and bindings; none twice. */
  readonly kept: Set<Kept>
  readonly events: KeptEvent[]
  readonly layers: number[]
  readonly oddities: string[]
  consumed: number
}

/** Keeps what decoders state: equal statements once, with their number; all of it bounded. */
export class FactStore implements Recorder {
  readonly context: Context = {
    protocol: '',
    frame: 0,
    time: Number.NaN,
    wire: 0,
    service: 0,
    flow: 0,
  }
  readonly facts: KeptFact[] = []
  readonly bindings = new Map<string, KeptBinding>()
  readonly events = new Map<string, KeptEvent>()
  readonly leftOut = { facts: 0, bindings: 0, events: 0 }
  readonly notes: Notes
  oddities: Oddities
  /** Takes down what is said, when set. */
  statement: Statement | undefined
  private readonly limits: Limits
  private readonly layers: Layers
  private readonly window: PayloadWindow
  private readonly subjects: Subjects
  /** Facts by subject and name, then by value. */
  private readonly groups = new Map<number, Map<string, KeptFact>>()
  private readonly names = new Map<string, Map<string, number>>()
  private nameCount = 0

  constructor(parts: {
    readonly limits: Limits
    readonly layers: Layers
    readonly window: PayloadWindow
    readonly oddities: Oddities
    readonly seed: number
  }) {
    this.limits = parts.limits
    this.layers = parts.layers
    this.window = parts.window
    this.oddities = parts.oddities
    this.notes = new Notes(parts.limits.notes)
    this.subjects = new Subjects(parts.limits.hosts, parts.seed, parts.window)
  }

  fact(name: FactName, value: string, about: Subject = 'sender'): void {
    let text = trimmed(value)
    if (text === '') return
    if (text.length > this.limits.factLength) {
      text = text.slice(0, this.limits.factLength)
      this.oddity('fact-cut')
    }
    const subject = this.subjects.indexOf(about)
    if (subject < 0) return
    const group = this.groupOf(subject, name)
    const known = group.get(text)
    if (known !== undefined) this.again(known)
    else if (this.facts.length >= this.limits.facts) this.leftOut.facts += 1
    else {
      const whom = this.subjects.at(subject)
      const fact = { subject: whom, name, value: text, ...this.kept() }
      this.facts.push(fact)
      group.set(text, fact)
      this.statement?.kept.add(fact)
    }
  }

  binding(mac: string, ip: string): void {
    const key = `${this.context.protocol} ${mac} ${ip}`
    const known = this.bindings.get(key)
    if (known !== undefined) this.again(known)
    else if (this.bindings.size >= this.limits.bindings) this.leftOut.bindings += 1
    else {
      const binding = { mac, ip, ...this.kept() }
      this.bindings.set(key, binding)
      this.statement?.kept.add(binding)
    }
  }

  event(name: EventName, detail: Readonly<Record<string, string>>): void {
    const { protocol, service } = this.context
    const { isFromServer, source, destination } = this.window
    const client = endOf(isFromServer ? destination : source)
    const server = endOf(isFromServer ? source : destination)
    const key = JSON.stringify([name, protocol, detail, client, server, service])
    let event = this.events.get(key)
    if (event === undefined) {
      if (this.events.size >= this.limits.events) {
        this.leftOut.events += 1
        return
      }
      event = { name, protocol, detail, client, server, service, count: 0, frames: [] }
      this.events.set(key, event)
    }
    this.happened(event)
    this.statement?.events.push(event)
  }

  layer(protocol: string): void {
    const id = this.layers.idOf(protocol)
    this.layers.count(id, this.context.frame, this.context.wire)
    this.statement?.layers.push(id)
  }

  oddity(name: string): void {
    const full = `${this.context.protocol}.${name}`
    this.oddities.add(full)
    this.statement?.oddities.push(full)
  }

  remember(key: string, note: string): void {
    this.statement = undefined
    this.notes.set(this.context.flow, key, note)
  }

  /** What is said then does not depend on the payload alone: it must not be said again. */
  recall(key: string): string | undefined {
    this.statement = undefined
    return this.notes.get(this.context.flow, key)
  }

  /** What else than facts and bindings was said is said again, about the packet at hand. */
  repeat(statement: Statement): void {
    const { frame, wire } = this.context
    for (const event of statement.events) this.happened(event)
    for (const layer of statement.layers) this.layers.count(layer, frame, wire)
    for (const oddity of statement.oddities) this.oddities.add(oddity)
  }

  private kept(): Kept {
    const { protocol, frame, time } = this.context
    return { protocol, frame, packets: 1, firstS: time, lastS: time, lastFrame: frame }
  }

  private again(kept: Kept): void {
    this.counted(kept)
    this.statement?.kept.add(kept)
  }

  private counted(kept: Kept): void {
    const { frame, time } = this.context
    if (kept.lastFrame === frame) return
    kept.lastFrame = frame
    kept.packets += 1
    widen(kept, time, time)
  }

  private happened(event: KeptEvent): void {
    event.count += 1
    if (event.frames.length < this.limits.framesPerEvent) event.frames.push(this.context.frame)
  }

  private groupOf(subject: number, name: string): Map<string, KeptFact> {
    const { protocol } = this.context
    let names = this.names.get(protocol)
    if (names === undefined) {
      names = new Map()
      this.names.set(protocol, names)
    }
    let index = names.get(name)
    if (index === undefined) {
      index = this.nameCount
      this.nameCount += 1
      names.set(name, index)
    }
    const key = subject * maxNames + index
    let group = this.groups.get(key)
    if (group === undefined) {
      group = new Map()
      this.groups.set(key, group)
    }
    return group
  }
}

/** A time that is not known (NaN) is neither below nor above anything. */
export function widen(kept: Kept, first: number, last: number): void {
  if (first < kept.firstS || Number.isNaN(kept.firstS)) kept.firstS = first
  if (last > kept.lastS || Number.isNaN(kept.lastS)) kept.lastS = last
}

/** Far more names than protocols can state; a key stays exact in a double. */
const maxNames = 2 ** 24

/** Without blanks and NULs at the ends. */
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isBlank(text.charCodeAt(from))) from += 1
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1
  return from === 0 && to === text.length ? text : text.slice(from, to)
}

function isBlank(code: number): boolean {
  return code === 0 || code === 32 || (code >= 9 && code <= 13) || code === 0xa0
}
