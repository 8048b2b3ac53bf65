// SPDX-License-Identifier: EUPL-1.2
// Work that takes a while, on its own page: seen while it goes on, stopped, and what is left said.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { complaintsOf, isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

/** So many rows take longer to judge than anybody takes to stop it. */
const rows = 100_000

inExample('work under way', (example) => {
  it('a dry run is seen while it counts, and is stopped by whoever asked for it', async () => {
    const { address } = example
    const context = await example.contextOf('Marloes')
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await page.goto(address)
    await page.locator('button[popovertarget=own]').click()
    await page.locator('#own').getByRole('link', { name: 'Lopend werk' }).click()
    await page.getByText('Er loopt niets.').waitFor()

    const lines = Array.from({ length: rows }, (_, at) => `L${at};Leverancier ${at}`)
    const headers = { origin: address, 'content-type': 'text/csv' }
    const data = Buffer.from(['code;name', ...lines].join('\n'))
    const url = `${address}/api/v1/imports`
    const made = await context.request.post(`${url}?register=suppliers&name=lang.csv`, {
      data,
      headers,
    })
    const { id } = (await made.json()) as { readonly id: string }
    assert.equal(made.status(), 201)
    const judging = context.request.post(`${url}/${id}/dry-run`, { headers: { origin: address } })
    // Rather than wait until the page looks again by itself.
    await page.reload()
    const going = page.getByRole('region', { name: 'Nu bezig' })
    await going.getByText('Tabel proef inlezen').waitFor()
    await going.getByText('lang.csv').waitFor()
    await going.getByText(/van 100.000 rijen/).waitFor()
    await going.getByText('Stopt u, dan blijft er niets van achter.').waitFor()
    await going.getByRole('button', { name: /^Stoppen: Tabel proef inlezen/ }).click()
    await page.getByText('Er loopt niets.').waitFor()
    assert.ok((await judging).status() < 300)
    const after = await context.request.get(`${url}/${id}`)
    assert.equal(((await after.json()) as { readonly state: string }).state, 'mapping')
    await isSound(page, 'work')
    assert.deepEqual(complaints, [])
    await context.close()
  })
})
