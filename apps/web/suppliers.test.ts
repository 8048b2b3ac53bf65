// SPDX-License-Identifier: EUPL-1.2
// A questionnaire's whole life: sent by a CISO, filled in by two people of a supplier on phones,
// handed in, judged, and a year later carried over.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { objectionsTo } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

const phone = { width: 390, height: 844 }

inExample('the chain', (example) => {
  /** A phone that was never here before, and knows nobody. */
  async function phoneAt(link: string, known: Page): Promise<Page> {
    const browser = known.context().browser()
    assert.ok(browser !== null)
    const context = await browser.newContext({ locale: 'nl-NL', viewport: phone })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    await page.goto(link)
    return page
  }

  const begin = async (page: Page, name: string) => {
    await page.getByLabel('Uw naam').fill(name)
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await page.getByRole('heading', { level: 2 }).waitFor()
  }

  /** Once the server has it, whatever the page says meanwhile. */
  const kept = (page: Page) =>
    page.waitForResponse(
      (came) => came.url().endsWith('/questionnaire/answers') && came.status() === 200,
    )

  it('goes from the CISO to the supplier and back', { timeout: 540_000 }, async () => {
    const ciso = await example.pageOf('Marloes', '/suppliers')
    await ciso.getByRole('heading', { level: 1, name: 'Leveranciers' }).waitFor()
    const first = ciso.getByRole('table', { name: '' }).first().getByRole('link').first()
    await first.click()
    await ciso.getByRole('heading', { level: 2, name: 'Hoe kritiek' }).waitFor()
    await ciso.getByLabel('Soort leverancier').selectOption('maintenance')
    await ciso.getByLabel('Voor wie').fill('Anna de Bruin')
    await ciso.getByRole('button', { name: 'Versturen' }).click()
    const link = (await ciso.locator('.handed').textContent()) ?? ''
    assert.match(link, /\/supplier#schouw_quest_/)

    const anna = await phoneAt(link, ciso)
    assert.deepEqual(await anna.context().cookies(), [])
    await begin(anna, 'Anna')
    const one = anna.getByRole('group').filter({ hasText: 'Is één persoon bij u aangewezen' })
    const answered = kept(anna)
    await one.getByRole('radio', { name: 'Ja', exact: true }).check()
    await answered
    await anna.getByRole('status').filter({ hasText: '1 van' }).waitFor()

    // Two phones, one field, at once: what both wrote stands on both.
    const piet = await phoneAt(link, ciso)
    await begin(piet, 'Piet')
    const field = (page: Page) =>
      page
        .getByRole('group')
        .filter({ hasText: 'Is één persoon bij u aangewezen' })
        .getByLabel('Toelichting')
    const [fromAnna, fromPiet] = [kept(anna), kept(piet)]
    await Promise.all([field(anna).fill('Anna belt u.'), field(piet).fill('Piet is reserve.')])
    await Promise.all([fromAnna, fromPiet])
    for (const page of [anna, piet]) {
      const text = field(page)
      await page.waitForFunction(
        (area) => {
          const { value } = area as HTMLTextAreaElement
          return value.includes('Anna belt u.') && value.includes('Piet is reserve.')
        },
        await text.elementHandle(),
      )
    }
    assert.deepEqual(await objectionsTo(piet), [])
    await piet.setViewportSize(phone)
    await piet.close()

    // The parts that a colleague knows about go to a link of its own.
    const parts = anna.getByLabel('Onderdeel')
    const last = await parts.locator('option').last().getAttribute('value')
    await parts.selectOption(last ?? '')
    await anna.getByText('Doorgeven aan een collega').click()
    await anna.getByLabel('Naam van uw collega').fill('Bert')
    await anna.getByRole('checkbox', { name: 'Als er iets misgaat' }).check()
    await anna.getByRole('button', { name: 'Link maken' }).click()
    const passed = (await anna.locator('.handed').textContent()) ?? ''
    const bert = await phoneAt(passed, ciso)
    await begin(bert, 'Bert')
    await bert.getByRole('heading', { level: 2, name: 'Als er iets misgaat' }).waitFor()
    const notice = bert.getByRole('group').filter({ hasText: 'binnen 24 uur' })
    const told = kept(bert)
    await notice.getByRole('radio', { name: 'Nee', exact: true }).check()
    await told
    // What went wrong at theirs is told at once; the language of the page leaves no cookie.
    await bert.getByText('Is er bij u iets misgegaan?').click()
    await bert.getByLabel('Wat is er gebeurd').fill('Gijzelsoftware op ons net')
    await bert.getByRole('button', { name: 'Melden' }).click()
    await bert.getByText('Gemeld.').waitFor()
    await bert.getByRole('button', { name: 'English' }).click()
    await bert.getByRole('button', { name: 'Nederlands' }).waitFor()
    assert.deepEqual(await bert.context().cookies(), [])
    await bert.close()

    // What was typed is there after a reload, before anything was handed in.
    await anna.reload()
    await begin(anna, 'Anna')
    assert.match(await field(anna).inputValue(), /Piet is reserve/)
    const proof = anna.getByRole('group').filter({ hasText: 'geldig certificaat' })
    const arrived = anna.waitForResponse((came) => came.url().includes('/questionnaire/files'))
    await proof.locator('input[type=file]').setInputFiles({
      ...{ name: 'certificaat.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    })
    assert.equal((await arrived).status(), 201)
    await proof.getByText('certificaat.pdf').waitFor()
    await parts.selectOption(last ?? '')
    await anna.getByRole('button', { name: 'Antwoorden insturen' }).click()
    await anna.getByText('is ingestuurd').waitFor()

    // Judged by the CISO, with an action for what cannot stay so.
    await ciso.goto(`${example.address}/suppliers/questionnaires`)
    await ciso.getByText('te beoordelen').first().waitFor()
    await ciso.getByRole('table').getByRole('link').first().click()
    await ciso.getByRole('heading', { level: 2, name: 'Beoordelen' }).waitFor()
    assert.deepEqual(await objectionsTo(ciso), [])
    await ciso.getByLabel('Conclusie').fill('Melden moet binnen een maand geregeld zijn.')
    await ciso.getByRole('button', { name: 'Oordeel vastleggen' }).click()
    await ciso.getByText('Oordeel: aanvaardbaar met acties.').waitFor()
    await ciso.getByText('Acties die hieruit volgen').waitFor()
    await anna.reload()
    await anna.getByRole('heading', { name: 'Deze link werkt niet' }).waitFor()
  })
})
