// SPDX-License-Identifier: EUPL-1.2
// For the tests of protocols: hand-made payloads, a recorder that remembers, and the check that a
// decoder is total. Not part of the engine.
import type {
  EventName,
  FactName,
  Party,
  Payload,
  Protocol,
  Recorder,
  Scan,
  Subject,
} from '../protocol.ts'
import { scan } from '../protocol.ts'

export interface Recording {
  readonly facts: { readonly name: FactName; readonly value: string; readonly about: Subject }[]
  readonly bindings: { readonly mac: string; readonly ip: string }[]
  readonly events: {
    readonly name: EventName
    readonly detail: Readonly<Record<string, string>>
  }[]
  readonly layers: string[]
  readonly oddities: string[]
  /** Times that were stated, in epoch seconds. */
  readonly clocks: number[]
  /** Codes given to `Tally.add` by `scan`. */
  readonly codes: number[]
  /** Names of the layers that `scan` counted. */
  readonly scanLayers: string[]
  /** What `scan` answered; absent when there is none. */
  readonly scanned: Scan | undefined
  readonly isRecognised: boolean | undefined
  /** Bytes that `decode` says it consumed, all when it says nothing. */
  readonly consumed: number
}

export interface PayloadOptions {
  readonly source?: Partial<Party>
  readonly destination?: Partial<Party>
  readonly isFromServer?: boolean
  readonly isCut?: boolean
  readonly type?: number
  readonly organisation?: number
  /** Given to several payloads, they are of one flow: what one notes the next recalls. */
  readonly notes?: Map<string, string>
}

// Bytes around the payload that a decoder must not look at.
const margin = 7
const foreignByte = 0xee

/** The bytes lie in the middle of a larger buffer, as in the engine. */
export function payloadOf(message: Uint8Array, options: PayloadOptions = {}): Payload {
  const bytes = new Uint8Array(message.length + 2 * margin).fill(foreignByte)
  bytes.set(message, margin)
  return {
    bytes,
    view: new DataView(bytes.buffer),
    from: margin,
    to: margin + message.length,
    isCut: options.isCut ?? false,
    frame: 1,
    source: { mac: '02:00:00:00:00:01', ip: '192.0.2.1', port: 40000, ...options.source },
    destination: { mac: '02:00:00:00:00:02', ip: '192.0.2.2', port: 80, ...options.destination },
    isFromServer: options.isFromServer ?? false,
    type: options.type ?? 0,
    organisation: options.organisation ?? 0,
  }
}

/** Runs `recognises`, `scan` and `decode` over one message. */
export function readBy(
  protocol: Protocol,
  message: Uint8Array,
  options: PayloadOptions = {},
): Recording {
  const payload = payloadOf(message, options)
  const { view, from, to, isFromServer } = payload
  const codes: number[] = []
  const scanLayers: string[] = []
  const tally = {
    add: (code: number) => {
      codes.push(code)
    },
    layer: (index: number) => {
      scanLayers.push(protocol.layers?.[index] ?? `layer ${index} is not listed`)
    },
  }
  const isRecognised = protocol.recognises?.(payload)
  const scanned = protocol.scan?.(view, from, to, isFromServer, tally)
  const kept = keeper(options.notes ?? new Map())
  const consumed = protocol.decode(payload, kept) ?? message.length
  return { ...kept, codes, scanLayers, scanned, isRecognised, consumed }
}

/** The values of the facts with this name, in the order recorded. */
export function factsNamed(recording: Recording, name: FactName): readonly string[] {
  return recording.facts.filter((fact) => fact.name === name).map((fact) => fact.value)
}

/**
 * Lengths from 1 at which the beginning of the message is accepted in silence: recognised, no
 * oddity, and nothing left for the next segment. Empty for a decoder that names every truncation.
 */
export function silentTruncations(
  protocol: Protocol,
  message: Uint8Array,
  options: PayloadOptions = {},
): readonly number[] {
  const silent: number[] = []
  for (let length = 1; length < message.length; length += 1) {
    const recording = readBy(protocol, message.subarray(0, length), options)
    if (recording.isRecognised === false || recording.oddities.length > 0) continue
    if (protocol.streamBytes !== undefined && recording.consumed < length) continue
    silent.push(length)
  }
  return silent
}

/**
 * Throws when the protocol throws, gives a wrong layer or code, or consumes more than there is.
 * Feeds the samples cut short and with bytes changed; `rounds` changes per sample from `seed`.
 */
