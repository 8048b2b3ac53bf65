// SPDX-License-Identifier: EUPL-1.2
// Sign-in by way of a real OpenID provider on this machine.
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, it } from 'node:test'
import Provider from 'oidc-provider'
import { type Browser, codeAt, type Reply } from './testing/browser.ts'
import { firstPerson, onBothHouses, origin, type Person, password } from './testing/house.ts'

interface Claims {
  readonly email: string
  readonly email_verified: boolean
}

/** People whom the provider knows. */
const people = new Map<string, Claims>()

async function startedProvider(): Promise<{ readonly server: Server; readonly issuer: string }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'schouw',
        client_secret: 'a secret of the client',
        redirect_uris: [`${origin}/api/v1/sign-in/provider-callback`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...people.get(id) }),
    }),
  })
  const callback = provider.callback()
  // The page where somebody would sign in: the test says who that is.
  const meet = async (request: IncomingMessage, response: ServerResponse, as: string) => {
    const { grantId, session, params } = await provider.interactionDetails(request, response)
    const accountId = as === '' ? (session?.accountId ?? '') : as
    const grant =
      grantId === undefined
        ? new provider.Grant({ accountId, clientId: String(params['client_id']) })
        : await provider.Grant.find(grantId)
    grant?.addOIDCScope('openid email')
    const consent = { grantId: await grant?.save() }
    await provider.interactionFinished(request, response, { login: { accountId }, consent })
  }
  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    const isMeeting = pathname.startsWith('/interaction/')
    const as = searchParams.get('as') ?? ''
    void (isMeeting ? meet(request, response, as) : callback(request, response))
  })
  return { server, issuer }
}

/** Walks through the provider as a browser does; gives the address it is sent back to. */
async function walk(start: string, as: string): Promise<string> {
  const jar = new Map<string, string>()
  let url = start
  for (let step = 0; step < 12; step += 1) {
    const asked = url.includes('/interaction/') ? `${url}?as=${as}` : url
    const came = await fetch(asked, {
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
    })
    for (const set of came.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split(/=(.*)/s) ?? []
      jar.set(name, value)
    }
    const to = came.headers.get('location')
    if (to === null) throw new Error(`${came.status} ${await came.text()}`)
    url = new URL(to, url).href
    if (url.startsWith(origin)) return url
  }
  throw new Error('it goes round')
}

