// SPDX-License-Identifier: EUPL-1.2
// The way of a policy through the screens: made, written, adopted, put before people, read by one
// of them on a phone without an account, and counted.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { inBrowser, isSound, launched, patienceMs } from './testing/browser.ts'
import { colleague, founder, type Somebody, type Started, started } from './testing/factory.ts'

inBrowser('a policy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-policies-'))
  let server: Started
  let browser: Browser
  let ans: Somebody
  let kim: Somebody
  let page: Page
  let link = ''

  const opened = async (width: number, cookie?: string): Promise<Page> => {
    const viewport = { width, height: 844 }
    const context = await browser.newContext({ locale: 'nl-NL', viewport })
    context.setDefaultTimeout(patienceMs)
    const [name = '', value = ''] = cookie?.split('=') ?? []
    if (cookie !== undefined) {
      await context.addCookies([{ name, value, url: server.address }])
    }
    return context.newPage()
  }
  before(async () => {
    server = await started(folder)
    ans = await founder(server)
    kim = await colleague(ans, 'director')
    const piet = { code: 'P-9', name: 'Piet Bos', language: 'en', works_in: ['ot'] }
    await ans.send('POST', '/api/v1/persons', { values: piet })
    browser = await launched()
    page = await opened(1280, ans.cookie)
  })
  after(async () => {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is made with what is expected, by one button', async () => {
    await page.goto(`${server.address}/policies`)
    await page.getByRole('button', { name: 'Maak deze 14 stukken aan' }).click()
    await page.getByText('Aangemaakt.').waitFor()
    await isSound(page, 'policies')
    await page.getByRole('link', { name: 'Toegang', exact: true }).click()
  })

  it('gets a text, which is put before the board and adopted by a director', async () => {
    await page.getByLabel('Nummer').fill('1.0')
    await page.getByLabel('In het kort').fill('Ieder een eigen account.')
    await page.getByLabel('Tekst', { exact: true }).fill('Deel uw wachtwoord met niemand.')
    await page.getByRole('button', { name: 'Als concept bewaren' }).click()
    await page.getByRole('button', { name: 'Aan het bestuur voorleggen' }).click()
    await page.getByText('Het bestuur heeft nog niet ingestemd.').waitFor()
    await page.getByRole('button', { name: 'Als vastgesteld vastleggen' }).click()
    await page.getByText('Wacht op de bevestiging').waitFor()
    const { items } = await kim.send('GET', '/api/v1/pending')
    const waits = items.find((one: any) => one.kind === 'policy-version')
    const at = `/api/v1/policy-versions/${waits.id}/approve`
    await kim.send('POST', at, { pending: waits.pending })
    await page.reload()
    await page.getByText('Dit is de tekst die geldt.').waitFor()
  })

  it('is put before who works in the factory, by a link that is shown once', async () => {
    await page.getByLabel('Wie vraagt u').selectOption('ot')
    await page.getByRole('button', { name: 'Vraag te lezen' }).click()
    link = await page.locator('[data-link]').innerText()
    await page.getByText('0 van 1 gevraagde mensen').waitFor()
    await isSound(page, 'a policy')
  })

  it('is read on a phone without an account, in one’s own language, and nothing else is', async () => {
    const phone = await opened(390)
    await phone.goto(link)
    await phone.getByText('Deel uw wachtwoord met niemand.').waitFor()
    await phone.getByText('Piet Bos, Jansen Machines asks you to read this.').waitFor()
    await isSound(phone, 'reading by link')
    await phone.getByRole('button', { name: 'I have read this' }).click()
    await phone.getByText('Thank you.').waitFor()
    await phone.goto(`${server.address}/policies`)
    await phone.getByRole('heading', { name: 'Sign in' }).waitFor()
    await phone.context().close()
  })

  it('is counted with its base', async () => {
    await page.reload()
    await page.getByText('1 van 1 gevraagde mensen hebben').waitFor()
  })
})
