// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto'
import { Readable } from 'node:stream'
import type { reportPointRoutes } from '@schouw/contract'
import { type Actor, kinds, records } from '@schouw/core/registers'
import type { Files } from '../files/files.ts'
import { type Answer, no } from '../http/answer.ts'
import { newId } from '../http/ids.ts'
import { standing } from '../http/reading/one.ts'
import type { Asked } from '../http/route.ts'
import { digestOf } from '../identity/secrets.ts'
import type { Storage } from '../storage/storage.ts'
import type { OpenPoint } from './points.ts'

export interface Around {
  readonly storage: Storage
  readonly files: Files | undefined
  readonly clock: () => string
}

type Report = Asked<typeof reportPointRoutes.reportSomething>['body']

/** Of all pictures together. */
const mostBytes = 3 * 1024 * 1024
/** Without letters and figures that are taken for each other. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const codeLength = 12

/** 59 bits: with the bounds on asking there is nothing to guess. */
function newCode(): string {
  const signs = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)])
  return [0, 4, 8].map((from) => signs.slice(from, from + 4).join('')).join('-')
}

/** As it was told, however it was typed over. */
function codeDigest(code: string): Uint8Array {
  return digestOf(`report ${code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`)
}

/** The point itself tells it: who stood behind it is known to nobody, unless that person says so. */
function actorOf({ point }: OpenPoint): Actor {
  const ever = { from: '1970-01-01T00:00:00.000Z', until: '9999-12-31T00:00:00.000Z' }
  return { person: point.id, roles: ['employee'], processes: [], ...ever }
}

export async function reported(around: Around, open: OpenPoint, report: Report): Promise<Answer> {
  const { storage, clock } = around
  const now = clock()
  const stored = await storedFiles(around, open, report)
  if ('no' in stored) return stored
  const { what, where, contact } = report
  const id = newId(now)
  const code = newCode()
  const values = {
    code: `M-${id.slice(-8)}`,
    name: (what.split('\n')[0] ?? what).slice(0, 190),
    description: what,
    noticed_at: now,
    ...(where === undefined || where === '' ? {} : { noticed_where: where }),
    ...(contact === undefined || contact === '' ? {} : { reporter_contact: contact }),
    ...(stored.digests.length === 0 ? {} : { photos: stored.digests }),
  }
  const told = await storage.apply(open.tenant, {
    decide: ({ now: at, lookup }) =>
      records.create({ kind: kinds.incident, id, values, actor: actorOf(open), now: at, lookup }),
  })
  if (told.outcome === 'refused') {
    const [first] = told.step.refusals
    if (first === undefined) throw new Error('a refusal without a reason')
    return no(first.code, { errors: told.step.refusals.map((one) => ({ ...one })) })
  }
  const row = { digest: codeDigest(code), incident: id, point: open.point.id, at: now }
  await storage.write(open.tenant, (db) => db.insertInto('report_receipts').values(row).execute())
  return { status: 201, body: { code } }
}

async function storedFiles(
  { files, clock }: Around,
  { tenant, point }: OpenPoint,
  { files: given }: Report,
): Promise<{ readonly digests: readonly string[] } | (Answer & { no: string })> {
  const contents = given.map(({ name, content }) => ({
    name,
    bytes: Buffer.from(content, 'base64'),
  }))
  const size = contents.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size > mostBytes) return { no: 'file-too-large', parts: {} }
  if (files === undefined) return { digests: [] }
  const digests: string[] = []
  for (const { name, bytes } of contents) {
    const upload = { tenant, by: point.id, at: clock(), name, mediaType: undefined }
    const stream = Readable.from([bytes])
    const taken = await files.take({ ...upload, digest: undefined, stream })
    if (!taken.ok) return { no: taken.refusal, parts: {} }
    digests.push(taken.value.digest)
  }
  // The same picture twice is one.
  return { digests: [...new Set(digests)] }
}

const stateOf: Readonly<Record<string, 'received' | 'looked_at' | 'closed'>> = {
  reported: 'received',
  open: 'looked_at',
  contained: 'looked_at',
  handled: 'closed',
  closed: 'closed',
  dismissed: 'closed',
}

/** What became of a report, for whoever has its code. */
export async function followed(
  { storage }: Around,
  { tenant }: OpenPoint,
  code: string,
): Promise<Answer> {
  const found = await storage.read(tenant, async (db) => {
    const receipt = await db
      .selectFrom('report_receipts')
      .select(['incident', 'at'])
      .where('digest', '=', codeDigest(code))
      .executeTakeFirst()
    if (receipt === undefined) return undefined
    const record = (await standing(db, 'incident', receipt.incident))?.record
    return { at: receipt.at, record }
  })
  if (found?.record === undefined) return no('link-refused')
  const { state, values } = found.record
  const { feedback } = values as { readonly feedback?: string }
  const told = { at: found.at, state: stateOf[state] ?? 'received', feedback: feedback ?? null }
  return { status: 200, body: told }
}
