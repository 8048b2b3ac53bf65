// SPDX-License-Identifier: EUPL-1.2
// Through NATS JetStream. That the stream has a batch is not enough: the spool keeps it until the hub
// says, signed, that its database has it, so that a broker may lose its disk and nothing is lost.
import { readFileSync } from 'node:fs'
import { jetstream } from '@nats-io/jetstream'
import { connect, credsAuthenticator, headers, type NatsConnection } from '@nats-io/transport-node'
import { type Enrolled, isOfHub, sha256, signatureOf } from '../identity.ts'
import type { Batch } from '../spool/spool.ts'
import { beatAnswerIn } from './https.ts'
import type { BeatAnswer, Delivered, Hub, Receipt } from './hub.ts'

export interface NatsOptions {
  readonly servers: string
  readonly credentials?: string | undefined
  /** Of the hub, where this server is a leaf with streams of its own. */
  readonly domain?: string | undefined
}

const waitMs = 5_000

export class NatsHub implements Hub {
  readonly #identity: Enrolled
  readonly #connection: NatsConnection
  readonly #stream: ReturnType<typeof jetstream>

  private constructor(identity: Enrolled, connection: NatsConnection, domain: string | undefined) {
    this.#identity = identity
    this.#connection = connection
    this.#stream = jetstream(connection, domain === undefined ? {} : { domain })
  }

  /** Waits for a server that is not there yet, as long as it takes. */
  static async open(identity: Enrolled, options: NatsOptions): Promise<NatsHub> {
    const { servers, credentials, domain } = options
    const connection = await connect({
      ...{ servers: servers.split(','), name: `schouw sensor ${identity.address}` },
      ...{ maxReconnectAttempts: -1, waitOnFirstConnect: true, reconnectTimeWait: 1_000 },
      ...(credentials === undefined
        ? {}
        : { authenticator: credsAuthenticator(readFileSync(credentials)) }),
    })
    return new NatsHub(identity, connection, domain)
  }

  /** Told of every receipt that the hub has signed; others are nothing. */
  onReceipt(tell: (receipt: Receipt) => void): void {
    const { address } = this.#identity
    this.#connection.subscribe(`schouw.down.${address}`, {
      callback: (fault, message) => {
        const receipt = fault === null ? this.#receiptIn(message.data) : undefined
        if (receipt !== undefined) tell(receipt)
      },
    })
  }

  async deliver({ sequence, body }: Batch): Promise<Delivered> {
    const { address } = this.#identity
    const digest = sha256(body)
    const head = headers()
    const said = { what: 'batch', address, number: sequence, digest } as const
    head.set('schouw-number', String(sequence))
    head.set('schouw-signature', signatureOf(this.#identity, said))
    try {
      const msgID = `${address}.${sequence}.${digest.slice(0, 16)}`
      const terms = { msgID, headers: head, timeout: waitMs }
      await this.#stream.publish(`schouw.up.${address}`, body, terms)
      return { state: 'under-way' }
    } catch (fault) {
      return { state: 'later', why: whyOf(fault) }
    }
  }

  async beat(number: number, text: string): Promise<BeatAnswer | { readonly why: string }> {
    const { address } = this.#identity
    const bytes = Buffer.from(text)
    const said = { what: 'beat', address, number, digest: sha256(bytes) } as const
    const head = headers()
    head.set('schouw-number', String(number))
    head.set('schouw-signature', signatureOf(this.#identity, said))
    try {
      const terms = { timeout: waitMs, headers: head }
      const answer = await this.#connection.request(`schouw.beat.${address}`, bytes, terms)
      const said = Buffer.from(answer.data).toString('utf8')
      return beatAnswerIn(said) ?? { why: said === '' ? 'refused' : 'an answer that is none' }
    } catch (fault) {
      return { why: whyOf(fault) }
    }
  }

  async close(): Promise<void> {
    await this.#connection.close()
  }

  #receiptIn(data: Uint8Array): Receipt | undefined {
    try {
      const told = JSON.parse(Buffer.from(data).toString('utf8')) as Partial<Told>
      const { text = '', signature = '' } = told
      const { number, digest, state } = JSON.parse(text) as Receipt
      const { address } = this.#identity
      const said = { what: 'receipt', address, number, digest: sha256(text) } as const
      return isOfHub(this.#identity, said, signature) ? { number, digest, state } : undefined
    } catch {
      return undefined
    }
  }
}

interface Told {
  readonly text: string
  readonly signature: string
}

function whyOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}
