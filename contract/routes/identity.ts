// SPDX-License-Identifier: EUPL-1.2
import { jurisdictions } from '@schouw/core/law'
import { roles } from '@schouw/core/registers'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { accountRoutes } from './account.ts'
import { email, password, secretText, sessionBody, webauthn } from './identity-shapes.ts'
import { memberRoutes } from './members.ts'

const signIn = { tag: 'sign-in', who: 'public', method: 'POST' } as const

/** Set-up, sign-in and what an invitation leads to: everything that nobody has a session for. */
const doors = {
  setupState: {
    method: 'GET',
    path: '/api/v1/setup',
    tag: 'setup',
    who: 'public',
    answer: z.object({ isOpen: z.boolean() }),
    statuses: [200],
  },
  setup: {
    method: 'POST',
    path: '/api/v1/setup',
    tag: 'setup',
    who: 'public',
    body: z.strictObject({
      /** From the link that the server printed at its start. */
      token: secretText,
      organisation: z.strictObject({
        name: z.string().trim().min(1).max(200),
        jurisdiction: z.enum(jurisdictions),
        language: z.enum(['nl', 'en']),
        time_zone: z.string().min(1).max(60),
      }),
      person: z.strictObject({ name: z.string().trim().min(1).max(200), email }),
      password,
    }),
    answer: sessionBody,
    statuses: [201],
  },
  signInWithPassword: {
    ...signIn,
    path: '/api/v1/sign-in/password',
    body: z.strictObject({ email, password: z.string().min(1).max(1000) }),
    answer: sessionBody,
    statuses: [200],
  },
  passkeyChallenge: {
    ...signIn,
    path: '/api/v1/sign-in/passkey/options',
    answer: z.object({ challenge: z.uuid(), options: z.looseObject({}) }),
    statuses: [200],
  },
  signInWithPasskey: {
    ...signIn,
    path: '/api/v1/sign-in/passkey',
    body: z.strictObject({ challenge: z.uuid(), response: webauthn }),
    answer: sessionBody,
    statuses: [200],
  },
  startProvider: {
    method: 'GET',
    path: '/api/v1/sign-in/provider/{tenant}',
    tag: 'sign-in',
    who: 'public',
    /** `link`: for the account that is signed in, beside its other ways in. */
    query: z.object({ link: z.literal('1').optional() }),
    statuses: [303],
  },
  finishProvider: {
    method: 'GET',
    path: '/api/v1/sign-in/provider-callback',
    tag: 'sign-in',
    who: 'public',
    statuses: [303],
  },
  lookAtInvitation: {
    ...signIn,
    path: '/api/v1/invitations/look',
    body: z.strictObject({ token: secretText }),
    answer: z.object({
      organisation: z.string(),
      email: z.string(),
      role: z.enum(roles),
      /** As the register of people has it; null when it says nothing. */
      name: z.string().nullable(),
      /** Then it is accepted by the account, after signing in to it. */
      hasAccount: z.boolean(),
    }),
    statuses: [200],
  },
  acceptInvitation: {
    ...signIn,
    path: '/api/v1/invitations/accept',
    /** Without a password: by the account that is signed in. */
    body: z.strictObject({
      token: secretText,
      name: z.string().trim().min(1).max(200).optional(),
      password: password.optional(),
    }),
    answer: sessionBody,
    statuses: [200],
  },
} as const satisfies Routes

export const identityRoutes = { ...doors, ...accountRoutes, ...memberRoutes } as const
