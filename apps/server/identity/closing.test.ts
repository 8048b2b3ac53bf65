// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { OutgoingMail } from './ports.ts'
import { type Browser, codeAt } from './testing/browser.ts'
import { firstPerson, onBothHouses, type Person, password, withTotp } from './testing/house.ts'

const minute = 60_000
const close = '/api/v1/account/close'
const sent: OutgoingMail[] = []

async function sendMail(_db: unknown, mail: OutgoingMail): Promise<boolean> {
  sent.push(mail)
  return true
}

onBothHouses(
  'closing an account',
  (house) => {
    let ans: Person
    before(async () => {
      ans = await firstPerson(house)
    })

    const shown = async (browser: Browser, totp: string) => {
      house.pass(minute)
      const code = codeAt(totp, house.now())
      assert.equal((await browser.post('/api/v1/session/totp', { code })).status, 200)
    }
    const person = async (name: string): Promise<string> => {
      const made = await ans.browser.post('/api/v1/persons', {
        values: { code: name.toUpperCase(), name, language: 'en' },
      })
      assert.equal(made.status, 201, JSON.stringify(made.body))
      return made.body.id
    }
    const accepting = async (link: string) => {
      const browser = house.browser()
      const body = { token: link.split('#')[1], name: 'Somebody', password }
      const came = await browser.post('/api/v1/invitations/accept', body)
      assert.equal(came.status, 200, JSON.stringify(came.body))
      return browser
    }
    const invited = async (who: string, role: string) => {
      await shown(ans.browser, ans.totp)
      const body = { email: `${role}@jansen.example`, person: who, role }
      const made = await ans.browser.post('/api/v1/invitations', body)
      assert.equal(made.status, 201, JSON.stringify(made.body))
      const link = sent.at(-1)?.values['link'] ?? ''
      return { ...made.body, browser: await accepting(link) }
    }
    const signIn = (email: string) =>
      house.browser().post('/api/v1/sign-in/password', { email, password })

    it('is refused to the only one who can let others in, by the name of where', async () => {
      await shown(ans.browser, ans.totp)
      const refused = await ans.browser.post(close, {})
      assert.deepEqual([refused.status, refused.body.code], [409, 'last-admitter'])
      assert.deepEqual(refused.body.errors, [
        { code: 'last-admitter', organisation: 'Jansen Machines' },
      ])
      assert.equal((await ans.browser.get('/api/v1/sites')).status, 200, 'nothing has changed')
    })

    it('asks the password of whoever has no second factor', async () => {
      const { browser } = await invited(await person('Eva'), 'employee')
      assert.equal((await browser.post(close, {})).body.code, 'sign-in-refused')
      assert.equal((await browser.post(close, { password: 'wrong' })).body.code, 'sign-in-refused')
      const gone = await browser.post(close, { password })
      assert.equal(gone.status, 204, JSON.stringify(gone.body))
      assert.equal(browser.cookie, undefined)
      assert.equal((await signIn('employee@jansen.example')).status, 401)
      const { to, template, language } = sent.at(-1) as OutgoingMail
      assert.deepEqual(
        [to, template, language],
        ['employee@jansen.example', 'account-closed', 'en'],
      )
    })

    it('ends sessions and tokens, keeps what was done, forgets the address', async () => {
      const dirk = await person('Dirk')
      const { browser } = await invited(dirk, 'director')
      const { totp } = await withTotp(house, browser)
      const own = `/api/v1/persons/${dirk}`
      const read = await browser.get(own)
      const changed = await browser.send(
        'PATCH',
        own,
        { values: { phone: '+31 6 12345678' } },
        { 'if-match': read.headers['etag'] },
      )
      assert.equal(changed.status, 200, JSON.stringify(changed.body))
      const scopes = { name: 'sheet', read: true, write: false, days: 30 }
      const { token } = (await browser.post('/api/v1/tokens', scopes)).body
      const withToken = async () => {
        const headers = { authorization: `Bearer ${token}` }
        return (await house.browser().send('GET', '/api/v1/sites', undefined, headers)).status
      }
      assert.equal(await withToken(), 200)
      const other = house.browser()
      await other.post('/api/v1/sign-in/password', { email: 'director@jansen.example', password })
      await shown(other, totp)
      house.pass(11 * minute)
      assert.equal((await browser.post(close, { password })).body.code, 'step-up-needed')
      await shown(browser, totp)
      assert.equal((await browser.post(close, {})).status, 204)
      assert.equal(await withToken(), 401)
      assert.equal((await other.get('/api/v1/session')).status, 401)
      assert.equal((await browser.get('/api/v1/session')).status, 401)

      const { items } = (await ans.browser.get('/api/v1/members')).body
      const left = items.find((one: { person: string }) => one.person === dirk)
      assert.deepEqual([left.email, left.roles, left.endedAt], ['', [], house.now()])
      const history = (await ans.browser.get(`${own}/history`)).body.items
      assert.ok(
        history.some((one: { by: string }) => one.by === dirk),
        'the log still says who did it',
      )
      const record = (await ans.browser.get(own)).body
      assert.equal(record.values.phone, '+31 6 12345678', 'the record is the organisation’s')
    })

    it('leaves the address free for a new invitation', async () => {
      const { items } = (await ans.browser.get('/api/v1/members')).body
      const [{ person: eva }] = items.filter(
        (one: { endedAt: string | null; grants: unknown[] }) =>
          one.endedAt !== null && one.grants.length > 0,
      )
      const { browser } = await invited(eva, 'employee')
      assert.equal((await browser.get('/api/v1/session')).body.next, 'done')
    })

    it('of two who can let others in lets one go at a time', async () => {
      const dora = await invited(await person('Dora'), 'director')
      await withTotp(house, dora.browser)
      const cor = await invited(await person('Cor'), 'ciso')
      const { totp } = await withTotp(house, cor.browser)
      const url = `/api/v1/appointments/${cor.appointment}/approve`
      const approved = await dora.browser.post(url, { pending: cor.pending })
      assert.equal(approved.status, 200, JSON.stringify(approved.body))
      await shown(cor.browser, totp)
      await shown(ans.browser, ans.totp)
      const both = await Promise.all([ans.browser.post(close, {}), cor.browser.post(close, {})])
      assert.deepEqual(both.map(({ status }) => status).sort(), [204, 409])
    })

    it('opens no installation anew', async () => {
      const { isOpen } = (await house.browser().get('/api/v1/setup')).body
      assert.equal(isOpen, false)
    })
  },
  { sendMail },
)
