// SPDX-License-Identifier: EUPL-1.2
// What comes in from others and goes on among people: somebody is named in a comment and hears of
// it, a phishing simulation is read in, findings of a scanner become work, two days are compared.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { complaintsOf, isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('around the registers', (example) => {
  it('names somebody in a comment, who hears of it and finds the record', async () => {
    const { address } = example
    const ciso = await example.contextOf('Marloes')
    const { items } = (await (
      await ciso.request.get(`${address}/api/v1/suppliers?limit=1`)
    ).json()) as {
      items: readonly { readonly id: string }[]
    }
    const page = await ciso.newPage()
    const complaints = complaintsOf(page)
    await page.goto(`${address}/registers/suppliers/${items[0]?.id}`)
    const field = page.getByLabel('Uw opmerking')
    await field.fill('Bel jij hen deze week? @Teun')
    await page.getByRole('button', { name: /^@Teun/ }).click()
    await page.getByRole('button', { name: 'Zeggen' }).click()
    await page.locator('.comments').getByText('Bel jij hen deze week?').waitFor()
    const other = await example.pageOf('Teun', '/notices')
    await other.getByText('U bent genoemd bij').first().waitFor()
    await other.locator('main').getByRole('link').first().click()
    await other.getByText('Bel jij hen deze week?').waitFor()
    assert.deepEqual(complaints, [])
    await other.context().close()
    await ciso.close()
  })

  it('reads the results of a phishing simulation, and names whom the register does not know', async () => {
    const { address } = example
    const page = await example.pageOf('Marloes')
    const values = { code: 'PH-1', name: 'Pakketje', type: 'phishing_simulation' }
    const made = await page.context().request.post(`${address}/api/v1/awareness-campaigns`, {
      data: { values },
      headers: { origin: address },
    })
    assert.equal(made.status(), 201, await made.text())
    await page.goto(`${address}/people/awareness`)
    await page.getByRole('button', { name: /^Uitkomsten inlezen/ }).click()
    const people = ['marloes.tan', 'teun.hofstra', 'wie.is.dit']
    const rows = people.map(
      (who, at) => `${who}@oosterduin.example,yes,${at === 1 ? 'yes' : 'no'},no`,
    )
    await page.locator('input[type=file]').setInputFiles({
      name: 'uitkomst.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['email,sent,clicked,reported', ...rows].join('\n')),
    })
    await page.getByText('wie.is.dit@oosterduin.example').first().waitFor()
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByRole('button', { name: /^Opnieuw inlezen/ }).waitFor()
    await isSound(page, 'awareness')
    await page.context().close()
  })

  it('brings the findings of a scanner in, as new ones and nothing twice', async () => {
    const { address } = example
    const page = await example.pageOf('Marloes', '/import')
    const sarif = {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Scanner', rules: [] } },
          results: [
            {
              ruleId: 'TLS-1',
              level: 'error',
              message: { text: 'TLS 1.0 staat aan op het bedienpaneel' },
              partialFingerprints: { primary: 'abc' },
            },
          ],
        },
      ],
    }
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'scan.sarif',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(sarif)),
      })
    await page.getByRole('button', { name: 'Lezen', exact: true }).click()
    await page.getByText('Nieuw: 1 bevinding.').waitFor()
    await page.getByRole('link', { name: 'Bekijk de proef en leg vast' }).click()
    await page.getByRole('button', { name: 'Proef draaien', exact: true }).click()
    await page.getByRole('button', { name: /nieuw vastleggen$/ }).click()
    await page.getByRole('button', { name: 'Terugdraaien', exact: true }).waitFor()

    // What came since yesterday stands among the differences, with what is in it.
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
    const now = Date.now()
    const between = `from=${day(now - 2 * 86_400_000)}&to=${day(now)}`
    await page.goto(`${address}/registers/findings/differences?${between}`)
    await page
      .getByText(/TLS 1\.0 staat aan/)
      .first()
      .waitFor()
    await isSound(page, 'differences')
    await page.context().close()
  })
})
