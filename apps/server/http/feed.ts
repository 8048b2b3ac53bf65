// SPDX-License-Identifier: EUPL-1.2
import type { ServerResponse } from 'node:http'
import { kind as kindOf, may } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import type { Storage } from '../storage/storage.ts'
import { no, send } from './answer.ts'
import type { Authenticate, Caller } from './caller.ts'
import { callerOf } from './guard.ts'
import { Refused } from './problems.ts'
import { type Happened, happenedBetween } from './reading/entries.ts'
import { logSize } from './reading/moment.ts'
import { shown } from './registers/call.ts'

/** Entries looked at in one go. */
const mostEntries = 500
/** Streams of one organisation, at most; each costs a connection. */
const mostStreams = 500
/** What is written and not read of a stream. */
const mostUnreadBytes = 1 << 20
/** How often something is said even when nothing happens, so that proxies keep the line open. */
const beatMs = 15_000
/** How often a database that other servers write to is asked for news. */
const askMs = 1_000
/** How often our own process is. It costs nothing. */
const lookMs = 100

/**
 * How long somebody is taken to be still in without being asked again. Asking costs the database
 * more than all the rest, and two hundred people in a room are asked at every line.
 */
const trustMs = 3_000
/** What decides who may read: when one of these changed, everybody is asked again at once. */
const deciding: ReadonlySet<string> = new Set(['person', 'appointment', 'process', 'organisation'])

interface Stream {
  readonly caller: Caller
  readonly request: Parameters<Authenticate>[0]
  readonly out: ServerResponse
  next: number
  /** Kinds whose records come along, so that nobody has to ask for each. */
  readonly whole: ReadonlySet<string>
  isBusy: boolean
  /** Who it was when last asked, and when that was, by `performance.now()`. */
  known: { readonly caller: Caller; readonly at: number } | undefined
}

interface News {
  readonly happened: readonly Happened[]
  readonly to: number
}

/**
 * Server-sent events: which records changed, for screens that are open. An event names the record
 * and its version, and only to whoever may read it; what is new in it is asked for as usual.
 */
export class Feed {
  readonly #storage: Storage
  readonly #clock: () => string
  readonly #authenticate: Authenticate
  readonly #streams = new Set<Stream>()
  #timers: readonly NodeJS.Timeout[] = []

  constructor(options: {
    readonly storage: Storage
    readonly clock: () => string
    readonly authenticate: Authenticate
  }) {
    this.#storage = options.storage
    this.#clock = options.clock
    this.#authenticate = options.authenticate
  }

  get count(): number {
    return this.#streams.size
  }

  isFull(tenant: string): boolean {
    return [...this.#streams].filter(({ caller }) => caller.tenant === tenant).length >= mostStreams
  }

  add(stream: Omit<Stream, 'isBusy' | 'known'>): void {
    const added: Stream = { ...stream, isBusy: false, known: undefined }
    this.#streams.add(added)
    added.out.on('close', () => {
      this.#streams.delete(added)
      if (this.#streams.size === 0) this.#rest()
    })
    added.out.on('error', () => added.out.destroy())
    // Whoever closes the half of the line that sends will not read the other for long.
    added.out.socket?.once('end', () => added.out.destroy())
    if (this.#timers.length === 0) this.#wake()
  }

  close(): void {
    this.#rest()
    for (const { out } of this.#streams) out.end()
  }

  #wake(): void {
    const isShared = this.#storage.engine.name === 'postgres'
    this.#timers = [
      setInterval(() => this.#look(), isShared ? askMs : lookMs),
      setInterval(() => this.#beat(), beatMs),
    ]
  }

  #rest(): void {
    for (const timer of this.#timers) clearInterval(timer)
    this.#timers = []
  }

  #beat(): void {
    for (const { out } of this.#streams) out.write(': \n\n')
  }

  #look(): void {
    // Two hundred people in one room are at the same place: what happened is read once.
    const reads = new Map<string, Promise<News>>()
    for (const stream of this.#streams) {
      if (stream.isBusy) continue
      stream.isBusy = true
      this.#tell(stream, reads)
        // Read again with the next look; a stream that stays silent is told by the beat.
        .catch(() => {})
        .finally(() => {
          stream.isBusy = false
        })
    }
  }

  #news(tenant: string, next: number, reads: Map<string, Promise<News>>): Promise<News> {
    const place = `${tenant} ${next}`
    const found =
      reads.get(place) ??
      this.#storage.read(tenant, async (db) => {
        const to = Math.min(await logSize(db), next + mostEntries)
        return { happened: await happenedBetween(db, next, to), to }
      })
    reads.set(place, found)
    return found
  }

