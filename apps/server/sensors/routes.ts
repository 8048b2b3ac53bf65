// SPDX-License-Identifier: EUPL-1.2
import { sensorRoutes } from '@schouw/contract'
import { uplinkLimits } from '@schouw/core/capture/uplink'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { Bounds } from '../report-points/bounds.ts'
import type { Storage } from '../storage/storage.ts'
import { setSensor, takeBeat } from './beats.ts'
import { enrol, makeCode, revoke, withdrawCode } from './enrolment.ts'
import { listSensors } from './listing.ts'
import { type Speaker, type Spoken, speakerOf } from './speaking.ts'
import { takeBatch } from './taking.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
  /** Where sensors reach the server. */
  readonly origin: () => string
}

/** Sensors at the sites: who lets them in, what they bring, how they are. */
export async function servedSensors(app: FastifyInstance, around: Around): Promise<void> {
  keeping(app, around)
  enrolling(app, around)
  await app.register(async (inner) => {
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: uplinkLimits.packedBytes },
      (_request, bytes, done) => done(null, bytes),
    )
    speaking(inner, around)
  })
}

function keeping(app: FastifyInstance, { storage, clock, origin }: Around): void {
  serveRoute(app, sensorRoutes.listSensors, { clock }, async ({ caller }) => ({
    status: 200,
    body: await listSensors(storage, caller.tenant, clock()),
  }))
  serveRoute(app, sensorRoutes.makeSensorCode, { clock }, async ({ caller, body }) => {
    const { tenant, actor } = caller
    const made = await makeCode(storage, { tenant, ...body, by: actor.person, now: clock() })
    if ('no' in made) return made
    return { ...made, body: { ...(made.body as object), hub: origin() } }
  })
  serveRoute(app, sensorRoutes.withdrawSensorCode, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    const isOver =
      isId(id) && (await storage.write(caller.tenant, (db) => withdrawCode(db, id, clock())))
    return isOver ? { status: 204 } : no('not-found')
  })
  serveRoute(app, sensorRoutes.revokeSensor, { clock }, async ({ caller, params, body }) => {
    const { id = '' } = params
    const by = caller.actor.person
    const asked = { id, by, reason: body.reason, now: clock() }
    const isOver = isId(id) && (await revoke(storage, caller.tenant, asked))
    return isOver ? { status: 204 } : no('not-found')
  })
  serveRoute(app, sensorRoutes.setSensor, { clock }, async ({ caller, params, body }) => {
    const { id = '' } = params
    if (!isId(id)) return no('not-found')
    const { tenant, actor } = caller
    return setSensor(storage, { tenant, id, by: actor.person, ...body })
  })
}

function enrolling(app: FastifyInstance, { storage, clock }: Around): void {
  // A code has 256 bits: this keeps the try cheap, not the guess improbable.
  const perAddress = new Bounds({ most: 10, perMinute: 10 })
  const all = new Bounds({ most: 120, perMinute: 120 })
  serveRoute(app, sensorRoutes.enrolSensor, { clock }, async ({ body, request }) => {
    const at = performance.now()
    if (!perAddress.pass(request.ip, at) || !all.pass('all', at)) {
      return no('too-many-requests', { waitSeconds: 60 })
    }
    const { code, public_key, signature } = body
    return enrol(storage, { code, publicKey: public_key, signature, now: clock() })
  })
}

function speaking(app: FastifyInstance, { storage, clock }: Around): void {
  // Before anything is looked up: whoever knows an address and has no key costs next to nothing. A
  // sensor that was away for a day catches up within minutes.
  const perAddress = new Bounds({ most: 600, perMinute: 600 })
  const heard = async (
    what: Spoken['what'],
    params: Readonly<Record<string, string>>,
    request: FastifyRequest,
  ): Promise<{ readonly refused: Answer } | { readonly speaker: Speaker; bytes: Uint8Array }> => {
    const { address = '', sequence, number = sequence ?? '' } = params
    if (!perAddress.pass(`${request.ip} ${address}`, performance.now())) {
      return { refused: no('too-many-requests', { waitSeconds: 10 }) }
    }
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
    const signature = request.headers['schouw-signature']
    const spoken = { what, address, number, bytes, signature: String(signature ?? '') }
    const speaker = await speakerOf(storage, spoken)
    return speaker === undefined ? { refused: no('link-refused') } : { speaker, bytes }
  }
  serveRoute(app, sensorRoutes.deliverBatch, { clock }, async ({ params, request }) => {
    const came = await heard('batch', params, request)
    if ('refused' in came) return came.refused
    const taken = await takeBatch(storage, came.speaker, came.bytes, clock())
    if (taken.ok) {
      const status = taken.value === 'taken' ? 201 : 200
      return { status, body: { state: taken.value } }
    }
    if (taken.refusal !== 'batch-refused') return no(taken.refusal)
    const { line, expected } = taken.facts
    const error = { code: taken.refusal, path: `/${line}`, expected: String(expected) }
    return no('body-refused', { errors: [error] })
  })
  serveRoute(app, sensorRoutes.beatOfSensor, { clock }, async ({ params, request }) => {
    const came = await heard('beat', params, request)
    if ('refused' in came) return came.refused
    const answer = await takeBeat(storage, came.speaker, came.bytes, clock)
    if (answer !== undefined) return { status: 200, body: answer }
    return no('body-refused', { errors: [{ code: 'body-refused', path: '' }] })
  })
}
