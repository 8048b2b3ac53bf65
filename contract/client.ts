// SPDX-License-Identifier: EUPL-1.2
/**
 * The one client of the interface over HTTP, typed by its declarations; for the web and for
 * programs. Carries no schemas at run time: what an answer holds is what the server vouches for.
 */
import type { KindName } from '@schouw/core/registers'
import type { DoneBody } from './bodies.ts'
import type { AnswerOf, BodyOf, CallName, QueryOf } from './calls.ts'
import type { RecordBody, RecordOf } from './kind.ts'
import { plurals } from './plurals.ts'
import type { ProblemBody } from './problem.ts'

export type { AnswerOf, BodyOf, CallName, QueryOf } from './calls.ts'
export type { RecordBody, RecordOf } from './kind.ts'
export { type OwnBlock, type OwnKind, ownWork } from './own-work.ts'
export { kindOfPlural, plurals } from './plurals.ts'
export type { ProblemBody } from './problem.ts'

/** The server answered, and its answer is no. */
export class Problem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.title)
    this.name = 'Problem'
    this.body = body
  }
}

/** Nobody answered: whether the request came through is not known. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

export interface ClientOptions {
  /** Where the server is; the origin of the page when absent. */
  readonly base?: string
  readonly fetch?: typeof globalThis.fetch
  /** A personal or machine token; without one the cookie of the session is used. */
  readonly token?: string
  /** What a question was answered already, by its path with what is asked; undefined is asked. */
  readonly answered?: (method: string, path: string) => unknown
}

interface Given {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly signal?: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
}

export type Asked<Name extends CallName> = Omit<Given, 'query' | 'body'> & {
  readonly query?: QueryOf<Name>
  readonly body?: BodyOf<Name>
}

/** Of a list; `filter` as in `state:eq:active`. */
export interface ListAsked {
  readonly limit?: number
  readonly cursor?: string
  readonly sort?: string
  readonly filter?: readonly string[]
  readonly q?: string
  readonly fields?: string
  readonly as_of?: string
  readonly retired?: 'no' | 'yes' | 'only'
}

export interface ListBody<Name extends KindName> {
  readonly items: readonly RecordOf<Name>[]
  readonly next: string | null
  readonly as_of: number
}

export interface HistoryItem {
  readonly index: number
  readonly version: number
  readonly action: string
  readonly at: string
  readonly by: string
  readonly state?: string
  readonly set?: Readonly<Record<string, unknown>>
  readonly cleared?: readonly string[]
  readonly erased?: readonly string[]
  /** Null where it ended. */
  readonly approval?: { readonly at: string; readonly by: string } | null
  readonly second?: { readonly at: string; readonly by: string }
  readonly reason?: string
}

/** A change that the server has, or has put before a second person. */
export type Done = DoneBody

/** An act on one record; its version guards against overwriting what somebody else did. */
export interface Act {
  readonly kind: KindName
  readonly id: string
  readonly version: number
}

