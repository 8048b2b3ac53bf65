// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { code, password, sessionBody, webauthn } from './identity-shapes.ts'

const mine = { tag: 'account', who: 'account' } as const
const asking = { ...mine, method: 'GET', statuses: [200] } as const
const acting = { ...mine, method: 'POST', statuses: [200] } as const
const ending = { ...mine, method: 'DELETE', statuses: [204] } as const

const challenge = z.object({ challenge: z.uuid(), options: z.looseObject({}) })
const answered = z.strictObject({ challenge: z.uuid(), response: webauthn })
const recoveryCodes = z.object({ codes: z.array(z.string()) })

/** What somebody does with his or her own account and sessions. */
export const accountRoutes = {
  session: { ...asking, path: '/api/v1/session', answer: sessionBody },
  signOut: { ...ending, path: '/api/v1/session' },
  chooseOrganisation: {
    ...acting,
    path: '/api/v1/session/organisation',
    body: z.strictObject({ organisation: z.uuid() }),
    answer: sessionBody,
  },
  showCode: {
    ...acting,
    path: '/api/v1/session/totp',
    body: z.strictObject({ code }),
    answer: sessionBody,
  },
  showRecoveryCode: {
    ...acting,
    path: '/api/v1/session/recovery-code',
    body: z.strictObject({ code: z.string().min(1).max(60) }),
    answer: sessionBody,
  },
  showPasskeyChallenge: { ...acting, path: '/api/v1/session/passkey/options', answer: challenge },
  showPasskey: {
    ...acting,
    path: '/api/v1/session/passkey',
    body: answered,
    answer: sessionBody,
  },
  sessions: {
    ...asking,
    path: '/api/v1/account/sessions',
    answer: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          isThis: z.boolean(),
          method: z.string(),
          createdAt: z.iso.datetime(),
          seenAt: z.iso.datetime(),
          /** Without its last part. */
          address: z.string(),
          agent: z.string(),
        }),
      ),
    }),
  },
  /** All but this one. */
  endSessions: { ...ending, path: '/api/v1/account/sessions' },
  endSession: { ...ending, path: '/api/v1/account/sessions/{id}' },
  changePassword: {
    ...acting,
    path: '/api/v1/account/password',
    /** The former one is asked of whoever has one. */
    body: z.strictObject({ former: z.string().min(1).max(1000).optional(), password }),
    answer: sessionBody,
  },
  beginTotp: {
    ...acting,
    path: '/api/v1/account/totp/begin',
    answer: z.object({ challenge: z.uuid(), secret: z.string(), uri: z.string() }),
  },
  confirmTotp: {
    ...acting,
    path: '/api/v1/account/totp',
    body: z.strictObject({ challenge: z.uuid(), code }),
    /** Given with the first second factor; null when there are some already. */
    answer: z.object({ session: sessionBody, codes: z.array(z.string()).nullable() }),
  },
  removeTotp: { ...ending, path: '/api/v1/account/totp' },
  passkeys: {
    ...asking,
    path: '/api/v1/account/passkeys',
    answer: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          isSynced: z.boolean(),
          createdAt: z.iso.datetime(),
          usedAt: z.iso.datetime().nullable(),
        }),
      ),
    }),
  },
  beginPasskey: { ...acting, path: '/api/v1/account/passkeys/options', answer: challenge },
  addPasskey: {
    ...acting,
    path: '/api/v1/account/passkeys',
    body: answered.extend({ name: z.string().trim().min(1).max(80) }),
    answer: z.object({ session: sessionBody, codes: z.array(z.string()).nullable() }),
  },
  removePasskey: { ...ending, path: '/api/v1/account/passkeys/{id}' },
  /** Those there were are worth nothing from then on. */
  newRecoveryCodes: {
    ...acting,
    path: '/api/v1/account/recovery-codes',
    answer: recoveryCodes,
  },
  /**
   * For good. A second factor is shown first; who has none gives the password. Refused to the only
   * one who could let others into an organisation: `errors` names which.
   */
  closeAccount: {
    ...acting,
    path: '/api/v1/account/close',
    body: z.strictObject({ password: z.string().min(1).max(1000).optional() }),
    statuses: [204],
  },
  accountEvents: {
    ...asking,
    path: '/api/v1/account/events',
    answer: z.object({ items: z.array(z.looseObject({ event: z.string() })) }),
  },
} as const satisfies Routes
