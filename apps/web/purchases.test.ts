// SPDX-License-Identifier: EUPL-1.2
// A machine that is to be bought: its points answered, shown and judged, and an order that came first.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { complaintsOf, isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('a purchase', (example) => {
  it('is judged point by point before it is ordered', { timeout: 300_000 }, async () => {
    const page = await example.pageOf('Marloes')
    const complaints = complaintsOf(page)
    const { request } = page.context()
    const create = async (values: object) => {
      const came = await request.post(`${example.address}/api/v1/purchases`, {
        headers: { origin: example.address, 'idempotency-key': crypto.randomUUID() },
        data: { values },
      })
      assert.equal(came.status(), 201, await came.text())
      return ((await came.json()) as { id: string }).id
    }
    const id = await create({ code: 'AAN-1', name: 'Freesmachine', sort: 'machine' })
    await create({ code: 'AAN-2', name: 'Te vroeg', sort: 'service', ordered_on: '2026-10-01' })
    await page.goto(`${example.address}/suppliers/purchases`)
    const early = page.getByRole('row').filter({ hasText: 'Te vroeg' })
    await early.getByText('besteld vóór er een besluit was').waitFor()
    await isSound(page, 'purchases')
    await page.getByRole('link', { name: 'Freesmachine' }).click()
    await page.getByRole('heading', { level: 1, name: 'Freesmachine' }).waitFor()
    await page.getByText('Nog 25 punten te beoordelen.').waitFor()

    const point = page.getByRole('group', { name: /^LIF-2 / })
    await point.getByText('IEC 62443-4-2 CR 7.8 · CRA bijlage I II(1)').waitFor()
    await point.getByLabel('Antwoord van de leverancier').selectOption('yes')
    await point.getByText('alleen gezegd: vraag om een bewijs').waitFor()
    await point.locator('input[type=file]').setInputFiles({
      name: 'sbom.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"bomFormat":"CycloneDX","specVersion":"1.6"}'),
    })
    await point.getByText('sbom.json').waitFor()
    await point.getByText('alleen gezegd').waitFor({ state: 'detached' })
    await point.getByLabel('Uw oordeel').selectOption('enough')
    await isSound(page, 'a purchase')
    await page.getByRole('button', { name: 'Bewaar de punten' }).click()
    await page.getByText('Nog 24 punten te beoordelen.').waitFor()
    const came = await request.get(`${example.address}/api/v1/purchases/${id}`)
    interface Row {
      readonly point: string
      readonly answer?: string
      readonly judged?: string
      readonly files?: readonly string[]
    }
    const { values } = (await came.json()) as { values: { points: readonly Row[] } }
    const row = values.points.find(({ point }) => point === 'LIF-2')
    assert.deepEqual([row?.answer, row?.judged, row?.files?.length], ['yes', 'enough', 1])

    const letter = await page.getByRole('link', { name: 'Haal de vragen op' }).getAttribute('href')
    const text = decodeURIComponent(letter ?? '')
    assert.match(text, /LIF-1 {2}Tot welke dag krijgen wij veiligheidsupdates/)
    assert.match(text, /CRA bijlage I II\(2\), II\(8\)/)
    assert.deepEqual(complaints, [])
    await page.context().close()
  })
})
