// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, beforeEach, it } from 'node:test'
import type { Database } from '../storage/dialect.ts'
import type { OutgoingMail } from './ports.ts'
import type { Browser } from './testing/browser.ts'
import { codeAt } from './testing/browser.ts'
import { firstPerson, type House, onBothHouses, type Person, password } from './testing/house.ts'

const minute = 60_000
const day = 1440 * minute

/** What was written, with the name of the tenant and the role it was written under. */
const sent: (OutgoingMail & { readonly under: string })[] = []
let isOutboxBroken = false

async function sendMail(db: Database, mail: OutgoingMail): Promise<boolean> {
  if (isOutboxBroken) throw new Error('the outbox is broken')
  const own = await db.selectFrom('tenants').select('name').execute()
  // In the transaction itself: it is there exactly when what it is about is.
  sent.push({ ...mail, under: own.map(({ name }) => name).join() })
  return true
}

onBothHouses(
  'letters to whoever an account is of',
  (house: House) => {
    let ans: Person
    before(async () => {
      ans = await firstPerson(house)
    })
    beforeEach(() => {
      isOutboxBroken = false
      sent.length = 0
    })
    const withPassword = async (browser: Browser) => {
      house.pass(minute)
      const came = await browser.post('/api/v1/sign-in/password', { email: ans.email, password })
      assert.equal(came.status, 200)
    }
    const withCode = (browser: Browser) =>
      browser.post('/api/v1/session/totp', { code: codeAt(ans.totp, house.now()) })
    const told = () => sent.map(({ template }) => template)

    it('tell nothing of the browser in which the account was made', async () => {
      await withPassword(ans.browser)
      assert.equal((await withCode(ans.browser)).status, 200)
      assert.deepEqual(told(), [])
    })

    it('tell of a new browser once the second factor is shown, and not again', async () => {
      const browser = house.browser()
      await withPassword(browser)
      assert.deepEqual(told(), [], 'nobody is in yet')
      assert.equal(browser.device, undefined, 'and a password alone makes nothing known')
      assert.equal((await withCode(browser)).status, 200)
      const link = 'http://localhost:8080/account'
      const values = { at: house.now(), device: 'Firefox, Linux', address: '192.0.2.0/24', link }
      const letter = { to: ans.email, language: 'nl', template: 'new-sign-in', values }
      assert.deepEqual(sent, [{ ...letter, under: 'Jansen Machines' }])
      await withPassword(browser)
      assert.equal((await withCode(browser)).status, 200)
      house.pass(minute)
      assert.equal((await withCode(browser)).status, 200, 'shown once more')
      assert.equal(sent.length, 1)
    })

    it('do not believe a browser that says it is known for another account', async () => {
      const known = house.browser()
      await withPassword(known)
      await withCode(known)
      const [, value = ''] = known.device?.split('=') ?? []
      const [at, proof] = [value.slice(0, 4), value.slice(4)]
      const forged = [
        'schouw-devices=',
        'schouw-devices=~~~',
        `schouw-devices=${at}${'A'.repeat(43)}`,
        `schouw-devices=zzzz${proof}`,
        `schouw-devices=0000${proof}`,
        `schouw-devices=${(Number.parseInt(at, 36) - 1).toString(36)}${proof}`,
        `${known.device}; ${known.device}`,
      ]
      for (const device of forged) {
        sent.length = 0
        const browser = house.browser()
        browser.device = device
        await withPassword(browser)
        assert.equal((await withCode(browser)).status, 200)
        assert.deepEqual(told(), ['new-sign-in'], device)
      }
      sent.length = 0
      house.pass(401 * day)
      await withPassword(known)
      await withCode(known)
      assert.deepEqual(told(), ['new-sign-in'], 'a browser is not remembered for ever')
    })

    it('tell of a recovery code, and of how many are left', async () => {
      const browser = house.browser()
      await withPassword(browser)
      const code = ans.codes[0] ?? ''
      const used = await browser.post('/api/v1/session/recovery-code', { code })
      assert.equal(used.status, 200)
      assert.deepEqual(told(), ['recovery-code-used'])
      assert.deepEqual(sent[0]?.values, {
        at: house.now(),
        left: '9',
        link: 'http://localhost:8080/account',
      })
      const again = await browser.post('/api/v1/session/recovery-code', { code })
      assert.equal(again.status, 403)
      assert.equal(sent.length, 1)
    })

    it('are written with what they tell of, or neither is', async () => {
      const browser = house.browser()
      await withPassword(browser)
      isOutboxBroken = true
      const code = ans.codes[1] ?? ''
      const lost = await browser.post('/api/v1/session/recovery-code', { code })
      assert.equal(lost.status, 500)
      assert.equal((await browser.get('/api/v1/session')).body.next, 'show-second-factor')
      isOutboxBroken = false
      const used = await browser.post('/api/v1/session/recovery-code', { code })
      assert.equal(used.status, 200, 'the code is still good')
      assert.equal(sent[0]?.values['left'], '8')
    })

    it('tell of a changed password, and of new codes', async () => {
      await withPassword(ans.browser)
      await withCode(ans.browser)
      sent.length = 0
      const body = { former: password, password: `${password} nu` }
      assert.equal((await ans.browser.post('/api/v1/account/password', body)).status, 200)
      assert.equal((await ans.browser.post('/api/v1/account/recovery-codes')).status, 200)
      assert.deepEqual(told(), ['account-changed', 'account-changed'])
    })
  },
  { sendMail },
)
