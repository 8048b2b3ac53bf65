// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { answerBody, type DoneBody, declineBody, moveBody, reasonBody } from '@schouw/contract'
import { may, type RecordVersion, type Refusal, records } from '@schouw/core/registers'
import type { Change, Done, Told } from '../../storage/changes/change.ts'
import { type Answer, no } from '../answer.ts'
import { newId } from '../ids.ts'
import type { ProblemDetail } from '../problems.ts'
import { pendingActs, standing, versionsBelow } from '../reading/one.ts'
import { type Call, etag, isId, shown } from './call.ts'

type Action = Parameters<typeof may>[0]['action']
type Decide = Change['decide']
type Sight = Parameters<Decide>[0]

export async function create(call: Call): Promise<Answer> {
  const { kind, caller } = call
  const { actor } = caller
  const body = membersOf(call.body, ['values', 'state'])
  if ('no' in body) return body
  const { values, state } = body.members
  if (state !== undefined && typeof state !== 'string') return refusedBody('/state')
  const id = newId(call.now)
  const given = state === undefined ? { values } : { values, state }
  return apply(call, id, {
    decide: ({ now, lookup }) => records.create({ kind, id, ...given, actor, now, lookup }),
    pendingId: newId(call.now),
  })
}

export async function change(call: Call): Promise<Answer> {
  const body = membersOf(call.body, ['values'])
  if ('no' in body) return body
  const patch = body.members['values']
  return onStanding(call, 'change', (on) => records.change({ ...on, patch }))
}

export async function move(call: Call): Promise<Answer> {
  const body = moveBody.safeParse(call.body)
  if (!body.success) return refusedBy(body.error)
  const { to, reason } = body.data
  const given = reason === undefined ? { to } : { to, reason }
  return onStanding(call, 'move', (on) => records.move({ ...on, ...given }))
}

export async function retire(call: Call): Promise<Answer> {
  const body = reasonBody.safeParse(call.body)
  if (!body.success) return refusedBy(body.error)
  const { reason } = body.data
  return onStanding(call, 'retire', (on) => records.retire({ ...on, reason }))
}

export async function reinstate(call: Call): Promise<Answer> {
  const body = reasonBody.safeParse(call.body)
  if (!body.success) return refusedBy(body.error)
  const { reason } = body.data
  return onStanding(call, 'retire', (on) => records.reinstate({ ...on, reason }))
}

export async function approve(call: Call): Promise<Answer> {
  const body = answerBody.safeParse(call.body)
  if (!body.success) return refusedBy(body.error)
  return onWaiting(call, body.data.pending, (answer) => records.approve(answer))
}

export async function decline(call: Call): Promise<Answer> {
  const body = declineBody.safeParse(call.body)
  if (!body.success) return refusedBy(body.error)
  const { reason, pending } = body.data
  return onWaiting(call, pending, (answer) => records.decline({ ...answer, reason }))
}

type On = Omit<Parameters<typeof records.change>[0], 'patch'>

/** A step on the version that `If-Match` names. */
async function onStanding(
  call: Call,
  action: Action,
  step: (on: On) => ReturnType<Decide>,
): Promise<Answer> {
  const { kind, id, caller } = call
  const { actor } = caller
  const given = call.headers['if-match']
  if (given === undefined) return no('version-missing')
  const version = Number(/^"(\d{1,9})"$/.exec(String(given))?.[1] ?? Number.NaN)
  if (Number.isNaN(version)) {
    return no('header-refused', { errors: [{ code: 'header-refused', path: '/if-match' }] })
  }
  if (!isId(id)) return no('not-found')
  let isHidden = false
  const answer = await apply(call, id, {
    decide: ({ record, now, lookup }) => {
      const found = record(id)
      isHidden = found?.kind !== kind.name || !isKnownTo(call, action, found)
      if (isHidden) return hidden(action)
      return step({ kind, id, record: found, version, actor, now, lookup })
    },
    pendingId: newId(call.now),
  })
  // A step that is run to see what it asks finds nothing; only what it refused in the end counts.
  const isRefused = 'no' in answer && answer.no === 'not-permitted'
  return isHidden && isRefused ? no('not-found') : answer
}

function hidden(action: Action): ReturnType<Decide> {
  const refusals = [{ code: 'not-permitted', action, because: 'condition' }] as const
  return { ok: false, refusal: 'not-permitted', facts: {}, refusals }
}

/** What somebody may neither see nor touch is not there. */
function isKnownTo(call: Call, action: Action, record: RecordVersion): boolean {
  const { kind, caller, now } = call
  const allowed = may({ actor: caller.actor, action, kind, record, now }).allowed
  return allowed || shown(call, record) !== null
}

type Answering = Parameters<typeof records.approve>[0]

const answering = new Set<string>()

