// SPDX-License-Identifier: EUPL-1.2
import { signingRoutes } from '@schouw/contract'
import { base64, utf8Text } from '@schouw/core/ledger/bytes'
import { kinds } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { isId, shown } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { Told } from '../storage/changes/change.ts'
import { beginApproval, giveApproval, newestStamp } from './approving.ts'
import type { Signing } from './around.ts'
import { beginKey, enrolKey, keysOf } from './keys.ts'
import { approvalFile, approvalParts, standingOf, votesWithKeys } from './standing.ts'
import { bytesOfFile, recordsById, tableOf } from './table.ts'

/** Decisions signed with passkeys: keys, statements, signatures, and what each vote stands on. */
export function servedSigning(app: FastifyInstance, signing: Signing): void {
  keys(app, signing)
  approving(app, signing)
  looking(app, signing)
}

const fresh = { 'cache-control': 'no-store' }

/** A machine that holds a token shows no passkey. */
function isPerson({ account, token }: Caller): boolean {
  return account !== undefined && token === undefined
}

function keys(app: FastifyInstance, signing: Signing): void {
  const { clock } = signing
  serveRoute(app, signingRoutes.beginApprovalKey, { clock }, async ({ caller }) =>
    isPerson(caller)
      ? { status: 200, body: await beginKey(signing, caller), headers: fresh }
      : no('not-permitted'),
  )
  serveRoute(app, signingRoutes.enrolApprovalKey, { clock }, async ({ caller, body }) => {
    if (!isPerson(caller)) return no('not-permitted')
    const enrolled = await enrolKey(signing, caller, body)
    if (!enrolled.ok) return refused(enrolled.refusal, enrolled.facts)
    return made(enrolled.value, { id: enrolled.value.id })
  })
}

function approving(app: FastifyInstance, signing: Signing): void {
  const { clock } = signing
  serveRoute(app, signingRoutes.beginApproval, { clock }, async ({ caller, params, body }) => {
    const decision = params['id'] ?? ''
    if (!isId(decision)) return no('not-found')
    if (!isPerson(caller)) return no('not-permitted')
    const begun = await beginApproval(signing, caller, { ...body, decision })
    return begun.ok
      ? { status: 200, body: begun.value, headers: fresh }
      : refused(begun.refusal, begun.facts)
  })
  serveRoute(app, signingRoutes.giveApproval, { clock }, async ({ caller, params, body }) => {
    const decision = params['id'] ?? ''
    if (!isId(decision)) return no('not-found')
    if (!isPerson(caller)) return no('not-permitted')
    const given = await giveApproval(signing, caller, { ...body, decision })
    if (!given.ok) return refused(given.refusal, given.facts)
    return made(given.value, { vote: given.value.id })
  })
}

function looking(app: FastifyInstance, signing: Signing): void {
  const { storage, files, clock } = signing
  serveRoute(app, signingRoutes.tableOfDecision, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    if (!isId(id)) return no('not-found')
    const { head } = await storage.log(caller.tenant)
    const found = await storage.read(caller.tenant, async (db) => ({
      table: await tableOf(db, id),
      keys: await keysOf(db, caller.actor.person),
      stamped: await newestStamp(db),
      said: await votesWithKeys(db, id),
    }))
    const { table, stamped, said } = found
    if (
      table === undefined ||
      shown({ caller, kind: kinds.decision, now: clock() }, table.decision) === null
    ) {
      return no('not-found')
    }
    const standing = []
    for (const vote of said.votes) {
      const key = said.keys.find((one) => one.id === vote.values['approval_key'])
      standing.push(await standingOf(signing, caller, { vote, key, table }))
    }
    const { name, bytes, sha256 } = table
    const body = {
      document: { name, text: utf8Text(bytes) ?? '', bytes: bytes.length, sha256 },
      head: { size: head.size, root: base64(head.root) },
      stamped:
        stamped === null ? null : { size: stamped.size, at: stamped.at, sha256: stamped.sha256 },
      keys: found.keys.map((key) => ({ id: key.id, name: String(key.values['name']) })),
      said: standing,
    }
    return { status: 200, body, headers: fresh }
  })
  serveRoute(app, signingRoutes.approvalFile, { clock }, async ({ caller, params }) => {
    const id = params['vote'] ?? ''
    if (!isId(id)) return no('not-found')
    const found = await storage.read(caller.tenant, async (db) => {
      const [vote] = await recordsById(db, [id])
      const named = vote?.kind === 'vote' ? vote.values['approval_key'] : undefined
      if (vote === undefined || typeof named !== 'string') return undefined
      const [key] = await recordsById(db, [named])
      return { vote, key }
    })
    if (found === undefined) return no('not-found')
    if (shown({ caller, kind: kinds.vote, now: clock() }, found.vote) === null)
      return no('not-found')
    const parts = await approvalParts({ files }, caller.tenant, found.vote, found.key)
    if (parts === undefined) return no('file-absent')
    const document = await bytesOfFile(files, caller.tenant, found.vote.values['document'])
    return { status: 200, body: approvalFile(parts, document), headers: fresh }
  })
}

function refused(
  code: 'challenge-refused' | 'not-found' | 'digest-differs' | 'reference-missing',
  facts: Readonly<Record<string, unknown>> = {},
): Answer {
  return no(code, { errors: [{ code, path: '', ...facts }] })
}

function made(told: Told, body: Readonly<Record<string, string>>): Answer {
  if (told.outcome === 'refused') {
    return no(told.step.refusal, { errors: told.step.refusals.map((one) => ({ ...one })) })
  }
  return { status: 201, body, headers: fresh }
}
