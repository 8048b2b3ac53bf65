// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { remote } from '@schouw/core/chain'
import { readSessions, sessionLimits } from '@schouw/formats/sessions'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { serveRoute } from '../http/route.ts'
import { dayIn } from '../identity/roles.ts'
import { recordsOf, timeZone } from '../reading/around.ts'
import { type ChainAround, refusedBody } from './around.ts'
import type { KeptChains } from './kept.ts'
import { keepSessions, sessionsSeen } from './sessions.ts'
import { Steps } from './steps.ts'

/** The register of remote access against what recordings showed, and the review of it. */
export async function servedRemote(
  app: FastifyInstance,
  around: ChainAround,
  kept: KeptChains,
): Promise<void> {
  const { storage, clock } = around
  serveRoute(app, routes.remoteAccess, { clock }, async ({ caller }) => {
    const read = await kept.read(caller)
    if ('refused' in read) return read.refused
    const seen = await storage.read(caller.tenant, sessionsSeen)
    const check = remote.remoteCheck(read.facts, seen)
    const named = [
      ...check.grants.flatMap(({ supplier, gateway, assets, zones }) => [
        ...(supplier === null ? [] : [supplier]),
        ...(gateway === null ? [] : [gateway]),
        ...assets,
        ...zones,
      ]),
      ...check.sessions.flatMap(({ assets }) => assets),
    ]
    const names = Object.fromEntries(named.map((id) => [id, read.names.get(id) ?? '']))
    return { status: 200, body: { ...read.moment, check, names } }
  })
  serveRoute(app, routes.reviewRemoteAccess, { clock }, ({ caller, body }) =>
    reviewed(around, caller, body.verdicts),
  )
  await app.register(async (scope) => bringing(scope, around))
}

function bringing(app: FastifyInstance, { storage, clock }: ChainAround): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: sessionLimits.bytes },
    (_request, bytes, done) => done(null, bytes),
  )
  serveRoute(app, routes.bringSessions, { clock }, async ({ caller, request }) => {
    const { body } = request
    const found = Buffer.isBuffer(body) ? readSessions(body.toString('utf8')) : undefined
    if (found === undefined) {
      const error = { code: 'not-this-format', path: '', expected: 'schouw inspect --json' }
      return no('body-refused', { errors: [error] })
    }
    const by = caller.actor.person
    const at = clock()
    const made = await storage.write(caller.tenant, (db) =>
      keepSessions(db, found.sessions, { by, at }),
    )
    const again = found.sessions.length - made
    return { status: 200, body: { made, again, looked: found.looked } }
  })
}

interface Verdict {
  readonly grant: string
  readonly verdict: 'keep' | 'suspend' | 'end'
  readonly reason: string
}

/**
 * The day of looking and who looked stand on each grant. A withdrawal without a reason is refused
 * before anything is signed: the day would stand on a door that nobody shut.
 */
async function reviewed(
  { storage, clock }: ChainAround,
  caller: Caller,
  verdicts: readonly Verdict[],
) {
  const steps = new Steps(storage, caller.tenant, caller.actor)
  const { person } = caller.actor
  const { day, isPerson } = await storage.read(caller.tenant, async (db) => ({
    day: dayIn(await timeZone(db), clock()),
    // A machine that signs is nobody in the registers.
    isPerson: (await recordsOf(db, 'person', [person])).size > 0,
  }))
  const at = verdicts.findIndex(({ verdict, reason }) => verdict !== 'keep' && reason === '')
  if (at >= 0) return refusedBody(`/verdicts/${at}/reason`)
  const signed = { reviewed_on: day, ...(isPerson ? { reviewer: person } : {}) }
  const refused: { grant: string; code: string }[] = []
  for (const { grant, verdict, reason } of verdicts) {
    const looked = await steps.change('remote-access', grant, signed)
    const moved =
      looked !== undefined || verdict === 'keep'
        ? undefined
        : await steps.move(
            'remote-access',
            grant,
            verdict === 'end' ? 'ended' : 'suspended',
            reason,
          )
    const why = looked ?? moved
    if (why !== undefined) refused.push({ grant, code: 'no' in why ? why.no : 'refused' })
  }
  return { status: 200, body: { done: verdicts.length - refused.length, refused } }
}
