// SPDX-License-Identifier: EUPL-1.2
// Who gets what of the routes about accounts, said once more by hand: tokens of every role knock,
// none of them with a session.
import { roles } from '@schouw/core/registers'
import type { Role } from '../../http/testing/people.ts'

type Row = Readonly<Record<Role | 'nobody', number>>

function everyone(status: number): Row {
  return Object.fromEntries([...roles, 'nobody'].map((role) => [role, status])) as Row
}

const whoever = (status: number): Row => ({ ...everyone(status), nobody: 401 })
const guarded = (status: number): Row => ({ ...whoever(403), ciso: status })
const overseen = (status: number): Row => ({
  ...guarded(status),
  director: status,
  supervisory_director: status,
  auditor: status,
})

/** About the account of a session; a token has none. */
const own = [
  'GET /api/v1/session',
  'DELETE /api/v1/session',
  'POST /api/v1/session/organisation',
  'POST /api/v1/session/totp',
  'POST /api/v1/session/recovery-code',
  'POST /api/v1/session/passkey/options',
  'POST /api/v1/session/passkey',
  'GET /api/v1/account/sessions',
  'DELETE /api/v1/account/sessions',
  'DELETE /api/v1/account/sessions/:id',
  'POST /api/v1/account/password',
  'POST /api/v1/account/totp/begin',
  'POST /api/v1/account/totp',
  'DELETE /api/v1/account/totp',
  'GET /api/v1/account/passkeys',
  'POST /api/v1/account/passkeys/options',
  'POST /api/v1/account/passkeys',
  'DELETE /api/v1/account/passkeys/:id',
  'POST /api/v1/account/recovery-codes',
  'POST /api/v1/account/close',
  'GET /api/v1/account/events',
  'GET /api/v1/account/organisations',
]

export const identityTable: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(own.map((route) => [route, everyone(401)])),
  'GET /api/v1/setup': everyone(200),
  'POST /api/v1/setup': everyone(422),
  'POST /api/v1/sign-in/password': everyone(422),
  'POST /api/v1/sign-in/passkey/options': everyone(200),
  'POST /api/v1/sign-in/passkey': everyone(422),
  // Back to the page for signing in, with what was wrong.
  'GET /api/v1/sign-in/provider/:tenant': everyone(303),
  'GET /api/v1/sign-in/provider-callback': everyone(303),
  'POST /api/v1/invitations/look': everyone(422),
  'POST /api/v1/invitations/accept': everyone(422),
  'POST /api/v1/invitations': guarded(422),
  'GET /api/v1/invitations': overseen(200),
  'DELETE /api/v1/invitations/:id': guarded(404),
  'GET /api/v1/members': overseen(200),
  'DELETE /api/v1/members/:account': guarded(404),
  'POST /api/v1/members/:account/grants': guarded(422),
  'DELETE /api/v1/members/:account/grants/:id': guarded(404),
  'GET /api/v1/tokens': whoever(200),
  'POST /api/v1/tokens': whoever(422),
  'POST /api/v1/machine-tokens': guarded(422),
  'POST /api/v1/supplier-links': guarded(422),
  'DELETE /api/v1/tokens/:id': whoever(404),
  'GET /api/v1/security-events': overseen(200),
  'GET /api/v1/identity-provider': overseen(200),
  'PUT /api/v1/identity-provider': guarded(422),
}
