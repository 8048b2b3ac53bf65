// SPDX-License-Identifier: EUPL-1.2
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { api } from './api.ts'
import type { Session } from './session.ts'

type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']
type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON']
type Answer = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: Record<string, unknown>
  readonly clientExtensionResults: Record<string, unknown>
}

const answered = (answer: unknown) => answer as Answer

export async function signInWithPasskey(): Promise<Session> {
  const { challenge, options } = await api.call('POST /api/v1/sign-in/passkey/options')
  const optionsJSON = options as unknown as RequestOptions
  const response = answered(await startAuthentication({ optionsJSON }))
  return api.call('POST /api/v1/sign-in/passkey', { body: { challenge, response } })
}

export async function showPasskey(): Promise<Session> {
  const { challenge, options } = await api.call('POST /api/v1/session/passkey/options')
  const optionsJSON = options as unknown as RequestOptions
  const response = answered(await startAuthentication({ optionsJSON }))
  return api.call('POST /api/v1/session/passkey', { body: { challenge, response } })
}

/** With the recovery codes when it is the first second factor. */
export async function makePasskey(name: string) {
  const { challenge, options } = await api.call('POST /api/v1/account/passkeys/options')
  const optionsJSON = options as unknown as CreationOptions
  const response = answered(await startRegistration({ optionsJSON }))
  return api.call('POST /api/v1/account/passkeys', { body: { challenge, response, name } })
}