export function client(options: ClientOptions = {}) {
  const { base = '', token, fetch = globalThis.fetch.bind(globalThis) } = options

  async function send(method: string, path: string, given: Given): Promise<unknown> {
    const known = options.answered?.(method, path + queryText(given.query))
    if (known !== undefined) return known
    const isJson = given.body !== undefined && isPlain(given.body)
    const headers: Record<string, string> = {
      accept: 'application/json',
      ...(isJson ? { 'content-type': 'application/json' } : {}),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...given.headers,
    }
    const body = isJson
      ? JSON.stringify(given.body)
      : (given.body as Blob | ArrayBuffer | undefined)
    let response: Response
    try {
      response = await fetch(`${base}${path}${queryText(given.query)}`, {
        method,
        headers,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body }),
        ...(given.signal === undefined ? {} : { signal: given.signal }),
      })
    } catch (error) {
      if (given.signal?.aborted === true) throw error
      throw new Unreachable(error)
    }
    if (!response.ok) throw new Problem(await problemOf(response))
    if (response.status === 204) return undefined
    const type = response.headers.get('content-type') ?? ''
    return type.startsWith('application/json') ? response.json() : response.blob()
  }

  const at = (kind: KindName, rest = '') => `/api/v1/${plurals[kind]}${rest}`
  const act = async ({ kind, id, version }: Act, rest: string, body: unknown) =>
    (await send(rest === '' ? 'PATCH' : 'POST', at(kind, `/${id}${rest}`), {
      body,
      headers: { 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() },
    })) as Done

  return {
    call: async <Name extends CallName>(name: Name, given: Asked<Name> = {}) => {
      const [method = 'GET', path = ''] = name.split(' ')
      const full = path.replaceAll(/\{(\w+)\}/g, (_, part: string) =>
        encodeURIComponent(given.params?.[part] ?? ''),
      )
      return (await send(method, full, given as Given)) as AnswerOf<Name>
    },
    list: async <Name extends KindName>(kind: Name, query: ListAsked = {}, signal?: AbortSignal) =>
      (await send('GET', at(kind), {
        query: { ...query },
        ...(signal === undefined ? {} : { signal }),
      })) as ListBody<Name>,
    get: async <Name extends KindName>(kind: Name, id: string, asOf?: string) =>
      (await send('GET', at(kind, `/${id}`), { query: { as_of: asOf } })) as RecordOf<Name>,
    create: async (kind: KindName, values: unknown, state?: string) =>
      (await send('POST', at(kind), {
        body: { values, ...(state === undefined ? {} : { state }) },
        headers: { 'idempotency-key': crypto.randomUUID() },
      })) as Done,
    change: (on: Act, values: unknown) => act(on, '', { values }),
    move: (on: Act, to: string, reason?: string) =>
      act(on, '/moves', { to, ...(reason === undefined ? {} : { reason }) }),
    retire: (on: Act, reason: string) => act(on, '/retire', { reason }),
    reinstate: (on: Act, reason: string) => act(on, '/reinstate', { reason }),
    approve: (on: Act, pending: string) => act(on, '/approve', { pending }),
    decline: (on: Act, pending: string, reason: string) => act(on, '/decline', { pending, reason }),
    history: async (kind: KindName, id: string, cursor?: string) =>
      (await send('GET', at(kind, `/${id}/history`), { query: { cursor } })) as {
        readonly items: readonly HistoryItem[]
        readonly next: string | null
      },
    pending: async (kind: KindName, id: string) =>
      (await send('GET', at(kind, `/${id}/pending`), {})) as {
        readonly items: readonly {
          readonly pending: string
          readonly version: number
          readonly act: Readonly<Record<string, unknown>>
          readonly asked: { readonly at: string; readonly by: string }
          readonly approvers: readonly string[]
          readonly fields: readonly string[]
        }[]
      },
    proof: (kind: KindName, id: string) => send('GET', at(kind, `/${id}/proof`), {}),
  }
}

export type Client = ReturnType<typeof client>
export type AnyRecord = RecordBody

function isPlain(body: unknown): boolean {
  return (
    !(body instanceof Blob) &&
    !(body instanceof ArrayBuffer) &&
    !(body instanceof FormData) &&
    typeof body !== 'string'
  )
}

/** As `list` asks it. */
export function pathOfList(kind: KindName, asked: ListAsked): string {
  return `/api/v1/${plurals[kind]}${queryText({ ...asked })}`
}

function queryText(query: Given['query']): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [name, String(one)]),
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** What stands before the server, a proxy say, may answer in its own way. */
async function problemOf(response: Response): Promise<ProblemBody> {
  const { status } = response
  const told: unknown = await response.json().catch(() => undefined)
  if (typeof told === 'object' && told !== null && 'code' in told) return told as ProblemBody
  return { type: 'about:blank', title: String(status), status, code: 'fault', instance: '' }
}
