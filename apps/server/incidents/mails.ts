// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { isMail, type Mail, mailLimits, readMail } from '@schouw/formats/eml'
import type { Files } from '../files/files.ts'
import { fileRow } from '../files/rows.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'

interface Asked {
  readonly storage: Storage
  readonly files: Files | undefined
  readonly tenant: TenantId
  readonly digests: readonly string[]
}

/** Of one report; more come in none. */
const mostFiles = 10
/** Of all mails within mails. */
const mostMails = 20

/** The mails among files, in plain values. One that is kept apart is read too: nothing is opened. */
export async function mailsAmong({ storage, files, tenant, digests }: Asked) {
  if (files === undefined) return []
  const items: { readonly file: string; readonly mail: ReturnType<typeof shown> }[] = []
  for (const file of digests.slice(0, mostFiles)) {
    const row = await storage.read(tenant, (db) => fileRow(db, file))
    if (row === undefined || row.size > mailLimits.bytes) continue
    const stream = await files.open(tenant, file)
    if (stream === undefined) continue
    const pieces: Buffer[] = []
    for await (const piece of stream) pieces.push(Buffer.from(piece))
    const bytes = Buffer.concat(pieces)
    const mail = isMail(bytes) ? readMail(bytes) : null
    if (mail !== null) items.push(...all(mail).map((one) => ({ file, mail: shown(one) })))
  }
  return items.slice(0, mostMails)
}

function all(mail: Mail): readonly Mail[] {
  return [mail, ...mail.mails.flatMap(all)]
}

function shown({ mails, attachments, ...mail }: Mail) {
  return {
    ...mail,
    attachments: attachments.map(({ name, type, bytes }) => ({
      ...{ name, type, bytes: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  }
}
