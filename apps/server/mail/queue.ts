// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { newId } from '../http/ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { job, texts } from '../jobs/job.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import type { Language, Template, Values } from './letter.ts'
import { isAddress } from './settings.ts'

export type Mail = {
  readonly [Name in Template]: {
    readonly to: string
    readonly template: Name
    readonly language: Language
    readonly values: Values[Name]
  }
}[Template]

/** `address`: not one plain address. `link`: no address of the web. */
export type MailRefusal = 'address' | 'link'

/**
 * Writes a mail in the transaction of `db`, a tenant's: it is sent when that is kept, and was never
 * written when it is undone. Gives the id of the mail, which is also its Message-ID.
 */
export type QueueMail = (db: Database, mail: Mail) => Promise<Outcome<string, MailRefusal>>

/** Only the name and the stored shape; whoever sends gives it hands. */
export const sendJob = job('mail.send', texts('mail'), async () => {
  throw new Error('nobody sends mail here')
})

/** What a mail says is sealed for this, and nothing else opens it. */
const purpose = 'mail'

export type Secrets = Pick<Storage['secrets'], 'seal' | 'unseal'>

export function mailQueue({
  secrets,
  clock,
}: {
  readonly secrets: Secrets
  readonly clock: () => string
}): QueueMail {
  return async (db, mail) => {
    if (!isAddress(mail.to)) return refuse('address')
    const link = 'link' in mail.values ? mail.values.link : undefined
    if (link !== undefined && !isWebAddress(link)) return refuse('link')
    const now = clock()
    const id = newId(now)
    const plain = { ...mail, values: cleaned(mail.values) }
    const row = {
      id,
      template: mail.template,
      sealed: secrets.seal(purpose, Buffer.from(JSON.stringify(plain))),
      state: 'waiting',
      at: now,
      due_at: now,
    } as const
    await db.insertInto('mails').values(row).execute()
    await enqueue(db, sendJob, { mail: id }, { now })
    return ok(id)
  }
}

export function opened(secrets: Secrets, sealed: Uint8Array): Mail {
  // Only what `mailQueue` sealed opens.
  return JSON.parse(Buffer.from(secrets.unseal(purpose, sealed)).toString('utf8')) as Mail
}

function isWebAddress(text: string): boolean {
  return text.length <= 2_000 && /^https?:\/\/[\x21-\x7e]+$/.test(text) && URL.canParse(text)
}

const longestText = 300

/**
 * Texts may come from strangers: what a browser says of itself, a name somebody chose. A notice
 * that warns must go out whatever they contain, so that is made harmless instead of refused: one
 * line, nothing that hides or turns around what is beside it.
 */
function cleaned<V extends object>(values: V): V {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    name === 'link' ? value : cleanedValue(value),
  ])
  return Object.fromEntries(entries) as V
}

function cleanedValue(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value)
  return Array.isArray(value) && value.every(Array.isArray) ? value.map(cleanedPair) : value
}

function cleanedPair(pair: readonly unknown[]): readonly unknown[] {
  return pair.map((one) => (typeof one === 'string' ? oneLine(one) : one))
}

function oneLine(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').trim()
  return plain.length <= longestText ? plain : `${plain.slice(0, longestText - 1)}…`
}