export function assertTotal(
  protocol: Protocol,
  samples: readonly Uint8Array[],
  rounds: number,
  seed = 1,
): void {
  const random = dice(seed)
  for (const sample of samples) {
    for (let length = 0; length <= sample.length; length += 1) {
      assertSane(protocol, sample.subarray(0, length))
    }
    for (let round = 0; round < rounds; round += 1) {
      assertSane(protocol, changed(sample, random))
    }
  }
}

function assertSane(protocol: Protocol, message: Uint8Array): void {
  for (const isFromServer of [false, true]) {
    const recording = readBy(protocol, message, { isFromServer })
    const { consumed, codes, scanLayers } = recording
    if (!(consumed >= 0 && consumed <= message.length)) {
      throw new Error(`${protocol.name}: consumed ${consumed} of ${message.length} bytes`)
    }
    for (const code of codes) {
      if (!(Number.isInteger(code) && code >= 0 && code <= 0xffff)) {
        throw new Error(`${protocol.name}: code ${code}`)
      }
      if (!protocol.operation?.(code).name) throw new Error(`${protocol.name}: no name: ${code}`)
    }
    if (recording.scanned === scan.silent && !isSilent(recording, protocol, message.length)) {
      throw new Error(`${protocol.name}: its scan called silent what says something`)
    }
    const unlisted = scanLayers.find((layer) => layer.endsWith('is not listed'))
    if (unlisted !== undefined) throw new Error(`${protocol.name}: ${unlisted}`)
  }
}

/** What the engine leaves out for a silent payload must not be missed. */
function isSilent(recording: Recording, protocol: Protocol, length: number): boolean {
  const { facts, bindings, events, oddities, layers, consumed } = recording
  const isSaid = facts.length + bindings.length + events.length + oddities.length > 0
  return !isSaid && layers.every((name) => name === protocol.name) && consumed === length
}

function changed(sample: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = sample.slice(0, random(4) === 0 ? random(sample.length + 1) : sample.length)
  for (let count = random(4); count >= 0 && bytes.length > 0; count -= 1) {
    const at = random(bytes.length)
    bytes[at] = random(3) === 0 ? ([0, 0xff, 0x7f, 0x80, 1][random(5)] as number) : random(256)
  }
  return bytes
}

/** Xorshift, so that a failure can be repeated. */
function dice(seed: number): (below: number) => number {
  let state = seed | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function keeper(
  notes: Map<string, string>,
): Recorder & Pick<Recording, 'facts' | 'bindings' | 'events' | 'layers' | 'oddities' | 'clocks'> {
  const facts: Recording['facts'] = []
  const bindings: Recording['bindings'] = []
  const events: Recording['events'] = []
  const layers: string[] = []
  const oddities: string[] = []
  const clocks: number[] = []
  return {
    facts,
    clocks,
    bindings,
    events,
    layers,
    oddities,
    // As the engine does: blanks and NULs at the ends do not count, empty values are ignored.
    fact(name, value, about = 'sender') {
      const text = value.replace(/^[\s\0]+|[\s\0]+$/g, '')
      if (text !== '') facts.push({ name, value: text, about })
    },
    binding(mac, ip) {
      bindings.push({ mac, ip })
    },
    event(name, detail) {
      events.push({ name, detail })
    },
    clock(statedS) {
      clocks.push(statedS)
    },
    layer(protocol) {
      layers.push(protocol)
    },
    oddity(name) {
      oddities.push(name)
    },
    remember(key, note) {
      notes.set(key, note)
    },
    recall(key) {
      return notes.get(key)
    },
  }
}

/** Bytes from pieces: numbers are one byte each, texts are UTF-8. */
export function bytesOf(...pieces: readonly (number | string | Uint8Array | readonly number[])[]) {
  const bytes: number[] = []
  for (const piece of pieces) {
    if (typeof piece === 'number') bytes.push(piece)
    else if (typeof piece === 'string') bytes.push(...utf8Bytes(piece))
    else bytes.push(...piece)
  }
  return Uint8Array.from(bytes)
}

/** Bytes from hexadecimal digits; blanks are skipped. */
export function fromHex(text: string): Uint8Array {
  const digits = text.replace(/[^0-9a-f]/gi, '')
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  )
}

function utf8Bytes(text: string): number[] {
  return Array.from(unescapedUtf8(text), (character) => character.charCodeAt(0))
}

/** The text with one character per UTF-8 byte. */
function unescapedUtf8(text: string): string {
  return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
}
