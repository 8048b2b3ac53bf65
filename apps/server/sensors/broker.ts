// SPDX-License-Identifier: EUPL-1.2
// Batches and beats out of NATS JetStream, for large fleets and for sites with a leaf node. The
// broker is trusted with nothing: every batch says by its signature whose it is, a number counts once,
// and a sensor lets go of a batch only when the hub has signed that its database has it.
import { readFileSync } from 'node:fs'
import { type JsMsg, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect, credsAuthenticator, type Msg, type NatsConnection } from '@nats-io/transport-node'
import type { Storage } from '../storage/storage.ts'
import { takeBeat } from './beats.ts'
import { hubKeyPurpose } from './enrolment.ts'
import { sha256, signed } from './keys.ts'
import { type Speaker, speakerOf } from './speaking.ts'
import { takeBatch } from './taking.ts'

export interface BrokerSettings {
  /** `nats://host:4222`, several with commas. */
  readonly servers: string
  /** A file of credentials. */
  readonly credentials: string | undefined
}

interface Around {
  readonly storage: Storage
  readonly clock: () => string
  readonly log: { warn(facts: object, text: string): void }
}

const stream = 'SCHOUW_UP'
const consumer = 'schouw-hub'
const secondNs = 1_000_000_000
/** Nobody has said within it that it was taken: it comes again. */
const ackWaitNs = 30 * secondNs
/** What the hub may be behind; beyond it the broker takes nothing and sensors keep it themselves. */
const mostBytes = 1024 * 1024 * 1024
/** The database is away, or asked too much. */
const againMs = 5_000
const inFlight = 16
/** A broker that came back without its disk has no stream: it is made anew. */
const untilGone = { abort_on_missing_resource: true }

export interface Broker {
  stop(): Promise<void>
}

/** Goes on until it is stopped, through every absence of the broker. */
export async function listenToBroker(
  settings: BrokerSettings,
  around: Around,
  signal: AbortSignal,
): Promise<Broker | undefined> {
  const connection = await connected(settings, around, signal)
  if (connection === undefined) return undefined
  answerBeats(connection, around)
  const going = keepTaking(connection, around, signal)
  return {
    stop: async () => {
      await connection.close()
      await going
    },
  }
}

/** Undefined when it was stopped before there was a broker to speak to. */
async function connected(
  { servers, credentials }: BrokerSettings,
  { log }: Around,
  signal: AbortSignal,
): Promise<NatsConnection | undefined> {
  const authenticator =
    credentials === undefined
      ? {}
      : { authenticator: credsAuthenticator(readFileSync(credentials)) }
  while (!signal.aborted) {
    try {
      return await connect({
        ...{ servers: servers.split(','), name: 'schouw hub', timeout: 5_000 },
        ...{ maxReconnectAttempts: -1, reconnectTimeWait: 1_000, ...authenticator },
      })
    } catch (fault) {
      log.warn({ error: String(fault) }, 'the broker does not answer')
      await soon()
    }
  }
  return undefined
}

async function soon(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_000).unref())
}

/** The queue group: of several servers on one database one answers. */
function answerBeats(connection: NatsConnection, { storage, clock, log }: Around): void {
  connection.subscribe('schouw.beat.*.*', {
    queue: consumer,
    callback: (fault, message) => {
      if (fault !== null) return
      const answer = async () => {
        const spoken = spokenIn('beat', message)
        const speaker = await speakerOf(storage, spoken)
        const told = speaker && (await takeBeat(storage, speaker, spoken.bytes, clock))
        message.respond(told === undefined ? '' : JSON.stringify(told))
      }
      answer().catch((error) => log.warn({ error: String(error) }, 'a beat was not taken'))
    },
  })
}

async function keepTaking(
  connection: NatsConnection,
  around: Around,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await standing(connection)
      const own = await jetstream(connection).consumers.get(stream, consumer)
      const messages = await own.consume({ max_messages: inFlight, ...untilGone })
      const end = () => void messages.close()
      signal.addEventListener('abort', end, { once: true })
      for await (const message of messages) await take(connection, around, message)
      signal.removeEventListener('abort', end)
    } catch (fault) {
      if (signal.aborted) return
      around.log.warn({ error: String(fault) }, 'the broker does not answer')
      await soon()
    }
  }
}

/** Made where they are not, also when a broker came back without its disk. */
async function standing(connection: NatsConnection): Promise<void> {
  const manager = await jetstreamManager(connection)
  await manager.streams.info(stream).catch(() =>
    manager.streams.add({
      ...{ name: stream, subjects: ['schouw.up.*.*'], retention: 'workqueue', storage: 'file' },
      // Full is told to who sends, who keeps it: nothing that was taken is thrown away.
      ...{ discard: 'new', max_bytes: mostBytes, duplicate_window: 120 * secondNs },
    }),
  )
  await manager.consumers.add(stream, {
    ...{ durable_name: consumer, ack_policy: 'explicit', ack_wait: ackWaitNs },
    ...{ max_ack_pending: inFlight * 4, max_deliver: -1 },
  })
}

async function take(connection: NatsConnection, around: Around, message: JsMsg): Promise<void> {
  const { storage, clock, log } = around
  try {
    const spoken = spokenIn('batch', message)
    const speaker = await speakerOf(storage, spoken)
    // Whoever wrote it has no key that stands: it would be no other tomorrow.
    if (speaker === undefined) return message.term('not signed by a sensor that stands')
    const taken = await takeBatch(storage, speaker, spoken.bytes, clock())
    const state = taken.ok ? 'there' : taken.refusal === 'batch-refused' ? 'never' : 'refused'
    connection.publish(`schouw.down.${speaker.address}`, receipt(storage, speaker, state))
    if (taken.ok) message.ack()
    else message.term(taken.refusal)
  } catch (fault) {
    log.warn({ error: String(fault) }, 'a batch waits')
    message.nak(againMs)
  }
}

function spokenIn<What extends 'batch' | 'beat'>(
  what: What,
  { subject, data, headers }: Pick<Msg, 'subject' | 'data'> & Pick<JsMsg | Msg, 'headers'>,
) {
  const address = subject.split('.').slice(2).join('.')
  const number = headers?.get('schouw-number') ?? ''
  const signature = headers?.get('schouw-signature') ?? ''
  return { what, address, number, signature, bytes: data }
}

function receipt(storage: Storage, { address, sensor, number, digest }: Speaker, state: string) {
  const text = JSON.stringify({ number, digest, state })
  const key = storage.secrets.unseal(hubKeyPurpose, sensor.sealed_hub_key)
  const said = { what: 'receipt', address, number, digest: sha256(text) } as const
  return JSON.stringify({ text, signature: signed(key, said) })
}