/** The answer of a second person to an act that waits. */
async function onWaiting(
  call: Call,
  name: string,
  step: (answer: Answering) => ReturnType<Decide>,
): Promise<Answer> {
  const { storage, kind, id, caller } = call
  const { actor } = caller
  if (!isId(id) || !isId(name)) return no('not-found')
  // The act is read before the change is put in order: two answers at once would both find it open.
  if (answering.has(name)) return no('already-answered')
  answering.add(name)
  try {
    const [found] = await storage.read(caller.tenant, (db) =>
      pendingActs(db, kind.name, { record: id, pending: name }),
    )
    if (found === undefined) return no('not-found')
    const pending = found.act
    return await apply(call, id, {
      decide: ({ record, now, lookup }: Sight) =>
        step({ kind, pending, record: record(id), actor, now, lookup }),
      pendingId: name,
    })
  } finally {
    answering.delete(name)
  }
}

/** Hands the change to storage and says what came of it. */
async function apply(call: Call, id: string, change: Change): Promise<Answer> {
  const key = call.headers['idempotency-key']
  if (key !== undefined && !(typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key))) {
    return no('header-refused', { errors: [{ code: 'header-refused', path: '/idempotency-key' }] })
  }
  const { tenant, actor } = call.caller
  const asked = JSON.stringify([call.target, call.headers['if-match'] ?? null, call.body])
  // Keys are each person's own: nobody gets the answer to another's request.
  const idempotency =
    key === undefined
      ? {}
      : {
          idempotency: {
            key: `${actor.person}/${key}`,
            digest: createHash('sha256').update(asked).digest(),
          },
        }
  const told = await call.storage.apply(tenant, { ...change, ...idempotency })
  return answerTo(call, id, told)
}

async function answerTo(call: Call, id: string, told: Told): Promise<Answer> {
  if (told.outcome === 'key-reused') return no('idempotency-key-reused')
  if (told.outcome === 'refused') return refusal(call, id, told.step.refusals)
  const { done } = told
  const record = done.record === null ? null : shown(call, done.record)
  const name = done.record?.id ?? (await waitingFor(call, done)) ?? id
  const body: DoneBody = {
    record,
    id: name,
    version: done.record?.version ?? 0,
    others: done.others,
    entries: done.entries,
    pending: done.pending,
  }
  const isWaiting = done.pending !== null && done.entries.length === 0 && isNew(call)
  const isMade = call.id === '' && !isWaiting
  const path = call.target.split(' ')[1] ?? ''
  const headers = {
    ...(done.record === null ? {} : { etag: etag(done.record) }),
    ...(isMade ? { location: `${path}/${name}` } : {}),
    ...(told.outcome === 'repeated' ? { 'idempotency-replayed': 'true' } : {}),
  }
  return { status: isWaiting ? 202 : isMade ? 201 : 200, body, headers }
}

/** Answers to an act that waits leave nothing waiting. */
function isNew({ target }: Call): boolean {
  return !/\/(approve|decline)$/.test(target)
}

/** Of a repeated request for a new record the id is the first one's. */
async function waitingFor(call: Call, { pending }: Done): Promise<string | undefined> {
  if (pending === null) return undefined
  const { storage, caller, kind } = call
  const [found] = await storage.read(caller.tenant, (db) => pendingActs(db, kind.name, { pending }))
  return found?.act.id
}

async function refusal(call: Call, id: string, refusals: readonly Refusal[]): Promise<Answer> {
  const [first] = refusals
  if (first === undefined) throw new Error('a refusal without a reason')
  const errors: readonly ProblemDetail[] = refusals.map((one) => ({ ...one }))
  if (first.code !== 'stale-version') return no(first.code, { errors })
  const { given, current } = first
  const records = await call.storage.read(call.caller.tenant, async (db) => ({
    given: (await versionsBelow(db, id, { version: given + 1, limit: 1 }))[0]?.record,
    current: (await standing(db, call.kind.name, id))?.record,
  }))
  const side = (version: number, record: RecordVersion | undefined) => ({
    version: record?.version ?? version,
    record: record === undefined ? null : shown(call, record),
  })
  const isThere = records.given?.version === given
  const versions = {
    given: isThere ? side(given, records.given) : { version: given, record: null },
    current: side(current, records.current),
  }
  return no('stale-version', { errors, versions })
}

/** The members of a body that may have these and no other; what they hold is the core's to judge. */
function membersOf(
  body: unknown,
  names: readonly string[],
): (Answer & { no: 'body-refused' }) | { readonly members: Readonly<Record<string, unknown>> } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refusedBody('')
  const strange = Object.keys(body).find((name) => !names.includes(name))
  if (strange !== undefined) return refusedBody(`/${strange}`)
  const members = body as Readonly<Record<string, unknown>>
  return members['values'] === undefined ? refusedBody('/values') : { members }
}

function refusedBody(...paths: readonly string[]): Answer & { no: 'body-refused' } {
  return {
    no: 'body-refused',
    parts: { errors: paths.map((path) => ({ code: 'body-refused', path })) },
  }
}

function refusedBy(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[]
}): Answer {
  return refusedBody(
    ...error.issues.map(({ path }) => path.map((one) => `/${String(one)}`).join('')),
  )
}
