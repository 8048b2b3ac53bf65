// SPDX-License-Identifier: EUPL-1.2
// What a board steers by, through the screens: limits put to it and decided, a deviation that asks
// for work, the work on the plan with another day and owner, and in somebody's own calendar.
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { addDays } from '@schouw/core/kernel'
import type { Page } from 'playwright-core'
import { isSound } from './testing/browser.ts'
import { colleague, type Somebody } from './testing/factory.ts'
import { inOwnFactory } from './testing/own-factory.ts'

inOwnFactory('steering', (factory) => {
  let kim: Somebody
  let page: Page
  const today = new Date().toISOString().slice(0, 10)

  before(async () => {
    kim = await colleague(factory.ans, 'director')
    const late = { code: 'A-1', name: 'Segment', origin: 'roadmap', due_on: addDays(today, -3) }
    await factory.ans.send('POST', '/api/v1/actions', { values: late })
    page = await factory.pageOf(factory.ans)
  })

  it('puts a limit before the board, which decides on it', async () => {
    await page.goto(`${factory.address}/kpis`)
    await page.getByText('Grenzen voorleggen aan het bestuur').click()
    await page.getByRole('checkbox', { name: 'Leg Te late acties voor' }).waitFor()
    const boxes = await page.getByRole('checkbox', { name: /^Leg / }).all()
    assert.equal(boxes.length, 26)
    for (const box of boxes) {
      if ((await box.getAttribute('aria-label')) !== 'Leg Te late acties voor') await box.uncheck()
    }
    await page.getByLabel('Groen van Te late acties').fill('10')
    await page.getByLabel('Oranje van Te late acties').fill('20')
    await page.getByRole('button', { name: 'Leg grenzen van 1 kengetal voor' }).click()
    await page.getByRole('link', { name: 'Grenzen van de kengetallen' }).click()
    await page.getByRole('heading', { name: 'Grenzen waar het bestuur op stuurt' }).waitFor()
    await page.getByRole('button', { name: 'Op tafel leggen' }).click()
    await page.getByRole('button', { name: 'Goedkeuren' }).click()
    await page.getByText('Nog niet bevestigd').waitFor()
    // The outcome is written down before it is put to the second person.
    let waits: any
    for (let look = 0; waits === undefined && look < 50; look += 1) {
      const { items } = await kim.send('GET', '/api/v1/pending')
      waits = items.find((one: any) => one.kind === 'decision')
      if (waits === undefined) await page.waitForTimeout(200)
    }
    const at = `/api/v1/decisions/${waits.id}/approve`
    await kim.send('POST', at, { pending: waits.pending }, waits.version)
  })

  it('shows the deviation, its source and the decision, and opens work on it once', async () => {
    await page.goto(`${factory.address}/kpis`)
    await page.getByRole('heading', { name: 'Eén afwijking vraagt iets' }).waitFor()
    await page.getByRole('link', { name: /^bestuursbesluit van/ }).waitFor()
    await page.getByRole('button', { name: /^Zet actie uit/ }).click()
    await page.getByText('Er wordt aan gewerkt').waitFor()
    assert.equal(await page.getByRole('button', { name: /^Zet actie uit/ }).count(), 0)
    await isSound(page, 'figures')
  })

  it('tells the director on the first page', async () => {
    const board = await factory.pageOf(kim)
    await board.goto(`${factory.address}/overview`)
    await board.context().close()
    const { figures } = await kim.send('GET', '/api/v1/figures')
    const line = figures.lines.find(({ id }: any) => id === 'overdue_actions')
    assert.deepEqual([line.band, line.limits.set_by], ['red', 'board'])
  })

  it('has the work on the plan, where its owner is changed in place', async () => {
    await page.goto(`${factory.address}/roadmap`)
    const name = 'Te late acties terug binnen de grens brengen'
    await page
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .first()
      .waitFor()
    await isSound(page, 'plan')
    await page.getByRole('button', { name: 'Dag en eigenaar wijzigen' }).click()
    await page.getByLabel(`Eigenaar van ${name}`).selectOption({ label: 'Ans de Wit' })
    await page.getByLabel(`Klaar op, ${name}`).fill(addDays(today, 60))
    await page.getByRole('button', { name: `Bewaar de wijziging van ${name}` }).click()
    await page.getByRole('button', { name: 'Klaar met wijzigen' }).click()
    await page.getByRole('cell', { name: 'Ans de Wit' }).waitFor()
    const { plan } = await factory.ans.send('GET', '/api/v1/plan')
    const line = plan.lines.find((one: any) => one.name === name)
    assert.equal(line.due_on, addDays(today, 60))
    assert.equal(line.promised_on, addDays(today, 30))
  })

  it('puts it in one’s own calendar by a link that ends when it is revoked', async () => {
    await page.getByRole('button', { name: 'Maak een link' }).click()
    const link = await page.getByLabel('Adres van uw agenda').inputValue()
    const came = await fetch(link)
    assert.match(await came.text(), /SUMMARY:Actie klaar: Te late acties/)
    await page.getByRole('button', { name: 'Intrekken' }).click()
    await page.getByText('Ingetrokken').waitFor()
    assert.equal((await fetch(link)).status, 404)
  })

  it('states what applies, also of a framework of one’s own that was looked at first', async () => {
    await page.goto(`${factory.address}/measures/applicability`)
    await page.getByText('80 nog te beantwoorden').waitFor()
    await isSound(page, 'statement of applicability')
    const library = [
      'urn: urn:own:lib',
      'locale: nl',
      'ref_id: own',
      'name: Huisregels',
      'version: 1',
      'objects:',
      '  framework:',
      '    urn: urn:own:framework',
      '    ref_id: own',
      '    name: Huisregels',
      '    requirement_nodes:',
      '      - urn: urn:own:req:1',
      '        ref_id: H.1',
      '        name: Iedereen een eigen account',
      '        assessable: true',
      '        depth: 1',
    ].join('\n')
    const file = {
      name: 'huisregels.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(library),
    }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('heading', { name: 'Dit zou er gebeuren' }).waitFor()
    await page.getByRole('button', { name: 'Laad in' }).click()
    await page.getByRole('heading', { name: /^Ingeladen/ }).waitFor()
    await page.getByLabel('Norm', { exact: true }).selectOption({ label: 'Huisregels' })
    await page.getByText('Iedereen een eigen account').waitFor()
    await page.getByText('aan geen eis gekoppeld').waitFor()
    // As a tree, mapped by hand: what of ours answers it, with where that stands.
    await page.getByRole('button', { name: 'Als boom' }).click()
    await page.getByText('1 niet gekoppeld').or(page.getByText('aan geen eis')).first().waitFor()
    await page.getByText('Iedereen een eigen account').click()
    await page.getByText('Geen van de 80 eisen is hieraan gekoppeld.').waitFor()
    await page.getByText('Koppel aan de 80 eisen').click()
    await page.getByLabel('Onze eisen').fill('i1, j2')
    await page.getByRole('button', { name: 'Koppel', exact: true }).click()
    await page.locator('.tree').getByRole('link', { name: /^I1 / }).waitFor()
    await page.locator('.tree').getByRole('link', { name: /^J2 / }).waitFor()
    await isSound(page, 'framework as a tree')
    await page.getByLabel('Norm', { exact: true }).selectOption({ label: 'ISO/IEC 27001:2022' })
    await page.locator('.tree > li').first().waitFor()
    await page.getByRole('button', { name: 'Alles open' }).click()
    await page.locator('.tree').getByText('A.5.9', { exact: true }).waitFor()
    await page.getByLabel('Zoek op nummer of woord').fill('A.5.9')
    await page.locator('.tree').getByText('A.5.9', { exact: true }).waitFor()
    assert.equal(await page.locator('.tree').getByText('A.8.', { exact: false }).count(), 0)
  })
})
