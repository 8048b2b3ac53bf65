// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'
import { contentOf } from './content.ts'
import type { Files } from './files.ts'
import { isNamedFor } from './references.ts'
import { type FileRow, fileRow, listFiles, releaseFile } from './rows.ts'
import { mostBytesOfAny } from './sniffing/types.ts'

interface FilesSurroundings {
  readonly storage: Storage
  readonly files: Files
  readonly clock: () => string
}

const usualPage = 50
const longestPage = 200
const digestText = /^[0-9a-f]{64}$/

export async function servedFiles(app: FastifyInstance, parts: FilesSurroundings): Promise<void> {
  await app.register(async (scope) => uploadRoute(scope, parts))
  listRoute(app, parts)
  oneRoutes(app, parts)
  releaseRoute(app, parts)
}

/** In a scope of its own, where a body of any type is left on the wire to be streamed. */
function uploadRoute(app: FastifyInstance, { files, clock }: FilesSurroundings): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  serveRoute(app, routes.uploadFile, { clock }, async ({ caller, query, request }) => {
    const { headers } = request
    const length = Number(headers['content-length'] ?? 0)
    if (length > mostBytesOfAny) return no('file-too-large')
    const digest = claimedDigest(headers['content-digest'] ?? headers['repr-digest'])
    if (digest === null) {
      const at = { code: 'header-refused', path: '/content-digest' }
      return no('header-refused', { errors: [at] })
    }
    const { name } = query
    const mediaType = headers['content-type']
    const { tenant, actor } = caller
    const at = clock()
    const stream = request.raw
    const upload = { tenant, by: actor.person, at, name, mediaType, digest, stream }
    const taken = await files.take(upload)
    if (!taken.ok) {
      return no(taken.refusal, { errors: [{ code: taken.refusal, ...taken.facts }] })
    }
    const location = `/api/v1/files/${taken.value.digest}`
    return { status: 201, body: answered(taken.value), headers: { location } }
  })
}

function listRoute(app: FastifyInstance, { storage, clock }: FilesSurroundings): void {
  serveRoute(app, routes.listFiles, { clock }, async ({ caller, query }) => {
    const limit = Math.min(Number(query.limit ?? usualPage), longestPage)
    const after = query.cursor === undefined ? undefined : placeOf(query.cursor)
    if (after === null || limit < 1) {
      const path = limit < 1 ? '/limit' : '/cursor'
      return no('query-refused', { errors: [{ code: 'query-refused', path }] })
    }
    // The CISO looks after all of them, and everybody after their own.
    const by = caller.actor.roles.includes('ciso') ? undefined : caller.actor.person
    const rows = await storage.read(caller.tenant, (db) =>
      listFiles(db, { state: query.state, after, limit: limit + 1, by }),
    )
    const items = rows.slice(0, limit)
    const last = rows.length > limit ? items.at(-1) : undefined
    const next = last === undefined ? null : `${last.at}_${last.digest}`
    return { status: 200, body: { items: items.map(answered), next } }
  })
}

function oneRoutes(app: FastifyInstance, { storage, files, clock }: FilesSurroundings): void {
  const find = async (caller: Caller, digest: string) =>
    digestText.test(digest)
      ? storage.read(caller.tenant, async (db) => {
          const row = await fileRow(db, digest)
          const isOwn = row !== undefined && row.by === caller.actor.person
          const isSeen =
            isOwn ||
            (row !== undefined && caller.actor.roles.includes('ciso')) ||
            (await isNamedFor(db, caller, { digest, now: clock() }))
          return isSeen ? { row } : undefined
        })
      : undefined

  serveRoute(app, routes.getFile, { clock }, async ({ caller, params }) => {
    const digest = params['digest'] ?? ''
    const found = await find(caller, digest)
    if (found === undefined) return no('not-found')
    return { status: 200, body: found.row === undefined ? absent(digest) : answered(found.row) }
  })

  serveRoute(app, routes.getFileContent, { clock }, async (asked) => {
    const { caller, params, query, request } = asked
    const found = await find(caller, params['digest'] ?? '')
    if (found === undefined) return no('not-found')
    const { row } = found
    if (row === undefined || row.state === 'erased' || row.state === 'leaving') {
      return no('file-absent')
    }
    const isApart = row.state === 'quarantined'
    const mayLook = caller.actor.roles.includes('ciso') && query.quarantined === 'accept'
    if (isApart && !mayLook) {
      return no('file-quarantined', { errors: row.doubts.map((code) => ({ code })) })
    }
    return contentOf(files, { tenant: caller.tenant, row, name: query.name, request })
  })
}

function releaseRoute(app: FastifyInstance, { storage, clock }: FilesSurroundings): void {
  serveRoute(app, routes.releaseFile, { clock }, async ({ caller, params, body }) => {
    const digest = params['digest'] ?? ''
    if (!digestText.test(digest)) return no('not-found')
    const { person } = caller.actor
    return storage.write(caller.tenant, async (db): Promise<Answer> => {
      const row = await fileRow(db, digest)
      if (row === undefined) return no('not-found')
      // Whoever brought it is not the one to say that it is all right.
      if (row.by === person) return no('own-change')
      const released = { by: person, at: clock(), reason: body.reason }
      const done = await releaseFile(db, digest, released)
      return done === undefined ? no('file-not-quarantined') : { status: 200, body: answered(done) }
    })
  })
}

function answered(row: FileRow) {
  const { digest, size, released_at, released_by, released_reason } = row
  const isReleased = released_at !== null && released_by !== null
  return {
    sha256: digest,
    bytes: size,
    type: row.type,
    state: row.state,
    doubts: row.doubts,
    name: row.name,
    claimed_type: row.claimed_type,
    at: row.at,
    by: row.by,
    released: isReleased
      ? { at: released_at, by: released_by, reason: released_reason ?? '' }
      : null,
  }
}

/** A record names it, and nobody has brought it. */
function absent(sha256: string) {
  return {
    sha256,
    bytes: null,
    type: null,
    state: 'absent',
    doubts: [],
    name: null,
    claimed_type: null,
    at: null,
    by: null,
    released: null,
  }
}

function placeOf(cursor: string): { readonly at: string; readonly digest: string } | null {
  const [, at, digest] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{64})$/.exec(cursor) ?? []
  return at === undefined || digest === undefined ? null : { at, digest }
}

/** RFC 9530; null when it cannot be read, undefined when nothing of ours is said. */
function claimedDigest(header: string | string[] | undefined): string | undefined | null {
  if (header === undefined) return undefined
  const [, text] = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(String(header)) ?? []
  if (text === undefined) return /sha-256/i.test(String(header)) ? null : undefined
  return Buffer.from(text, 'base64').toString('hex')
}
