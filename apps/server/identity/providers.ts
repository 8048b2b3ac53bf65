// SPDX-License-Identifier: EUPL-1.2
import * as oidc from 'openid-client'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { cookie, sessionCookie, type Whence } from './browser.ts'
import { ask, take } from './challenges.ts'
import { noteOfTenant } from './events.ts'
import { isFresh } from './lifetime.ts'
import { providerMs } from './limits.ts'
import { type Identity, inIdentity } from './ports.ts'
import { linkSubject, subjectOf } from './provider-links.ts'
import { openedSession } from './sessions.ts'
import { begin } from './sign-in.ts'

// Sign-in by way of an organisation's own identity provider (OpenID Connect, code flow with PKCE).
// It vouches for the first factor and for its own organisation: whoever runs it could otherwise be
// any director of it, and anybody at all elsewhere.

const purpose = 'provider-secret'

export interface Provider {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly client_id: string
  readonly sealed_secret: Uint8Array | null
  readonly is_enabled: boolean
}

function providerOf(identity: Identity, tenant: string): Promise<Provider | undefined> {
  return identity.storage.read(tenant, (db) =>
    db
      .selectFrom('identity_providers')
      .select(['id', 'name', 'issuer', 'client_id', 'sealed_secret', 'is_enabled'])
      .orderBy('id')
      .executeTakeFirst(),
  )
}

export const redirectUri = (identity: Identity) =>
  `${identity.origin()}/api/v1/sign-in/provider-callback`

function shape(identity: Identity, tenant: string, provider: Provider) {
  const { id, name, issuer, client_id: clientId, is_enabled: isEnabled } = provider
  const signInPath = `/api/v1/sign-in/provider/${tenant}`
  return { id, name, issuer, clientId, isEnabled, redirectUri: redirectUri(identity), signInPath }
}

export async function showProvider(identity: Identity, { tenant }: Caller): Promise<Answer> {
  const provider = await providerOf(identity, tenant)
  const body = { provider: provider === undefined ? null : shape(identity, tenant, provider) }
  return { status: 200, body }
}

export async function setProvider(
  identity: Identity,
  given: {
    readonly name: string
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret?: string | undefined
    readonly isEnabled: boolean
  },
  { caller, whence }: { readonly caller: Caller; readonly whence: Whence },
): Promise<Answer> {
  const { tenant, actor } = caller
  if (!given.issuer.startsWith('https:') && !identity.isHttpProviderAllowed) {
    return no('body-refused', { errors: [{ code: 'https-only', path: '/issuer' }] })
  }
  const known = await providerOf(identity, tenant)
  const at = identity.clock()
  // Another issuer is another authority: what the former one vouched for is not carried over.
  const id = known !== undefined && known.issuer === given.issuer ? known.id : newId(at)
  const sealed_secret =
    given.clientSecret === undefined
      ? id === known?.id
        ? known.sealed_secret
        : null
      : identity.storage.secrets.seal(purpose, Buffer.from(given.clientSecret))
  const row = {
    name: given.name,
    issuer: given.issuer,
    client_id: given.clientId,
    sealed_secret,
    is_enabled: given.isEnabled,
    changed_at: at,
    changed_by: actor.person,
  }
  await identity.storage.write(tenant, async (db) => {
    if (known === undefined) {
      await db
        .insertInto('identity_providers')
        .values({ id, ...row })
        .execute()
    } else {
      await db
        .updateTable('identity_providers')
        .set({ id, ...row })
        .where('id', '=', known.id)
        .execute()
    }
    const who = { account: caller.account ?? null, person: actor.person }
    const detail = { host: new URL(given.issuer).host, isEnabled: given.isEnabled }
    await noteOfTenant(db, { event: 'provider-set', at, ...who, detail, whence })
  })
  return { status: 200, body: { provider: shape(identity, tenant, { id, ...row }) } }
}

const discovered = new Map<string, { readonly at: number; readonly config: oidc.Configuration }>()
const discoveryMs = 600_000
const patienceSeconds = 10

/** Asked of the provider at most every ten minutes. */
async function configurationOf(
  identity: Identity,
  provider: Provider,
): Promise<oidc.Configuration> {
  const sealed = provider.sealed_secret
  const secret =
    sealed === null
      ? undefined
      : Buffer.from(identity.storage.secrets.unseal(purpose, sealed)).toString()
  const key = JSON.stringify([provider.issuer, provider.client_id, secret ?? null])
  const known = discovered.get(key)
  if (known !== undefined && performance.now() - known.at < discoveryMs) return known.config
  const config = await oidc.discovery(
    new URL(provider.issuer),
    provider.client_id,
    secret,
    secret === undefined ? oidc.None() : undefined,
    {
      timeout: patienceSeconds,
      ...(identity.isHttpProviderAllowed ? { execute: [oidc.allowInsecureRequests] } : {}),
    },
  )
  if (discovered.size > 200) discovered.clear()
  discovered.set(key, { at: performance.now(), config })
  return config
}

