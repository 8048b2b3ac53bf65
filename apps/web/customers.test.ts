// SPDX-License-Identifier: EUPL-1.2
// The chain the other way: a customer's workbook comes in, is answered by a person and goes out; a
// customer looks on a phone at what is shared; the audit that was promised is held.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { readQuestionnaire } from '@schouw/formats/questionnaires'
import {
  customerBook,
  customerDocument,
  dutchQuestions,
  sheetNames,
} from '@schouw/formats/questionnaires/testing'
import type { Page } from 'playwright-core'
import { complaintsOf, objectionsTo } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'
import { phoneAt } from './testing/phone.ts'

inExample('customers', (example) => {
  /** The customer's file as it goes out, read again. */
  async function filled(page: Page) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Vul het bestand van de klant in' }).click(),
    ])
    const bytes = readFileSync(await download.path())
    return (await readQuestionnaire('a.xlsx', new Uint8Array(bytes))).sheets
  }
  const questionOf = (page: Page, text: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: text }) })
  const approve = async (page: Page, text: string, said: { answer: string; why: string }) => {
    const question = questionOf(page, text)
    await question.getByLabel('Antwoord').selectOption({ label: said.answer })
    await question.getByLabel('Toelichting voor de klant').fill(said.why)
    await question.getByRole('button', { name: 'Goedkeuren' }).click()
    await question.getByText('goedgekeurd ·').waitFor()
  }

  it('goes on with a questionnaire that is under way', async () => {
    const page = await example.pageOf('Marloes', '/customers')
    const complaints = complaintsOf(page)
    await page.getByRole('link', { name: 'Bakkerijgroep Veluwe N.V.' }).first().click()
    await page.getByText('3 van 8 antwoorden goedgekeurd.').waitFor()
    const updates = 'Hoe lang levert u beveiligingsupdates'
    await approve(page, updates, { answer: 'Ja', why: 'Tien jaar na levering.' })
    const [sheet] = await filled(page)
    await page.getByText('8 cellen ingevuld.').waitFor()
    const rows = sheet?.rows ?? []
    assert.deepEqual(rows[3]?.slice(2, 4), ['Ja', 'Versie 3, vastgesteld door het bestuur.'])
    assert.deepEqual(rows[9]?.slice(2, 4), ['Ja', 'Tien jaar na levering.'])
    // What nobody approved stays empty in their file.
    assert.deepEqual((rows[6] ?? []).slice(2).filter(Boolean), [])
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  it('answers a workbook that a customer sends, in that workbook', async () => {
    const page = await example.pageOf('Marloes', '/customers')
    await page.getByLabel('Van welke klant').fill('Kaasmakerij Twickel')
    await page.locator('input[type=file]').setInputFiles({
      name: 'vragen-twickel.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(customerBook()),
    })
    await page.getByRole('button', { name: 'Vragen zoeken' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kaasmakerij Twickel' }).waitFor()
    await page.getByText('0 van 7 antwoorden goedgekeurd.').waitFor()
    assert.deepEqual(await objectionsTo(page), [])
    // What another customer was told is taken over, with whom it was told to.
    const [policy] = dutchQuestions
    const question = questionOf(page, policy)
    await question.getByText(/^Eerder gezegd/).click()
    await question.getByText('Bakkerijgroep Veluwe N.V.').waitFor()
    await question.getByRole('button', { name: 'Neem over' }).first().click()
    await question.getByRole('button', { name: 'Goedkeuren' }).click()
    await question.getByText('goedgekeurd ·').waitFor()
    const sheets = await filled(page)
    const row = sheets.find(({ name }) => name === sheetNames.nl)?.rows[5]
    assert.deepEqual(row?.slice(3, 5), ['Ja', 'Versie 3, vastgesteld door het bestuur.'])
    await page.getByRole('button', { name: 'Het is verstuurd' }).click()
    await page.getByText(/^Verstuurd op/).waitFor()
    await page.context().close()
  })

  it('answers a table and a Word document, each in the customer’s own file', async () => {
    const [policy] = dutchQuestions
    const table = Buffer.from(`Nr;Vraag;Antwoord\r\n1;${policy};\r\n`)
    for (const [name, buffer] of [
      ['vragen.csv', table],
      ['vragen.docx', Buffer.from(customerDocument([policy]))],
    ] as const) {
      const page = await example.pageOf('Marloes', '/customers')
      const complaints = complaintsOf(page)
      await page.getByLabel('Van welke klant').fill(`Klant van ${name}`)
      const mimeType = 'application/octet-stream'
      await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
      await page.getByRole('button', { name: 'Vragen zoeken' }).click()
      await page.getByRole('heading', { level: 1, name: `Klant van ${name}` }).waitFor()
      await approve(page, policy, { answer: 'Ja', why: 'Vastgesteld door het bestuur.' })
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Vul het bestand van de klant in' }).click(),
      ])
      const out = new Uint8Array(readFileSync(await download.path()))
      const { sheets, problems } = await readQuestionnaire(name, out)
      assert.deepEqual(problems, [])
      const answered = sheets.flatMap(({ rows }) => rows).find((cells) => cells.includes(policy))
      assert.equal(answered?.at(-1), 'Ja. Vastgesteld door het bestuur.')
      assert.deepEqual(complaints, [])
      await page.context().close()
    }
  })

  it('shows a customer on a phone what is shared, and says that it was looked at', async () => {
    const ciso = await example.pageOf('Marloes', '/customers')
    await ciso.getByRole('link', { name: 'Zuivelcoöperatie Drentse Aa' }).first().click()
    await ciso.getByRole('heading', { name: 'Zo ziet de klant het' }).waitFor()
    await ciso.getByText('Niemand heeft gekeken.').waitFor()
    await ciso.getByRole('button', { name: 'Link en code maken' }).click()
    const link = (await ciso.locator('.handed').textContent()) ?? ''
    const code = (await ciso.locator('output .trust-code').textContent()) ?? ''
    const customer = await phoneAt(link, ciso)
    await customer.getByRole('textbox', { name: 'Code' }).fill('AAAAA-AAAAA')
    await customer.getByRole('button', { name: 'Openen' }).click()
    await customer.getByText('Deze link of code werkt niet').waitFor()
    await customer.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase())
    await customer.getByRole('button', { name: 'Openen' }).click()
    await customer.getByText('Wij bouwen uw vulmachines').waitFor()
    assert.deepEqual(await customer.context().cookies(), [])
    assert.deepEqual(await objectionsTo(customer), [])
    const [pack] = await Promise.all([
      customer.waitForEvent('download'),
      customer.getByRole('button', { name: 'Haal het bewijspakket op' }).click(),
    ])
    assert.equal(
      readFileSync(await pack.path())
        .subarray(0, 2)
        .toString(),
      'PK',
    )
    await customer.context().close()
    await ciso.reload()
    for (const what of ['verkeerde code', 'bekeken', 'bewijspakket opgehaald']) {
      await ciso.getByRole('listitem').filter({ hasText: what }).first().waitFor()
    }
    await ciso.context().close()
  })

  it('takes an audit from the agenda once it was held', async () => {
    const owed = 'Tot dan mag de klant een audit vragen'
    const page = await example.pageOf('Marloes', '/suppliers')
    const rest = page.getByRole('button', { name: 'Toon ze ook' })
    await rest.click()
    await page.getByRole('cell', { name: owed }).waitFor()
    await page.goto(`${example.address}/customers`)
    const promise = page.getByRole('listitem').filter({ hasText: 'Drentse Aa melden' })
    await promise.getByRole('link', { name: 'Audit vastleggen' }).click()
    await page.getByRole('textbox', { name: 'Code' }).fill('KA-2026')
    await page.getByRole('textbox', { name: 'Naam' }).fill('Audit door Drentse Aa')
    // The day it is for the organisation: always a day of the contract year that runs.
    const today = new Date().toLocaleDateString('nl-NL', {
      ...{ timeZone: 'Europe/Amsterdam', day: '2-digit', month: '2-digit', year: 'numeric' },
    })
    await page.getByLabel('Afgerond op').fill(today)
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page.waitForURL(/\/registers\/audits\/(?!new)/)
    await page.goto(`${example.address}/customers`)
    await promise.getByText('audit van dit contractjaar gehouden op').waitFor()
    await page.goto(`${example.address}/suppliers`)
    await page.getByRole('heading', { name: 'Agenda' }).waitFor()
    if ((await rest.count()) > 0) await rest.click()
    assert.equal(await page.getByRole('cell', { name: owed }).count(), 0)
    await page.context().close()
  })
})
