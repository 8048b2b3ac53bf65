// SPDX-License-Identifier: EUPL-1.2
import { type Answer, no } from '../http/answer.ts'
import type { Whence } from './browser.ts'
import { type EventName, noteOfAccount } from './events.ts'
import { admitGuess, forgiveGuess } from './guesses.ts'
import { cameIn } from './letters.ts'
import { asserted, passkeysOf } from './passkeys.ts'
import { isPassword } from './passwords.ts'
import { type Identity, inIdentity } from './ports.ts'
import { digestOf } from './secrets.ts'
import { withSession } from './serving.ts'
import { beginSession, type Method } from './sessions.ts'

interface From {
  readonly whence: Whence
  /** The session this browser had; it ends with the next one. */
  readonly token: string | undefined
}

/** One answer for a wrong password, a wrong address and an account without a password. */
export async function signInWithPassword(
  identity: Identity,
  { email, password }: { readonly email: string; readonly password: string },
  from: From,
): Promise<Answer> {
  const { network } = from.whence
  const guess = { what: 'password', of: email, network } as const
  const admission = await admitGuess(identity, guess)
  if (!admission.isOpen) {
    note(identity, { event: 'guesses-slowed', email, from })
    return no('too-many-requests', { waitSeconds: admission.waitSeconds })
  }
  const account = await inIdentity(
    identity,
    (db) =>
      db
        .selectFrom('schouw_identity.accounts')
        .select(['id', 'password', 'disabled_at'])
        .where('email', '=', email)
        .executeTakeFirst(),
    { isReadOnly: true },
  )
  const pepper = identity.storage.secrets.key('password')
  const isRight = await isPassword(password, account?.password, pepper)
  if (account === undefined || !isRight || account.disabled_at !== null) {
    note(identity, { event: 'sign-in-refused', email, from })
    return no('sign-in-refused')
  }
  await forgiveGuess(identity, admission.names)
  return signedIn(identity, { account: account.id, method: 'password', from })
}

export async function signInWithPasskey(
  identity: Identity,
  answer: { readonly challenge: string; readonly response: unknown },
  from: From,
): Promise<Answer> {
  const result = await asserted(identity, null, answer)
  if (result.outcome === 'yes') {
    const { account } = result
    return signedIn(identity, { account, method: 'passkey', from, isSecondFactor: true })
  }
  const event = result.outcome === 'copied' ? 'passkey-counter-went-back' : 'sign-in-refused'
  note(identity, { event, account: result.account, from })
  return no('sign-in-refused')
}

export interface SignedIn {
  readonly account: string
  readonly method: Method
  readonly from: From
  readonly isSecondFactor?: boolean
  readonly onlyTenant?: string
}

export interface Begun {
  readonly token: string
  /** Beside the one of the session. */
  readonly cookies: readonly string[]
}

/**
 * Begins the session; a closed account was sent away before, but for a passkey. Where nothing more
 * is to be shown, whoever it is hears of a browser that was not seen before.
 */
export async function begin(identity: Identity, made: SignedIn): Promise<Begun | undefined> {
  const { account, method, from, isSecondFactor = false, onlyTenant } = made
  const now = identity.clock()
  return inIdentity(identity, async (db) => {
    const own = await db
      .selectFrom('schouw_identity.accounts')
      .select((of) => ['disabled_at', of('totp_secret', 'is not', null).as('hasTotp')])
      .where('id', '=', account)
      .executeTakeFirst()
    if (own === undefined || own.disabled_at !== null) return undefined
    if (from.token !== undefined) {
      await db
        .deleteFrom('schouw_identity.sessions')
        .where('digest', '=', digestOf(from.token))
        .execute()
    }
    const { whence } = from
    const session = { account, method, now, whence, isSecondFactor }
    const token = await beginSession(db, {
      ...session,
      ...(onlyTenant === undefined ? {} : { onlyTenant }),
    })
    await noteOfAccount(db, { event: 'sign-in', at: now, account, detail: { method }, whence })
    const isIn =
      isSecondFactor || (own.hasTotp !== true && (await passkeysOf(db, account)).length === 0)
    return { token, cookies: isIn ? await cameIn(identity, db, { account, now, whence }) : [] }
  })
}

export async function signedIn(identity: Identity, made: SignedIn): Promise<Answer> {
  const begun = await begin(identity, made)
  return begun === undefined ? no('sign-in-refused') : withSession(identity, begun.token, begun)
}

/** After the answer: writing it down takes longer where there is somebody to write it for. */
function note(
  identity: Identity,
  {
    event,
    email,
    account: known,
    from,
  }: {
    readonly event: EventName
    readonly email?: string
    readonly account?: string | null
    readonly from: From
  },
): void {
  const at = identity.clock()
  identity.later(() =>
    inIdentity(identity, async (db) => {
      const found =
        email === undefined
          ? undefined
          : await db
              .selectFrom('schouw_identity.accounts')
              .select('id')
              .where('email', '=', email)
              .executeTakeFirst()
      const account = known ?? found?.id ?? null
      await noteOfAccount(db, { event, at, account, whence: from.whence })
    }),
  )
}