export const flowCookie = 'schouw-provider'

function away(identity: Identity, problem: string): Answer {
  const location = `${identity.origin()}/sign-in?problem=${problem}`
  return { status: 303, headers: { location, 'cache-control': 'no-store' } }
}

interface Start {
  readonly tenant: string
  /** Of the session that wants this way in added to its account. */
  readonly linkFor: string | undefined
}

/** Sends the browser to the provider, with what will prove that the same one comes back. */
export async function startProvider(
  identity: Identity,
  { tenant, linkFor }: Start,
): Promise<Answer> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tenant))
    return away(identity, 'not-found')
  const provider = await providerOf(identity, tenant)
  if (provider?.is_enabled !== true) return away(identity, 'not-found')
  const now = identity.clock()
  let link = ''
  if (linkFor !== undefined) {
    const opened = await inIdentity(identity, () => openedSession(identity.storage, linkFor, now))
    if (!isFresh(opened?.secondFactorAt, now)) return away(identity, 'step-up-needed')
    link = opened?.account ?? ''
  }
  const verifier = oidc.randomPKCECodeVerifier()
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
  let url: URL
  try {
    const config = await configurationOf(identity, provider)
    url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri(identity),
      scope: 'openid email',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      // A browser that is shared must not link, or let in, whoever used it last.
      ...(link === '' ? {} : { prompt: 'login' }),
    })
  } catch {
    return away(identity, 'provider-refused')
  }
  const value = { tenant, provider: provider.id, state, nonce, verifier, link }
  const asked = { purpose: 'provider', account: null, value, now, forMs: providerMs } as const
  const id = await inIdentity(identity, (db) => ask(db, asked))
  const kept = cookie(identity.origin(), flowCookie, id, providerMs / 1000)
  const headers = { location: url.href, 'set-cookie': kept, 'cache-control': 'no-store' }
  return { status: 303, headers }
}

interface Finish {
  /** The address the provider sent the browser to, from the path on. */
  readonly url: string
  readonly flow: string | undefined
  readonly token: string | undefined
  readonly whence: Whence
}

export async function finishProvider(identity: Identity, finish: Finish): Promise<Answer> {
  const { url, flow, token, whence } = finish
  if (flow === undefined) return away(identity, 'challenge-refused')
  const now = identity.clock()
  const value = await inIdentity(identity, (db) =>
    take(db, { id: flow, purpose: 'provider', account: null, now }),
  )
  if (value === undefined) return away(identity, 'challenge-refused')
  const { tenant = '', provider: id, state = '', nonce = '', verifier = '', link = '' } = value
  const provider = await providerOf(identity, tenant)
  // Changed or shut off while the browser was away.
  if (provider?.is_enabled !== true || provider.id !== id) return away(identity, 'provider-refused')
  let claims: oidc.IDToken | undefined
  try {
    const config = await configurationOf(identity, provider)
    const tokens = await oidc.authorizationCodeGrant(config, new URL(url, identity.origin()), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    claims = tokens.claims()
  } catch {
    return away(identity, 'provider-refused')
  }
  if (claims === undefined) return away(identity, 'provider-refused')
  const vouched = { tenant, provider: provider.id, subject: claims.sub, now, whence }
  if (link !== '') {
    const isLinked = await linkSubject(identity, { ...vouched, account: link })
    return isLinked ? home(identity, '/account') : away(identity, 'person-taken')
  }
  const email = claims['email_verified'] === true ? claims['email'] : undefined
  const account = await subjectOf(identity, {
    ...vouched,
    email: typeof email === 'string' ? email.trim().toLowerCase() : undefined,
  })
  if (account === undefined) return away(identity, 'sign-in-refused')
  const from = { whence, token }
  const made = await begin(identity, { account, method: 'oidc', from, onlyTenant: tenant })
  if (made === undefined) return away(identity, 'sign-in-refused')
  const there = home(identity, '/')
  const set = [sessionCookie(identity.origin(), made.token), ...made.cookies]
  const headers = { ...there.headers, 'set-cookie': set }
  return { status: 303, headers }
}

function home(identity: Identity, path: string) {
  const headers = { location: `${identity.origin()}${path}`, 'cache-control': 'no-store' }
  return { status: 303, headers } as const
}
