// SPDX-License-Identifier: EUPL-1.2
import type { Limits } from '../limits.ts'
import type { FactSubject } from '../observations.ts'
import type { EventName, FactName, Recorder, Subject } from '../protocol.ts'
import type { Oddities } from '../readers/oddities.ts'
import type { Layers } from './layers.ts'
import { Notes } from './notes.ts'
import type { PartyWindow, PayloadWindow } from './window.ts'

export interface KeptFact {
  readonly subject: FactSubject
  readonly name: FactName
  readonly value: string
  readonly protocol: string
  readonly frame: number
  packets: number
  firstS: number
  lastS: number
  lastFrame: number
}

export interface KeptBinding {
  readonly mac: string
  readonly ip: string
  readonly protocol: string
  readonly frame: number
  packets: number
  firstS: number
  lastS: number
  lastFrame: number
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
  /** Global number of the frame. */
  frame: number
  time: number
  wire: number
  service: number
  /** Number of the flow. */
  flow: number
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
  readonly facts = new Map<string, KeptFact>()
  readonly bindings = new Map<string, KeptBinding>()
  readonly events = new Map<string, KeptEvent>()
  readonly leftOut = { facts: 0, bindings: 0, events: 0 }
  readonly notes: Notes
  oddities: Oddities
  /** A layer was named for the packet at hand. */
  hasLayer = false
  private readonly limits: Limits
  private readonly layers: Layers
  private readonly window: PayloadWindow

  constructor(limits: Limits, layers: Layers, window: PayloadWindow, oddities: Oddities) {
    this.limits = limits
    this.layers = layers
    this.window = window
    this.oddities = oddities
    this.notes = new Notes(limits.notes)
  }

  fact(name: FactName, value: string, about: Subject = 'sender'): void {
    let text = trimmed(value)
    if (text === '') return
    if (text.length > this.limits.factLength) {
      text = text.slice(0, this.limits.factLength)
      this.oddities.add('fact-cut')
    }
    const subject = this.subjectOf(about)
    if (subject.mac === undefined && subject.ip === undefined) return
    this.keepFact(subject, name, text)
  }

  /** A fact that no packet states: a name in the capture file itself. */
  keepFact(subject: FactSubject, name: FactName, value: string): void {
    const { protocol, frame, time } = this.context
    const child = subject.child
    const whom = `${subject.mac ?? ''} ${subject.ip ?? ''} ${child?.kind ?? ''} ${child?.key ?? ''}`
    const key = `${protocol}\n${name}\n${whom}\n${value}`
    const known = this.facts.get(key)
    if (known !== undefined) again(known, frame, time)
    else if (this.facts.size >= this.limits.facts) this.leftOut.facts += 1
    else {
      const times = { firstS: time, lastS: time, lastFrame: frame }
      this.facts.set(key, { subject, name, value, protocol, frame, packets: 1, ...times })
    }
  }

  binding(mac: string, ip: string): void {
    const { protocol, frame, time } = this.context
    const key = `${protocol} ${mac} ${ip}`
    const known = this.bindings.get(key)
    if (known !== undefined) again(known, frame, time)
    else if (this.bindings.size >= this.limits.bindings) this.leftOut.bindings += 1
    else {
      const times = { firstS: time, lastS: time, lastFrame: frame }
      this.bindings.set(key, { mac, ip, protocol, frame, packets: 1, ...times })
    }
  }

  event(name: EventName, detail: Readonly<Record<string, string>>): void {
    const { protocol, frame, service } = this.context
    const { isFromServer, source, destination } = this.window
    const client = endOf(isFromServer ? destination : source)
    const server = endOf(isFromServer ? source : destination)
    const key = JSON.stringify([name, protocol, detail, client, server, service])
    const known = this.events.get(key)
    if (known !== undefined) {
      known.count += 1
      if (known.frames.length < this.limits.framesPerEvent) known.frames.push(frame)
    } else if (this.events.size >= this.limits.events) this.leftOut.events += 1
    else {
      const value = { name, protocol, detail, client, server, service, count: 1, frames: [frame] }
      this.events.set(key, value)
    }
  }

  layer(protocol: string): void {
    this.hasLayer = true
    this.layers.count(this.layers.idOf(protocol), this.context.frame, this.context.wire)
  }

  oddity(name: string): void {
    this.oddities.add(`${this.context.protocol}.${name}`)
  }

  remember(key: string, note: string): void {
    this.notes.set(this.context.flow, key, note)
  }

  recall(key: string): string | undefined {
    return this.notes.get(this.context.flow, key)
  }

  private subjectOf(about: Subject): FactSubject {
    const { source, destination } = this.window
    if (about === 'sender') return endOf(source)
    if (about === 'receiver') return endOf(destination)
    if (!('child' in about)) return about
    const parent = endOf(about.of === 'sender' ? source : destination)
    return { ...parent, child: { kind: about.child, key: about.key } }
  }
}

function endOf(party: PartyWindow): { readonly mac?: string; readonly ip?: string } {
  const { mac, ip } = party
  if (mac === undefined) return ip === undefined ? {} : { ip }
  return ip === undefined ? { mac } : { mac, ip }
}

function again(
  kept: { packets: number; firstS: number; lastS: number; lastFrame: number },
  frame: number,
  time: number,
): void {
  if (kept.lastFrame === frame) return
  kept.lastFrame = frame
  kept.packets += 1
  if (!(time >= kept.firstS)) kept.firstS = Number.isNaN(time) ? kept.firstS : time
  if (!(time <= kept.lastS)) kept.lastS = Number.isNaN(time) ? kept.lastS : time
}

/** Without blanks and NULs at the ends. */
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isBlank(text.charCodeAt(from))) from += 1
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1
  return text.slice(from, to)
}

function isBlank(code: number): boolean {
  return code === 0 || code === 32 || (code >= 9 && code <= 13) || code === 0xa0
}