  /** Who was sent away since the stream began is told nothing more. */
  async #asked(stream: Stream, isDecided: boolean): Promise<Caller | undefined> {
    const now = performance.now()
    if (!isDecided && stream.known !== undefined && now - stream.known.at < trustMs) {
      return stream.known.caller
    }
    const caller = await Promise.resolve(this.#authenticate(stream.request)).catch((error) => {
      if (error instanceof Refused) return undefined
      throw error
    })
    stream.known = caller === undefined ? undefined : { caller, at: now }
    return caller
  }

  async #tell(stream: Stream, reads: Map<string, Promise<News>>): Promise<void> {
    const { caller, out } = stream
    const { tenant } = caller
    const isShared = this.#storage.engine.name === 'postgres'
    if (!isShared && (await this.#storage.log(tenant)).head.size <= stream.next) return
    const { happened, to } = await this.#news(tenant, stream.next, reads)
    const isDecided = happened.some(({ kind }) => deciding.has(kind.name))
    const still = await this.#asked(stream, isDecided)
    if (still === undefined || still.tenant !== tenant) {
      out.end()
      return
    }
    const now = this.#clock()
    for (const { index, header, kind, record } of happened) {
      const asked = { actor: still.actor, action: 'read', kind, record, now } as const
      if (!may(asked).allowed) continue
      const [, action] = header.type.split('.')
      // What is told later may be of a version from before something was withheld.
      const isWhole = stream.whole.has(kind.name) && kind.withholds === undefined
      const whole = isWhole ? shown({ caller: still, kind, now }, record) : null
      const data = {
        ...{ index, kind: kind.name, id: record.id, action, version: record.version },
        ...(whole === null ? {} : { values: whole.values, by: record.created.by }),
      }
      out.write(`id: ${index}\nevent: change\ndata: ${JSON.stringify(data)}\n\n`)
    }
    // Who does not read is sent away, and asks for what it missed when it comes back.
    if (out.writableLength > mostUnreadBytes) out.destroy()
    stream.next = Math.max(stream.next, to)
  }
}

export function feedRoute(
  app: FastifyInstance,
  { storage, feed }: { readonly storage: Storage; readonly feed: Feed },
): void {
  app.get<{ Querystring: { with?: unknown } }>('/api/v1/changes', async (request, reply) => {
    const caller = callerOf(request)
    const whole = wholeKinds(request.query.with)
    if (whole === undefined) {
      return send(
        reply,
        no('query-refused', { errors: [{ code: 'query-refused', path: '/with' }] }),
      )
    }
    if (feed.isFull(caller.tenant)) return send(reply, no('too-many-requests'))
    const last = request.headers['last-event-id']
    const isPlace = typeof last === 'string' && /^\d{1,15}$/.test(last)
    if (last !== undefined && !isPlace) {
      const errors = [{ code: 'header-refused', path: '/last-event-id' }]
      return send(reply, no('header-refused', { errors }))
    }
    const { size } = (await storage.log(caller.tenant)).head
    const next = isPlace ? Math.min(Number(last) + 1, size) : size
    reply.hijack()
    const out = reply.raw
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) out.setHeader(name, value)
    }
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'close',
    })
    out.write(`retry: 2000\n: from ${next}\n\n`)
    feed.add({ caller, request: { headers: request.headers }, out, next, whole })
    return reply
  })
}

/** `with=incident-log-entry,…`; undefined when it names what is no register. */
function wholeKinds(given: unknown): ReadonlySet<string> | undefined {
  if (given === undefined) return new Set()
  if (typeof given !== 'string') return undefined
  const names = given.split(',')
  return names.every((name) => kindOf(name) !== undefined) ? new Set(names) : undefined
}
