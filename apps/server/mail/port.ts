// SPDX-License-Identifier: EUPL-1.2
import type { MailLists } from '../identity/ports.ts'
import type { Database } from '../storage/dialect.ts'
import type { Language, Template, Values } from './letter.ts'
import type { Mail, QueueMail } from './queue.ts'

/** A mail of a part of the server that says what it has, all as text. */
export interface LooseMail {
  readonly to: string
  readonly template: Template
  readonly language: Language
  readonly values: Readonly<Record<string, string>>
  readonly lists?: MailLists
}

const needed: { readonly [Name in Template]: readonly (keyof Values[Name])[] } = {
  invitation: ['organisation', 'link', 'expiresAt'],
  'account-changed': ['at'],
  'account-closed': ['at'],
  'decision-waits': ['organisation', 'title', 'link'],
  'deadline-near': ['organisation', 'title', 'dueAt', 'link'],
  'report-due': ['organisation', 'title', 'incident', 'dueAt', 'link'],
  'told-waits': ['organisation', 'what', 'toldAt', 'link'],
  'action-due': ['organisation', 'title', 'dueOn', 'link'],
  'new-sign-in': ['at', 'device', 'link'],
  'recovery-code-used': ['at', 'left', 'link'],
  notices: ['organisation', 'count', 'lines', 'link'],
  'policy-to-read': ['organisation', 'policy', 'link'],
  'policy-reminder': ['organisation', 'policy', 'link'],
  'supplier-questions': ['organisation', 'name', 'link', 'dueOn'],
  'supplier-reminder': ['organisation', 'name', 'dueOn'],
  'supplier-vulnerabilities': ['organisation', 'name', 'concerns'],
  'log-head': ['organisation', 'at', 'lines'],
  'webhook-stopped': ['organisation', 'host'],
}

/**
 * The same queue for callers that do not know the letters. False when it is no mail that can be
 * sent; throws when a value is missing, which is a mistake of ours.
 */
export function loosely(queue: QueueMail): (db: Database, mail: LooseMail) => Promise<boolean> {
  return async (db, { values: texts, lists, ...mail }) => {
    const values = { ...texts, ...lists }
    for (const name of needed[mail.template]) {
      if (values[name] === undefined) throw new TypeError(`${mail.template} without ${name}`)
    }
    const typed = 'left' in values ? { ...values, left: Number(values['left']) } : values
    // Every value that its letter needs has just been found.
    return (await queue(db, { ...mail, values: typed } as unknown as Mail)).ok
  }
}
