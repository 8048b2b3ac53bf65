// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../storage/dialect.ts'
import type { Terms } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'

export type MailLists = Readonly<Record<string, readonly (readonly [string, string])[]>>

export interface OutgoingMail {
  readonly to: string
  readonly template:
    | 'invitation'
    | 'account-changed'
    | 'account-closed'
    | 'new-sign-in'
    | 'recovery-code-used'
    | 'policy-to-read'
    | 'policy-reminder'
    | 'supplier-questions'
    | 'supplier-vulnerabilities'
  readonly language: 'nl' | 'en'
  readonly values: Readonly<Record<string, string>>
  /** Values that are names with what is said of them. */
  readonly lists?: MailLists
}

/**
 * Writes a mail to be sent, in the transaction of an organisation that runs; false when it cannot
 * be.
 */
export type SendMail = (db: Database, mail: OutgoingMail) => Promise<boolean>

/** What everything about accounts is given. */
export interface Identity {
  readonly storage: Storage
  readonly clock: () => string
  /** Where people reach the server: scheme, host and port. */
  readonly origin: () => string
  /** All spellings under which a browser may say so. */
  readonly origins: () => readonly string[]
  readonly sendMail: SendMail | undefined
  /** Providers may be reached over http: for tests on one machine. */
  readonly isHttpProviderAllowed: boolean
  /** Done after the answer, so that the time it takes tells nothing; `idle` waits for all of it. */
  readonly later: (work: () => Promise<unknown>) => void
  readonly idle: () => Promise<void>
}

export interface IdentityOptions {
  readonly storage: Storage
  readonly clock?: () => string
  readonly origin?: () => string
  readonly sendMail?: SendMail | undefined
  readonly isHttpProviderAllowed?: boolean
}

export function identityOf(options: IdentityOptions): Identity {
  const origin = options.origin ?? (() => 'http://localhost')
  const under = new Set<Promise<unknown>>()
  const later = (work: () => Promise<unknown>) => {
    const one: Promise<unknown> = new Promise((resolve) => setImmediate(resolve))
      .then(work)
      // What was to be noted is lost with a database that is away; nobody waits for it.
      .catch(() => {})
      .finally(() => under.delete(one))
    under.add(one)
  }
  return {
    later,
    idle: async () => {
      while (under.size > 0) await Promise.all(under)
    },
    storage: options.storage,
    clock: options.clock ?? (() => new Date().toISOString()),
    origin,
    origins: () => {
      const own = origin()
      // On one's own machine both names are the same door.
      return own.startsWith('http://localhost')
        ? [own, own.replace('localhost', '127.0.0.1')]
        : [own]
    },
    sendMail: options.sendMail,
    isHttpProviderAllowed: options.isHttpProviderAllowed ?? false,
  }
}

/** Work on accounts and sessions, in one transaction that sees nothing else. */
export function inIdentity<T>(
  { storage }: Pick<Identity, 'storage'>,
  work: (db: Database) => Promise<T>,
  terms?: Terms,
): Promise<T> {
  return storage.session.run('identity', () => work(storage.db), terms)
}

/** The rest of a transaction on accounts goes on in one organisation. */
export async function enter({ storage }: Pick<Identity, 'storage'>, tenant: string): Promise<void> {
  await storage.session.transaction.become(tenant)
}
