// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Database } from '../storage/dialect.ts'
import { isFresh } from './lifetime.ts'
import { recoveryCodeCount } from './limits.ts'
import type { Identity } from './ports.ts'
import { hasFactor, type Opened } from './sessions.ts'

/**
 * Whether a session may add a way to prove oneself. The first one can be set up with what an
 * invitation or a password proved; with one there, it has to be shown first. What the provider of
 * one organisation vouched for is not enough to change an account that others rely on too.
 */
export function enrolment(
  opened: Opened,
  now: string,
): 'allowed' | 'step-up-needed' | 'second-factor-needed' {
  if (hasFactor(opened)) return isFresh(opened.secondFactorAt, now) ? 'allowed' : 'step-up-needed'
  return opened.method === 'oidc' ? 'second-factor-needed' : 'allowed'
}

const stepSeconds = 30

/** The step a code is of, when it is right now or one step away; undefined when it is wrong. */
export function totpStep(secret: string, code: string, now: string): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(Date.parse(now) / 1000)
  const result = verifySync({ secret, token: code, epoch, epochTolerance: stepSeconds })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

export function newTotp(email: string): { readonly secret: string; readonly uri: string } {
  const secret = generateSecret()
  return { secret, uri: generateURI({ issuer: 'Schouw', label: email, secret }) }
}

const sealed = 'totp'

export function sealTotp({ storage }: Identity, secret: string): Uint8Array {
  return storage.secrets.seal(sealed, Buffer.from(secret))
}

export function openTotp({ storage }: Identity, bytes: Uint8Array): string {
  return Buffer.from(storage.secrets.unseal(sealed, bytes)).toString()
}

/** Uses up the step of a code; false when it, or a later one, was used before. */
export async function useStep(db: Database, account: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('schouw_identity.accounts')
    .set({ totp_step: step })
    .where('id', '=', account)
    .where((where) => where.or([where('totp_step', 'is', null), where('totp_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

// Crockford's letters: none looks like another.
const letters = '0123456789abcdefghjkmnpqrstvwxyz'
/** Of five bits each, 120 together: from 112 on a plain digest is enough (ASVS 6.5.2). */
const codeLetters = 24

/** New codes, each good once; those there were are gone. */
export async function makeRecoveryCodes(db: Database, account: string): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    [...randomBytes(codeLetters)].map((byte) => letters[byte % 32]).join(''),
  )
  await db.deleteFrom('schouw_identity.recovery_codes').where('account', '=', account).execute()
  await db
    .insertInto('schouw_identity.recovery_codes')
    .values(codes.map((code) => ({ account, digest: codeDigest(account, code) })))
    .execute()
  return codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, '$1-'))
}

export async function useRecoveryCode(
  db: Database,
  { account, code, now }: { readonly account: string; readonly code: string; readonly now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('schouw_identity.recovery_codes')
    .set({ used_at: now })
    .where('account', '=', account)
    .where('digest', '=', codeDigest(account, code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** So many random bits and the account in it: there is no table to look it up in. */
function codeDigest(account: string, code: string): Uint8Array {
  const plain = code.toLowerCase().replaceAll(/[^0-9a-z]/g, '')
  const read = plain.replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return createHash('sha256').update(`${account}/${read}`).digest()
}
