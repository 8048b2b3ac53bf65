// SPDX-License-Identifier: EUPL-1.2
// What is prepared before it happens, through the screens and by several people at once: a scenario
// becomes a drill that is led, observed and evaluated; a playbook becomes a new version that somebody
// else approves; an alert is looked at, handed over and becomes a room.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('what is prepared', (example) => {
  const idOf = (page: Page) => page.url().split('/').at(-1) ?? ''
  const choose = async (page: Page, label: string, name: string) => {
    await page.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name }).first().click()
    await page.keyboard.press('Escape')
  }

  it('a drill: the leader gives what comes in, players see it come and not before', async () => {
    const page = await example.pageOf('Marloes', '/exercises')
    await page.getByRole('button', { name: 'Neem dit scenario' }).first().click()
    await page.getByRole('heading', { name: 'Voorbereiden' }).waitFor()
    const exercise = idOf(page)
    await choose(page, 'Deelnemers', 'Hanneke')
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    const rows = page.locator('section[aria-labelledby=injects] tbody tr')
    const [first, last] = [rows.first(), rows.last()].map((row) => row.locator('th').first())
    const inject = (await first?.textContent()) ?? ''
    const latest = (await last?.textContent()) ?? ''
    assert.ok(inject !== '' && latest !== '' && inject !== latest)
    await isSound(page, 'an exercise')
    // Somebody who is in no list plays along as well.
    const players = await Promise.all([example.pageOf('Hanneke'), example.pageOf('Teun')])
    for (const player of players) {
      await player.goto(`${example.address}/exercises/${exercise}`)
      await player.getByRole('heading', { level: 1 }).waitFor()
      assert.equal(await player.getByText(inject).count(), 0)
    }
    await page.getByRole('button', { name: 'Begin de oefening' }).click()
    await page.getByRole('heading', { name: /^Oefening: minuut/ }).waitFor()
    const room = idOf(page)
    for (const player of players) {
      await player.goto(`${example.address}/incidents/${room}`)
      await player.getByText('Er is nog niets binnengekomen').waitFor()
    }
    await page.getByRole('button', { name: 'Geef nu' }).first().click()
    for (const player of players) {
      await player.locator('.inject').getByText(inject).waitFor()
      assert.equal(await player.getByText(latest).count(), 0)
      assert.equal(await player.getByText('Waar u op hoopt').count(), 0)
    }
    const note = 'Niemand vroeg of de lijn veilig stond'
    await page.getByLabel('Waarneming').fill(note)
    await page.getByRole('button', { name: 'Noteer' }).click()
    await page.locator('ol.log').getByText(note).waitFor()
    await isSound(page, 'the room of an exercise')

    await page.goto(`${example.address}/exercises/${exercise}`)
    await page.getByLabel('Duur in uren').fill('2')
    await page.getByLabel('Uitkomst').selectOption({ label: 'Deels' })
    await page.getByLabel('Lessen').fill('Vraag eerst of de lijn veilig staat')
    await page.getByRole('button', { name: 'Leg vast dat ze is gehouden' }).click()
    await page.getByText('1 van', { exact: false }).or(page.getByText('Aanwezig')).first().waitFor()
    await page.getByLabel('Wat gaat u anders doen').fill('Veilige stand als eerste vraag')
    await page.getByRole('button', { name: 'Toevoegen' }).click()
    await page.getByRole('link', { name: 'Veilige stand als eerste vraag' }).waitFor()
    // It is over: now everybody reads what there was to come.
    await players[1]?.goto(`${example.address}/exercises/${exercise}`)
    await players[1]?.getByText(latest).first().waitFor()
  })

  it('a playbook: other steps are another version, which a second person approves', async () => {
    const page = await example.pageOf('Marloes', '/incidents')
    await page.locator('section[aria-labelledby=playbooks] a').first().click()
    await page.getByRole('heading', { name: 'Stappen' }).waitFor()
    const version = /versie (\d+)/.exec((await page.locator('main').textContent()) ?? '')?.[1]
    await page.getByRole('button', { name: 'Stappen aanpassen' }).click()
    await page.getByRole('button', { name: 'Stap toevoegen' }).click()
    await page.getByRole('group').last().getByLabel('Wat').fill('Bel de verzekeraar')
    await page.getByRole('button', { name: 'Bewaren als nieuwe versie' }).click()
    await page.getByText(`versie ${Number(version) + 1}`).waitFor()
    await page.getByRole('button', { name: 'Stappen aanpassen' }).waitFor()
    await page.locator('ol.tasks').getByText('Bel de verzekeraar').waitFor()
    const asked = page.waitForResponse((came) => came.url().endsWith('/moves'))
    await page.getByRole('button', { name: 'Vraag goedkeuring' }).click()
    const { status, text } = await asked.then(async (came) => ({
      status: came.status(),
      text: await came.text(),
    }))
    assert.equal(status, 202, text)
    await page.getByText('Dit wacht op een tweede').waitFor()
    await isSound(page, 'a playbook')
  })

  it('an alert: somebody looks, hands it over, and makes a room of it', async () => {
    const page = await example.pageOf('Marloes')
    const values = { code: 'W-1', name: 'HMI praat met buiten', origin: 'person', severity: 'high' }
    const told = await page.request.post(`${example.address}/api/v1/alerts`, {
      data: { values: { ...values, first_seen_at: '2026-11-15T01:40:00.000Z' } },
      headers: { origin: example.address },
    })
    assert.equal(told.status(), 201, await told.text())
    await page.goto(`${example.address}/monitoring`)
    const alert = page.locator('section[aria-labelledby=waiting] article').first()
    await alert.getByRole('button', { name: 'Ik kijk hiernaar' }).click()
    await alert.getByRole('button', { name: 'Ik kijk hiernaar' }).waitFor({ state: 'detached' })
    await alert.getByRole('combobox', { name: 'Draag over aan' }).click()
    await page.getByRole('listbox').getByRole('option').first().click()
    await alert.getByRole('button', { name: 'Draag over', exact: true }).click()
    await alert.getByText('Overgedragen aan').waitFor()
    await isSound(page, 'monitoring')
    await alert.getByRole('button', { name: 'Maak er een incident van' }).click()
    await page.locator('#log').waitFor()
  })
})