onBothHouses(
  'an identity provider',
  (house) => {
    let ans: Person
    let tenant: string
    let running: Awaited<ReturnType<typeof startedProvider>>
    before(async () => {
      running = await startedProvider()
      ans = await firstPerson(house)
      tenant = (await ans.browser.get('/api/v1/session')).body.organisation.id
      people.set('ans-at-work', { email: 'Ans@Jansen.example', email_verified: true })
      people.set('mallory', { email: 'ans@jansen.example', email_verified: false })
      people.set('stranger', { email: 'stranger@jansen.example', email_verified: true })
    })
    after(() => {
      running.server.closeAllConnections()
      running.server.close()
    })
    const start = async (browser: Browser, more = '') => {
      const came = await browser.get(`/api/v1/sign-in/provider/${tenant}${more}`)
      assert.equal(came.status, 303)
      return String(came.headers['location'])
    }
    /** The callback, with the cookies that the start left. */
    const enter = async (as: string, more: { link?: Browser } = {}): Promise<[Browser, Reply]> => {
      const browser = more.link ?? house.browser()
      const session = browser.cookie
      const there = await start(browser, more.link === undefined ? '' : '?link=1')
      const flow = browser.cookie
      const back = await walk(there, as)
      browser.cookie = session === undefined ? flow : `${session}; ${flow}`
      const came = await browser.get(back.slice(origin.length))
      if (more.link !== undefined) browser.cookie = session
      return [browser, came]
    }
    const problemOf = ({ headers }: Reply) =>
      new URL(String(headers['location'])).searchParams.get('problem')

    it('is set by the CISO, over https, its secret sealed', async () => {
      const body = {
        name: 'Work account',
        issuer: running.issuer,
        clientId: 'schouw',
        clientSecret: 'a secret of the client',
        isEnabled: true,
      }
      const url = '/api/v1/identity-provider'
      assert.equal((await house.browser().get(`/api/v1/sign-in/provider/${tenant}`)).status, 303)
      const came = await ans.browser.send('PUT', url, body)
      assert.equal(came.status, 200, JSON.stringify(came.body))
      assert.equal(came.body.provider.redirectUri, `${origin}/api/v1/sign-in/provider-callback`)
      assert.doesNotMatch(JSON.stringify((await ans.browser.get(url)).body), /a secret/)
      const { rows } = await house.storage.engine.pool.query(
        'select sealed_secret from schouw.identity_providers',
      )
      assert.doesNotMatch(Buffer.from(rows[0].sealed_secret).toString('latin1'), /a secret/)
    })

    it('vouches for a member by an address it has checked, as a first factor alone', async () => {
      const [browser, came] = await enter('ans-at-work')
      assert.equal(came.headers['location'], `${origin}/`, String(came.headers['location']))
      const { body } = await browser.get('/api/v1/session')
      assert.deepEqual([body.next, body.session.method], ['show-second-factor', 'oidc'])
      assert.equal((await browser.get('/api/v1/sites')).body.code, 'second-factor-needed')
      house.pass(60_000)
      const code = codeAt(ans.totp, house.now())
      const shown = await browser.post('/api/v1/session/totp', { code })
      assert.deepEqual([shown.body.next, shown.body.organisation.id], ['done', tenant])
      // Good for the organisation whose provider it is, and for no other.
      const elsewhere = '0190b000-0000-7000-8000-0000000000bb'
      const choose = { organisation: elsewhere }
      const chosen = await browser.post('/api/v1/session/organisation', choose)
      assert.equal(chosen.body.code, 'organisation-needed')
    })

    it('vouches for nobody by an address that it has not checked, or that is no member’s', async () => {
      for (const as of ['mallory', 'stranger']) {
        const [browser, came] = await enter(as)
        assert.equal(problemOf(came), 'sign-in-refused', as)
        assert.equal((await browser.get('/api/v1/session')).status, 401)
      }
    })

    it('is answered once, by the browser that asked, and with what it asked', async () => {
      const browser = house.browser()
      const back = (await walk(await start(browser), 'ans-at-work')).slice(origin.length)
      const flow = browser.cookie
      const other = house.browser()
      assert.equal(problemOf(await other.get(back)), 'challenge-refused', 'without the cookie')
      await start(other)
      assert.equal(problemOf(await other.get(back)), 'provider-refused', 'with another state')
      browser.cookie = flow
      assert.equal(problemOf(await browser.get(back)), null)
      browser.cookie = flow
      assert.equal(problemOf(await browser.get(back)), 'challenge-refused', 'once more')
      const late = house.browser()
      const lateBack = (await walk(await start(late), 'ans-at-work')).slice(origin.length)
      house.pass(10 * 60_000)
      assert.equal(problemOf(await late.get(lateBack)), 'challenge-refused', 'too late')
    })

    it('can be linked by somebody signed in who has just shown a second factor', async () => {
      house.pass(3_600_000)
      const entering = { email: ans.email, password }
      await ans.browser.post('/api/v1/sign-in/password', entering)
      const half = await ans.browser.get(`/api/v1/sign-in/provider/${tenant}?link=1`)
      assert.equal(problemOf(half), 'step-up-needed')
      const code = codeAt(ans.totp, house.now())
      assert.equal((await ans.browser.post('/api/v1/session/totp', { code })).status, 200)
      people.set('other-name', { email: 'else@where.example', email_verified: true })
      const [, came] = await enter('other-name', { link: ans.browser })
      assert.equal(came.headers['location'], `${origin}/account`)
      const [browser] = await enter('other-name')
      assert.equal((await browser.get('/api/v1/session')).body.account.email, ans.email)
    })

    it('is refused when it is away, shut off, or changed meanwhile', async () => {
      const change = async (more: Readonly<Record<string, unknown>>) => {
        const body = { name: 'W', issuer: running.issuer, clientId: 'schouw', isEnabled: true }
        const came = await ans.browser.send('PUT', '/api/v1/identity-provider', {
          ...body,
          ...more,
        })
        assert.equal(came.status, 200, JSON.stringify(came.body))
      }
      const browser = house.browser()
      const back = (await walk(await start(browser), 'ans-at-work')).slice(origin.length)
      await change({ isEnabled: false })
      assert.equal(problemOf(await browser.get(back)), 'provider-refused')
      const shut = await house.browser().get(`/api/v1/sign-in/provider/${tenant}`)
      assert.equal(problemOf(shut), 'not-found')
      await change({ issuer: 'http://127.0.0.1:9' })
      const away = await house.browser().get(`/api/v1/sign-in/provider/${tenant}`)
      assert.equal(problemOf(away), 'provider-refused')
      assert.equal(
        problemOf(await house.browser().get('/api/v1/sign-in/provider/nobody')),
        'not-found',
      )
    })
  },
  { isHttpProviderAllowed: true },
)
