// SPDX-License-Identifier: EUPL-1.2
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Database } from '../storage/dialect.ts'
import { ask, take } from './challenges.ts'
import { challengeMs } from './limits.ts'
import { type Identity, inIdentity } from './ports.ts'
import type { Opened } from './sessions.ts'

// ES256, RS256 and EdDSA: what authenticators of today speak.
const algorithms = [-7, -8, -257]

/** Passkeys are bound to the name of the server, whatever its port. */
export function relyingParty({ origin }: Identity): string {
  return new URL(origin()).hostname
}

export async function beginPasskey(identity: Identity, opened: Opened) {
  const known = await inIdentity(identity, (db) => passkeysOf(db, opened.account))
  const options = await generateRegistrationOptions({
    rpName: 'Schouw',
    rpID: relyingParty(identity),
    userName: opened.email,
    userDisplayName: opened.name,
    userID: handleOf(opened.account),
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
    timeout: challengeMs,
  })
  const now = identity.clock()
  const { account } = opened
  const value = { challenge: options.challenge }
  const asked = { purpose: 'passkey', account, value, now, forMs: challengeMs } as const
  return { challenge: await inIdentity(identity, (db) => ask(db, asked)), options }
}

export interface NewPasskey {
  readonly id: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  readonly isSynced: boolean
}

export async function registered(
  identity: Identity,
  account: string,
  answer: { readonly challenge: string; readonly response: unknown },
): Promise<NewPasskey | undefined> {
  const now = identity.clock()
  const asked = await inIdentity(identity, (db) =>
    take(db, { id: answer.challenge, purpose: 'passkey', account, now }),
  )
  if (asked === undefined) return undefined
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer.response as RegistrationResponseJSON,
      expectedChallenge: asked['challenge'] ?? '',
      expectedOrigin: [...identity.origins()],
      expectedRPID: relyingParty(identity),
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!verified) return undefined
    const { credential, credentialBackedUp } = registrationInfo
    return {
      id: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      isSynced: credentialBackedUp,
    }
  } catch {
    // The library throws on anything strange in what the browser sent.
    return undefined
  }
}

/** For whoever has a passkey here, or for one account that shows one again. */
export async function beginAssertion(identity: Identity, account: string | null) {
  const known = account === null ? [] : await inIdentity(identity, (db) => passkeysOf(db, account))
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(identity),
    userVerification: 'required',
    timeout: challengeMs,
    ...(account === null
      ? {}
      : {
          allowCredentials: known.map(({ id, transports }) => ({
            id,
            transports: transports as string[],
          })),
        }),
  })
  const now = identity.clock()
  const value = { challenge: options.challenge }
  const purpose = account === null ? 'passkey-sign-in' : 'passkey-step-up'
  const asked = { purpose, account, value, now, forMs: challengeMs } as const
  return { challenge: await inIdentity(identity, (db) => ask(db, asked)), options }
}

export type Asserted =
  | { readonly outcome: 'yes'; readonly account: string; readonly passkey: string }
  | { readonly outcome: 'no'; readonly account: string | null }
  /** Two authenticators hold this key: one of them was copied. */
  | { readonly outcome: 'copied'; readonly account: string }

export async function asserted(
  identity: Identity,
  account: string | null,
  answer: { readonly challenge: string; readonly response: unknown },
): Promise<Asserted> {
  const now = identity.clock()
  const response = answer.response as AuthenticationResponseJSON
  const purpose = account === null ? 'passkey-sign-in' : 'passkey-step-up'
  const [asked, kept] = await inIdentity(identity, async (db) => [
    await take(db, { id: answer.challenge, purpose, account, now }),
    await db
      .selectFrom('schouw_identity.passkeys')
      .selectAll()
      .where('id', '=', response.id)
      .executeTakeFirst(),
  ])
  if (asked === undefined || kept === undefined) return { outcome: 'no', account }
  if (account !== null && kept.account !== account) return { outcome: 'no', account }
  const owner = kept.account
  const { userHandle } = response.response
  const handle = Buffer.from(handleOf(owner)).toString('base64url')
  if (userHandle != null && userHandle !== handle) return { outcome: 'no', account: owner }
  const counter = await counterOf(identity, response, {
    challenge: asked['challenge'] ?? '',
    publicKey: kept.public_key,
  })
  if (counter === undefined) return { outcome: 'no', account: owner }
  const isForward = await inIdentity(identity, (db) => count(db, { id: kept.id, counter, now }))
  return isForward
    ? { outcome: 'yes', account: owner, passkey: kept.id }
    : { outcome: 'copied', account: owner }
}

async function counterOf(
  identity: Identity,
  response: AuthenticationResponseJSON,
  { challenge, publicKey }: { readonly challenge: string; readonly publicKey: Uint8Array },
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: [...identity.origins()],
      expectedRPID: relyingParty(identity),
      requireUserVerification: true,
      // The counter is judged where it is stored, so that two answers at once cannot both pass.
      credential: { id: response.id, publicKey: new Uint8Array(publicKey), counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}

interface Count {
  readonly id: string
  readonly counter: number
  readonly now: string
}

/** Many authenticators do not count and say 0 for ever; one that counts never goes back. */
async function count(db: Database, { id, counter, now }: Count): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('schouw_identity.passkeys')
    .set({ counter, used_at: now })
    .where('id', '=', id)
    .where((where) => (counter === 0 ? where('counter', '=', 0) : where('counter', '<', counter)))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export function passkeysOf(db: Database, account: string) {
  return db
    .selectFrom('schouw_identity.passkeys')
    .select(['id', 'name', 'transports', 'is_synced', 'created_at', 'used_at'])
    .where('account', '=', account)
    .orderBy('created_at')
    .execute()
}

/** What an authenticator keeps of an account: its id, and nothing about the person. */
export function handleOf(account: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(account.replaceAll('-', ''), 'hex'))
}
