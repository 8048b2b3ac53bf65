// SPDX-License-Identifier: EUPL-1.2
import { type Answer, no } from '../http/answer.ts'
import type { Database } from '../storage/dialect.ts'
import { rememberedDevice } from './devices.ts'
import type { EventName } from './events.ts'
import { noteOfAccount } from './events.ts'
import { type Admission, admitGuess, forgiveGuess } from './guesses.ts'
import { cameIn, recoveryCodeUsed, tellHolder } from './letters.ts'
import { asserted } from './passkeys.ts'
import { type Identity, inIdentity } from './ports.ts'
import { openTotp, totpStep, useRecoveryCode, useStep } from './second-factors.ts'
import { type Admitted, withSession } from './serving.ts'
import { rotateSession, seatsOf } from './sessions.ts'

// A second factor shown to a session, the first time or once more for a sensitive act. From then
// on the session goes by another secret.

export async function showCode(identity: Identity, own: Admitted, code: string): Promise<Answer> {
  const { opened, now } = own
  const admission = await admitted(identity, own)
  if (!admission.isOpen) return slowed(identity, own, admission.waitSeconds)
  const isRight = await inIdentity(identity, async (db) => {
    const row = await db
      .selectFrom('schouw_identity.accounts')
      .select('totp_secret')
      .where('id', '=', opened.account)
      .executeTakeFirst()
    if (row?.totp_secret == null) return false
    const step = totpStep(openTotp(identity, row.totp_secret), code, now)
    return step !== undefined && (await useStep(db, opened.account, step))
  })
  if (!isRight) return wrong(identity, own, 'second-factor-refused')
  await forgiveGuess(identity, admission.names)
  return shown(identity, own, 'second-factor-shown')
}

export async function showRecoveryCode(
  identity: Identity,
  own: Admitted,
  code: string,
): Promise<Answer> {
  const { account } = own.opened
  const admission = await admitted(identity, own)
  if (!admission.isOpen) return slowed(identity, own, admission.waitSeconds)
  // Used up, written down and told of together: no code is gone without a letter.
  const made = await inIdentity(identity, async (db) => {
    if (!(await useRecoveryCode(db, { account, code, now: own.now }))) return undefined
    return kept(identity, db, { ...own, event: 'recovery-code-used' })
  })
  if (made === undefined) return wrong(identity, own, 'second-factor-refused')
  await forgiveGuess(identity, admission.names)
  return withSession(identity, made.token, made)
}

export async function showPasskey(
  identity: Identity,
  own: Admitted,
  answer: { readonly challenge: string; readonly response: unknown },
): Promise<Answer> {
  const { outcome } = await asserted(identity, own.opened.account, answer)
  if (outcome === 'yes') return shown(identity, own, 'second-factor-shown')
  const event = outcome === 'copied' ? 'passkey-counter-went-back' : 'second-factor-refused'
  return wrong(identity, own, event)
}

/** Another organisation of the same account; what the session may there is looked up anew. */
export async function chooseOrganisation(
  identity: Identity,
  { opened }: Admitted,
  tenant: string,
): Promise<Answer> {
  const { account, id, onlyTenant } = opened
  if (onlyTenant !== null && onlyTenant !== tenant) return no('organisation-needed')
  const token = await inIdentity(identity, async (db) => {
    const seats = await seatsOf(db, account)
    if (!seats.some((seat) => seat.id === tenant)) return undefined
    await db
      .updateTable('schouw_identity.accounts')
      .set({ last_tenant: tenant })
      .where('id', '=', account)
      .execute()
    return rotateSession(db, id, { tenant })
  })
  return token === undefined ? no('not-found') : withSession(identity, token)
}

function admitted(identity: Identity, { opened, whence }: Admitted): Promise<Admission> {
  const { network } = whence
  return admitGuess(identity, { what: 'second-factor', of: opened.account, network })
}

async function slowed(identity: Identity, own: Admitted, waitSeconds: number): Promise<Answer> {
  await noted(identity, own, 'guesses-slowed')
  return no('too-many-requests', { waitSeconds })
}

async function wrong(identity: Identity, own: Admitted, event: EventName): Promise<Answer> {
  await noted(identity, own, event)
  return no('second-factor-refused')
}

function noted(identity: Identity, { opened, whence, now }: Admitted, event: EventName) {
  const { account } = opened
  return inIdentity(identity, (db) => noteOfAccount(db, { event, at: now, account, whence }))
}

async function shown(identity: Identity, own: Admitted, event: EventName): Promise<Answer> {
  const made = await inIdentity(identity, (db) => kept(identity, db, { ...own, event }))
  return withSession(identity, made.token, made)
}

/** The first time is where the sign-in is complete. */
async function kept(
  identity: Identity,
  db: Database,
  { opened, now, whence, event }: Admitted & { readonly event: EventName },
) {
  const { account, id, factors } = opened
  await noteOfAccount(db, { event, at: now, account, whence })
  const token = await rotateSession(db, id, { secondFactorAt: now })
  const isFirst = opened.secondFactorAt === null
  if (event !== 'recovery-code-used') {
    return { token, cookies: isFirst ? await cameIn(identity, db, { account, now, whence }) : [] }
  }
  // One letter, the graver of the two, whatever browser it is.
  const telling = recoveryCodeUsed(identity, factors.recoveryCodes - 1, now)
  await tellHolder(identity, db, { account, telling })
  const asked = { account, now, devices: whence.devices }
  return { token, cookies: isFirst ? [rememberedDevice(identity, asked)] : [] }
}
