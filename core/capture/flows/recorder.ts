// SPDX-License-Identifier: EUPL-1.2
import type { Limits } from '../limits.ts'
import type { FactSubject } from '../observations.ts'
import type { EventName, FactName, Recorder, Subject } from '../protocol.ts'
import type { Oddities } from '../readers/oddities.ts'
import { Clocks } from './clocks.ts'
import { KeyTable } from './key-table.ts'
import type { Layers } from './layers.ts'
import { Notes } from './notes.ts'
import { Sightings } from './sightings.ts'
import { endOf, Subjects } from './subjects.ts'
import type { PayloadWindow } from './window.ts'

/** What a fact says; when it was said stands in `Sightings` under the same number. */
export interface KeptFact {
  readonly subject: FactSubject
  readonly name: FactName
  readonly value: string
  readonly protocol: string
}

export interface KeptBinding {
  readonly mac: string
  readonly ip: string
  readonly protocol: string
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
  readonly facts: number[]
  readonly bindings: number[]
  readonly events: KeptEvent[]
  readonly layers: number[]
  readonly oddities: string[]
  /** Key and note of each. */
  readonly notes: (readonly [string, string])[]
  consumed: number
}

export function statement(): Statement {
  return {
    facts: [],
    bindings: [],
    events: [],
    layers: [],
    oddities: [],
    notes: [],
    consumed: 0,
  }
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
  readonly factSightings = new Sightings()
  readonly bindings: KeptBinding[] = []
  readonly bindingSightings = new Sightings()
  readonly events = new Map<string, KeptEvent>()
  readonly leftOut = { facts: 0, bindings: 0, events: 0 }
  readonly notes: Notes
  readonly clocks: Clocks
  oddities: Oddities
  /** Takes down what is said, when set. */
  statement: Statement | undefined
  private readonly limits: Limits
  private readonly layers: Layers
  private readonly window: PayloadWindow
  private readonly subjects: Subjects
  /** (subject, name) to the number of the only fact, or to those of several by value. */
  private readonly groups: KeyTable
  private readonly values: (number | Map<string, number> | undefined)[] = []
  private readonly names = new Map<string, Map<string, number>>()
  /** The names of the protocol that spoke last. */
  private lastNames = new Map<string, number>()
  private lastProtocol: string | undefined
  private nameCount = 0
  private readonly bindingNumbers = new Map<string, number>()

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
    this.subjects = new Subjects(parts.limits.hosts, parts.seed, parts.window)
    this.groups = new KeyTable(parts.limits.facts, parts.seed)
    this.notes = new Notes(parts.limits.notes)
    this.clocks = new Clocks(parts.limits.clocks)
  }

  fact(name: FactName, value: string, about: Subject = 'sender'): void {
    let text = trimmed(value)
    if (text === '') return
    if (text.length > this.limits.factLength) {
      text = text.slice(0, this.limits.factLength)
      this.oddity('fact-cut')
    }
    const subject = this.subjects.numberOf(about)
    if (subject < 0) return
    const { protocol, frame, time } = this.context
    const group = this.groups.put(subject, this.nameNumber(name), 0, 0)
    let number = this.known(group, text)
    if (number >= 0) this.factSightings.again(number, frame, time)
    else if (group < 0 || this.facts.length >= this.limits.facts) {
      this.leftOut.facts += 1
      return
    } else {
      number = this.factSightings.add(frame, time)
      this.facts.push({ subject: this.subjects.at(subject, about), name, value: text, protocol })
      this.enter(group, text, number)
    }
    if (this.statement !== undefined) addOnce(this.statement.facts, number)
  }

  binding(mac: string, ip: string): void {
    const { protocol, frame, time } = this.context
    const key = `${protocol} ${mac} ${ip}`
    let number = this.bindingNumbers.get(key)
    if (number !== undefined) this.bindingSightings.again(number, frame, time)
    else if (this.bindings.length >= this.limits.bindings) {
      this.leftOut.bindings += 1
      return
    } else {
      number = this.bindingSightings.add(frame, time)
      this.bindings.push({ mac, ip, protocol })
      this.bindingNumbers.set(key, number)
    }
    if (this.statement !== undefined) addOnce(this.statement.bindings, number)
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

  /** Depends on when it is said: it must not be said again. */
  clock(statedS: number): void {
    this.statement = undefined
    const { protocol, time } = this.context
    const { isFromServer, source } = this.window
    const { mac = '', ip = '' } = endOf(source)
    const movedS = this.clocks.moved(`${protocol} ${mac} ${ip}`, statedS, time)
    if (movedS === 0) return
    const by = isFromServer ? 'server' : 'client'
    this.event('clock_jump', { by, seconds: String(movedS) })
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
    this.notes.set(this.context.flow, key, note)
    this.statement?.notes.push([key, note])
  }

  /** What is said then does not depend on the payload alone: it must not be said again. */
  recall(key: string): string | undefined {
    this.statement = undefined
    return this.notes.get(this.context.flow, key)
  }

  /** What else than facts and bindings was said is said again, about the packet at hand. */
  repeat(statement: Statement): void {
    const { frame, wire, flow } = this.context
    for (const [key, note] of statement.notes) this.notes.set(flow, key, note)
    for (const event of statement.events) this.happened(event)
    for (const layer of statement.layers) this.layers.count(layer, frame, wire)
    for (const oddity of statement.oddities) this.oddities.add(oddity)
  }

  private happened(event: KeptEvent): void {
    event.count += 1
    if (event.frames.length < this.limits.framesPerEvent) event.frames.push(this.context.frame)
  }

  /** Number of the fact with this value, -1 when it is new. */
  private known(group: number, value: string): number {
    const values = this.values[group]
    if (values === undefined) return -1
    if (typeof values !== 'number') return values.get(value) ?? -1
    return this.facts[values].value === value ? values : -1
  }

  private enter(group: number, value: string, number: number): void {
    const values = this.values[group]
    if (values === undefined) this.values[group] = number
    else if (typeof values !== 'number') values.set(value, number)
    else {
      this.values[group] = new Map([
        [this.facts[values].value, values],
        [value, number],
      ])
    }
  }

  private nameNumber(name: string): number {
    const { protocol } = this.context
    if (protocol !== this.lastProtocol) {
      this.lastNames = this.names.get(protocol) ?? new Map()
      this.names.set(protocol, this.lastNames)
      this.lastProtocol = protocol
    }
    const known = this.lastNames.get(name)
    if (known !== undefined) return known
    const number = this.nameCount
    this.nameCount += 1
    this.lastNames.set(name, number)
    return number
  }
}

/** A payload says few things: looking through them takes less than a set does. */
function addOnce(list: number[], number: number): void {
  if (!list.includes(number)) list.push(number)
}

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
