// SPDX-License-Identifier: EUPL-1.2
// A sensor as the hub meets it: its own key, its numbers, its batches.
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type Said, statement } from '@schouw/core/capture/uplink'
import type { FastifyInstance } from 'fastify'
import { type Asked, ask } from '../../http/testing/requests.ts'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

export interface Keys {
  readonly privateKey: KeyObject
  readonly publicKey: Buffer
}

export function newKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }) }
}

export function signatureOf({ privateKey }: Keys, said: Said): string {
  return sign(null, Buffer.from(statement(said)), privateKey).toString('base64')
}

export function enrolment(code: string, keys: Keys, signer: Keys = keys) {
  const digest = sha256(keys.publicKey)
  const said = { what: 'enrolment', address: sha256(code), number: 0, digest } as const
  return {
    code,
    public_key: keys.publicKey.toString('base64'),
    signature: signatureOf(signer, said),
  }
}

export function packed(lines: readonly unknown[], head?: unknown): Buffer {
  const first = head ?? { schema: 'schouw/sightings/1', captures: [] }
  return gzipSync([first, ...lines].map((line) => JSON.stringify(line)).join('\n'))
}

export class TestSensor {
  readonly #app: FastifyInstance
  readonly keys: Keys
  readonly address: string

  constructor(app: FastifyInstance, address: string, keys: Keys) {
    this.#app = app
    this.keys = keys
    this.address = address
  }

  get id(): string {
    return this.address.split('.')[1] ?? ''
  }

  batch(number: number, bytes: Buffer, more: Partial<Said> = {}, address = this.address) {
    return ask(this.#app, this.#asked('batch', 'batches', { number, bytes, more, address }))
  }

  beat(number: number, beat: unknown) {
    const bytes = Buffer.from(JSON.stringify(beat))
    return ask(
      this.#app,
      this.#asked('beat', 'beats', { number, bytes, more: {}, address: this.address }),
    )
  }

  #asked(
    what: 'batch' | 'beat',
    path: string,
    given: { number: number; bytes: Buffer; more: Partial<Said>; address: string },
  ): Asked {
    const { number, bytes, more, address } = given
    const said = { what, address: this.address, number, digest: sha256(bytes), ...more }
    return {
      method: 'PUT',
      url: `/api/v1/sensors/${address}/${path}/${number}`,
      raw: bytes,
      headers: {
        'content-type': 'application/gzip',
        'schouw-signature': signatureOf(this.keys, said),
      },
    }
  }
}

let card = 0

/** Two devices that talk, each with something to know it by. */
export function talk(ips: readonly [string, string], packets = 10): readonly unknown[] {
  card += 1
  const assets = ips.map((ip, at) => assetAt(ip, `02:00:00:00:${hex(card)}:0${at}`))
  return [...assets.map((asset) => ({ asset })), conversationOf(ips, packets)]
}

const hex = (value: number) => value.toString(16).padStart(2, '0')

export function assetAt(ip: string, mac?: string, more: Readonly<Record<string, unknown>> = {}) {
  const macs = mac === undefined ? [] : [mac]
  return { id: `asset ${ip}`, parent: null, macs, ipv4: [ip], ipv6: [], external: false, ...more }
}

export function conversationOf(ips: readonly [string, string], packets = 10) {
  return {
    conversation: {
      ...{ from: `asset ${ips[0]}`, to: `asset ${ips[1]}`, transport: 'tcp', port: 102 },
      ...{ protocol: 's7comm', protocol_basis: 'decoded', direction_basis: 'handshake' },
      ...{ connections: 1, unanswered: 0, packets_to_server: packets, packets_to_client: packets },
      ...{ bytes_to_server: 100, bytes_to_client: 100, frame: { capture: 'a.pcap', frame: 3 } },
      ...{ first: '2026-11-03T10:00:00.000Z', last: '2026-11-03T10:01:00.000Z' },
      operations: [{ name: 'read', effect: 'read', count: packets, frames: [] }],
    },
  }
}

export function beatAt(sent: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    ...{ schema: 'schouw/beat/1', sent_at: sent, started_at: '2026-11-01T00:00:00.000Z' },
    ...{ version: '0.1.0', source: 'stream', memory_bytes: 9e7, cpu_ms: 1200, clock: null },
    captured: {
      ...{ packets: 10, bytes: 900, filtered: 0, over_limit: 0, left_out: 0, unreadable: 0 },
      last_packet_at: sent,
    },
    spool: {
      ...{ waiting: 0, bytes: 0, most_bytes: 2 ** 28, lost: 0, refused: 0 },
      oldest_at: null,
    },
    settings: { version: 0, refused: null },
    ...more,
  }
}
