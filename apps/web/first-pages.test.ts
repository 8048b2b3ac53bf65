// SPDX-License-Identifier: EUPL-1.2
// Pages that people of several roles meet first, in a real browser: nothing for an accessibility
// engine to object to in either theme, nothing that scrolls sideways, and the main path of each.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { isSound } from './testing/browser.ts'
import { colleague, invited } from './testing/factory.ts'
import { inOwnFactory } from './testing/own-factory.ts'

inOwnFactory('pages that people meet first', (factory) => {
  it('a newcomer sees twelve steps, and a verdict while typing figures', async () => {
    const page = await factory.pageOf(factory.ans)
    await page.goto(`${factory.address}/start`)
    await page.getByText('0 van 12 stappen zijn af.').waitFor()
    await isSound(page, 'start')
    await page.getByRole('link', { name: 'Cijfers invullen: Cijfers van uw bedrijf' }).click()
    await page.getByLabel('Bedrijfscode (NACE)').fill('28.93')
    await page.getByLabel('Boekjaar', { exact: true }).fill('2025')
    await page.getByLabel('Arbeidsjaren').fill('40')
    await page.getByLabel('Omzet in euro’s').fill('8.000.000')
    await page.getByLabel('Balans in euro’s').fill('24.000.000')
    await page.getByText('Nee, de wet geldt niet rechtstreeks.').waitFor()
    await page.getByText('Dat klopt niet: omzet of balans alleen is niet genoeg').waitFor()
    await page.getByText('Wat uw klanten zullen vragen').waitFor()
    await isSound(page, 'scope of what is typed')
    await page.getByLabel('Arbeidsjaren').fill('62,5')
    await page.getByText('Ja. Dit is een belangrijke entiteit.').waitFor()
    await page.getByRole('button', { name: 'Bewaren bij de rechtspersoon' }).click()
    await page.getByRole('button', { name: 'Conceptbesluit maken' }).waitFor()
    await isSound(page, 'scope')
    await page.goto(`${factory.address}/start`)
    await page.getByText('1 van 12 stappen zijn af.').waitFor()
    await page.context().close()
  })

  it('a verdict becomes a draft for the board, beside what the authority said', async () => {
    const page = await factory.pageOf(factory.ans)
    await page.goto(`${factory.address}/scope`)
    await page.getByLabel(/^Uitkomst/).selectOption('out_of_scope')
    await page.getByRole('button', { name: 'Uitkomst vastleggen' }).click()
    await page.getByText('Dat wijkt af van het oordeel hierboven.').waitFor()
    await page.getByRole('button', { name: 'Conceptbesluit maken' }).click()
    await page.waitForURL(/decisions\/[0-9a-f-]{36}$/)
    const { items } = await factory.ans.send('GET', '/api/v1/decisions?filter=subject:eq:scope')
    assert.equal(items.length, 1)
    assert.match(items[0].values.proposal, /62,5 arbeidsjaren[^[]*middelgrote onderneming/)
    await page.context().close()
  })

  it('the board is named in one sitting, and the director knows what to decide', async () => {
    const page = await factory.pageOf(factory.ans)
    await page.goto(`${factory.address}/start/board`)
    await page.getByLabel('Naam').fill('Joost Prins')
    await page.getByLabel('Benoemd op').fill('2026-10-01')
    await page.getByText('Certificaat van de training uiterlijk 1 okt 2028.').waitFor()
    await page.getByLabel('E-mailadres').fill('joost@jansen.example')
    await page.getByRole('button', { name: 'Toevoegen' }).click()
    await page.getByText('Geef deze link zelf door').waitFor()
    const link = await page.locator('li .mono').innerText()
    await isSound(page, 'first board')

    await page.goto(`${factory.address}/start/risk`)
    await page.getByRole('button', { name: 'Gijzelsoftware legt' }).click()
    await page.getByLabel('Op zijn best').fill('24')
    await page.getByLabel('Op zijn slechtst').fill('240')
    await page.getByLabel('Wat kost een uur').fill('1.500')
    await page.getByText('Dat komt op € 36 tot 360 duizend per keer.').waitFor()
    await page.getByRole('button', { name: 'Risico vastleggen' }).click()
    await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor()
    await isSound(page, 'first risk')
    await page.context().close()

    const joost = await invited(factory.address, link)
    const own = await factory.pageOf(joost)
    await own.goto(factory.address)
    await own.getByRole('link', { name: /^Stelt het bestuur vast dat/ }).waitFor()
    await own.getByRole('link', { name: 'Uw training' }).waitFor()
    await own.getByText('€ 36 tot 360 duizend').waitFor()
    await isSound(own, 'home of a director before anything is measured')
    await own.context().close()
  })

  it('a word explains itself to mouse, keyboard and finger, and goes away again', async () => {
    const page = await factory.pageOf(factory.ans, '/scope')
    const tip = page.getByRole('tooltip')
    const word = page.getByRole('button', { name: 'arbeidsjaren' })
    await word.hover()
    await tip.getByText('annual work unit (AWU)').waitFor()
    // The tip itself is within reach of the pointer.
    await tip.hover()
    assert.ok(await tip.isVisible())
    await page.getByRole('heading', { level: 1 }).hover()
    await tip.waitFor({ state: 'detached' })

    await word.focus()
    await tip.getByText('annual work unit (AWU)').waitFor()
    const described = await word.getAttribute('aria-describedby')
    assert.equal(await tip.getAttribute('id'), described)
    await page.keyboard.press('Escape')
    await tip.waitFor({ state: 'detached' })
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await tip.waitFor()
    await page.keyboard.press('Tab')
    await page.getByRole('tooltip', { name: /annual work unit/ }).waitFor({ state: 'detached' })
    await isExplainedToFinger(page)
    await page.goto(`${factory.address}/glossary`)
    await page.getByLabel('Zoek een woord').fill('springserver')
    await page.getByRole('cell', { name: 'jump host' }).waitFor()
    await isSound(page, 'glossary')
    await page.context().close()
  })

  it('an employee has one form and nothing else', async () => {
    const page = await factory.pageOf(await colleague(factory.ans, 'employee'))
    await page.goto(factory.address)
    await page.getByLabel('Wat zag u?').waitFor()
    assert.equal(await page.getByRole('navigation').getByRole('link').count(), 0)
    await isSound(page, 'report')
    await page.getByLabel('Wat zag u?').fill('De muis bewoog vanzelf\nlijn 2')
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByText('Dank u. Uw melding is binnen.').waitFor()
    const { items } = await factory.ans.send('GET', '/api/v1/incidents')
    assert.equal(items[0].values.name, 'De muis bewoog vanzelf')
    assert.equal(items[0].state, 'reported')
    await page.context().close()
  })

  it('who does the work sees it first', async () => {
    const { organisation } = await factory.ans.send('GET', '/api/v1/session')
    const values = { code: 'A-1', name: 'Zet de deur dicht', origin: 'own_initiative' }
    const owned = { ...values, owner: organisation.person, due_on: '2026-01-05' }
    await factory.ans.send('POST', '/api/v1/actions', { values: owned })
    const page = await factory.pageOf(factory.ans)
    await page.goto(factory.address)
    await page.getByRole('heading', { name: 'Acties op uw naam' }).waitFor()
    await page.getByText('moest klaar zijn vóór 5 jan 2026').waitFor()
    await isSound(page, 'home')
    await page.goto(`${factory.address}/questions`)
    await page.getByRole('heading', { name: /^5\./ }).waitFor()
    await isSound(page, 'questions')
    await page.context().close()
  })

  it('somebody adds a passkey to the account, and signs in with it', async () => {
    const page = await factory.pageOf(factory.ans)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto(`${factory.address}/account`)
    await page.getByLabel('Naam van dit apparaat').fill('Laptop van Ans')
    await page.getByRole('button', { name: 'Passkey maken' }).click()
    await page
      .getByRole('cell', { name: 'Laptop van Ans' })
      .or(page.getByText('Laptop van Ans'))
      .first()
      .waitFor()
    await page.locator('button[popovertarget=own]').click()
    await page.locator('#own').getByRole('button', { name: 'Afmelden' }).click()
    await page.getByRole('button', { name: 'Aanmelden met een passkey' }).click()
    await page.locator('button[popovertarget=own]').waitFor()
    // The session of before is over; the next tests are somebody again with the new one.
    const [cookie] = (await page.context().cookies()).filter(
      ({ name }) => name === 'schouw-session',
    )
    factory.ans.cookie = `schouw-session=${cookie?.value ?? ''}`
    await page.context().close()
  })
})

/** On a phone: a tap shows it within the screen, and a tap elsewhere takes it away. */
async function isExplainedToFinger(page: Page): Promise<void> {
  const phone = await page
    .context()
    .browser()
    ?.newContext({
      ...{ locale: 'nl-NL', hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
      storageState: await page.context().storageState(),
    })
  assert.ok(phone !== undefined)
  const held = await phone.newPage()
  await held.goto(page.url())
  await held.getByRole('button', { name: 'arbeidsjaren' }).tap()
  const tip = held.getByRole('tooltip')
  await tip.getByText('annual work unit (AWU)').waitFor()
  const box = await tip.boundingBox()
  assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box))
  assert.ok(box.y >= 0 && box.y + box.height <= 844, JSON.stringify(box))
  await held.getByRole('heading', { level: 1 }).tap()
  await tip.waitFor({ state: 'detached' })
  await phone.close()
}
