// SPDX-License-Identifier: EUPL-1.2
// The way of accounts through the screens: an export read, tried and recorded, what stands out
// reviewed and signed; and a session that ends under somebody who is typing.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { inBrowser, isSound, launched, patienceMs } from './testing/browser.ts'
import { codeOf, Somebody, type Started, started } from './testing/factory.ts'

const users = `userPrincipalName,displayName,mail,userType,accountEnabled
kim@h.example,Kim Bos,kim@h.example,Member,True
weg@h.example,Jan Weg,weg@h.example,Member,True
`
const password = 'kraai leent ladder uit'

inBrowser('access', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-access-'))
  let server: Started
  let browser: Browser
  let ans: Somebody
  let page: Page
  let secret = ''

  before(async () => {
    server = await started(folder)
    ans = new Somebody(server.address)
    await ans.send('POST', '/api/v1/setup', {
      token: server.token,
      organisation: {
        name: 'Jansen Machines',
        jurisdiction: 'NL',
        language: 'nl',
        time_zone: 'Europe/Amsterdam',
      },
      person: { name: 'Ans de Wit', email: 'ans@jansen.example' },
      password,
    })
    const begun = await ans.send('POST', '/api/v1/account/totp/begin')
    secret = begun.secret
    const { challenge } = begun
    await ans.send('POST', '/api/v1/account/totp', { challenge, code: codeOf(secret) })
    const left = { code: 'P2', name: 'Jan Weg', email: 'weg@h.example', left_on: '2026-10-01' }
    await ans.send('POST', '/api/v1/persons', { values: left })
    browser = await launched()
    const context = await browser.newContext({ locale: 'nl-NL' })
    context.setDefaultTimeout(patienceMs)
    const [name = '', value = ''] = ans.cookie.split('=')
    await context.addCookies([{ name, value, url: server.address }])
    page = await context.newPage()
  })
  after(async () => {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is read from an export, tried, and recorded', async () => {
    await page.goto(`${server.address}/access`)
    const buffer = Buffer.from(users)
    const file = { name: 'users.csv', mimeType: 'text/csv', buffer }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('2 accounts gelezen uit de gebruikers van Entra ID.').waitFor()
    await isSound(page, 'access without accounts')
    await page.getByRole('link', { name: 'Bekijk wat er verandert en leg vast' }).click()
    await page.getByRole('button', { name: 'Proef draaien', exact: true }).click()
    await page.getByRole('button', { name: '2 nieuw vastleggen' }).click()
    await page.getByRole('button', { name: 'Terugdraaien', exact: true }).waitFor()
  })

  it('shows who left and can still sign in, and is reviewed and signed', async () => {
    await page.goto(`${server.address}/access`)
    await page.locator('td', { hasText: 'van iemand die weg is' }).first().waitFor()
    await isSound(page, 'access')
    await page.getByText('Beoordeling beginnen').click()
    await page.getByRole('button', { name: 'Voor 2 accounts beginnen' }).click()
    await page.locator('a[href^="/access/reviews/"]').first().click()
    await page.locator('tbody select').first().selectOption('remove')
    await page.locator('tbody input').first().fill('Jan is weg sinds oktober')
    await page.getByRole('button', { name: 'De rest houden' }).click()
    await isSound(page, 'review')
    await page.getByRole('button', { name: 'Tekenen' }).click()
    await page.getByText('getekend op').waitFor()
    await page.getByText('De lijst is wat er getekend is').waitFor()
    await isSound(page, 'signed review')
    const { items } = await ans.send('GET', '/api/v1/access-reviews')
    assert.equal(items[0].state, 'signed')
    assert.deepEqual(
      items[0].values.verdicts.map(({ verdict }: { verdict: string }) => verdict),
      ['remove', 'keep'],
    )
  })

  it('keeps what is typed when the session ends, and goes on after signing in again', async () => {
    await page.goto(`${server.address}/registers/sites/new`)
    const field = page.getByLabel('Code', { exact: false }).first()
    await field.fill('HAL-2')
    await page.getByLabel('Naam', { exact: false }).first().fill('Hal 2')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await page.locator('input[name=email]').fill('ans@jansen.example')
    await page.locator('input[name=password]').fill(password)
    await isSound(page, 'signing in again')
    await page.getByRole('button', { name: 'Aanmelden', exact: true }).click()
    await page.getByLabel('Zes cijfers').fill(await freshCode())
    await page.getByRole('button', { name: 'Bevestigen' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    assert.equal(await field.inputValue(), 'HAL-2')
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await page.waitForURL(/\/registers\/sites\/[0-9a-f-]{36}$/)
  })

  /** A code works once: the next one is waited for. */
  async function freshCode(): Promise<string> {
    const first = codeOf(secret)
    const until = Date.now() + 40_000
    while (codeOf(secret) === first && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    return codeOf(secret)
  }
})
