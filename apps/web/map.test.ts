// SPDX-License-Identifier: EUPL-1.2
// The map of the network in a real browser: drawn, told in a table, by keyboard, what if, and as files.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { plant } from './pages/map/testing.ts'
import { complaintsOf, isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('the map of the network', (example) => {
  it('shows the example, what is forbidden, a way, and what closes it', async () => {
    const page = await example.pageOf('Marloes', '/map')
    const complaints = complaintsOf(page)
    await page.locator('.map[data-ready=true]').waitFor()
    await page.getByRole('cell', { name: 'verboden: van kantoor of leverancier' }).first().waitFor()
    await page.getByText(/kroonjuwelen? (is|zijn) te bereiken/).waitFor()
    await page.getByRole('button', { name: 'Toon op de kaart' }).first().click()
    await page.getByRole('heading', { name: 'De kleinste ingreep' }).waitFor()
    await isSound(page, 'the map')
    const cut = page.locator('section[aria-labelledby=cut] li')
    for (let left = await cut.count(); left > 0; left -= 1) {
      assert.equal(await cut.count(), left)
      await cut.first().getByRole('button', { name: 'Denk weg' }).click()
      // One less of the smallest cut leaves a cut that is one smaller.
      await cut.nth(left - 1).waitFor({ state: 'detached' })
    }
    await page.getByText(/^Geen weg meer naar/).waitFor()
    await page.getByRole('button', { name: 'Alles terugzetten' }).click()
    await page.getByText(/kroonjuwelen? (is|zijn) te bereiken/).waitFor()
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  it('moves by keyboard and tells of one device', async () => {
    const page = await example.pageOf('Marloes', '/map')
    await page.locator('.map[data-ready=true]').waitFor()
    const map = page.locator('.map')
    const view = async () => (await map.getAttribute('data-view'))?.split(' ').map(Number) ?? []
    const [x = 0, y = 0, scale = 0] = await view()
    await map.focus()
    await page.keyboard.press('ArrowRight')
    const [moved = 0, still = 0] = await view()
    assert.ok(moved > x && still === y)
    await page.keyboard.press('+')
    assert.ok(((await view())[2] ?? 0) > scale)
    await page.keyboard.press('0')
    assert.deepEqual(await view(), [x, y, scale])
    await page.getByLabel('Zoek een apparaat').first().fill('L1-PLC01')
    await page
      .getByRole('option', { name: /L1-PLC01/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'L1-PLC01', exact: true }).waitFor()
    await page.getByRole('link', { name: 'in het register' }).waitFor()
    await page.locator('.map').focus()
    await page.keyboard.press('Escape')
    await page
      .getByRole('heading', { name: 'L1-PLC01', exact: true })
      .waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('reads what a firewall lets through, in the browser, and proposes what stays', async () => {
    const page = await example.pageOf('Marloes', '/map')
    const complaints = complaintsOf(page)
    const sent: string[] = []
    page.on('request', (request) => void (request.method() === 'GET' || sent.push(request.url())))
    await page.locator('.map[data-ready=true]').waitFor()
    const firewall = page.locator('section[aria-labelledby=firewall]')
    const choose = async (name: string, text: string) =>
      firewall.locator('input[type=file]').setInputFiles({
        ...{ name, mimeType: 'text/plain' },
        buffer: Buffer.from(text),
      })
    await choose('boodschappen.txt', 'melk, eieren')
    await firewall.getByText(/geen regels in die Schouw kent/).waitFor()
    await choose('evil.xml', '<!DOCTYPE x [<!ENTITY a "b">]><opnsense>&a;</opnsense>')
    await firewall.getByText(/geen regels in die Schouw kent/).waitFor()
    await choose('rules.v4', '*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD --odd 1 -j DROP\nCOMMIT\n')
    await firewall.getByText(/^Langs wat gezien is en wat de firewall toelaat/).waitFor()
    await firewall.getByText('toegelaten, niet gezien').first().waitFor()
    await firewall.getByText('1 regel is niet of deels gelezen en telt als open').click()
    await firewall.getByText('voorwaarde niet gelezen').waitFor()
    await isSound(page, 'the map with a firewall')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      firewall.getByRole('button', { name: 'Bewaar het voorstel' }).click(),
    ])
    const proposal = readFileSync(await download.path(), 'utf8')
    assert.match(proposal, /-A FORWARD -s [\d.]+ -d [\d.]+ -p (tcp|udp) --dport \d+ -j ACCEPT/)
    await choose('after.v4', `*filter\n:FORWARD DROP [0:0]\n${proposal}COMMIT\n`)
    await firewall.getByText(/^Gelezen: after\.v4/).waitFor()
    const wide = firewall.getByRole('cell', { name: /\*|^alles$/ })
    assert.equal(await wide.count(), 0)
    assert.deepEqual([sent, complaints], [[], []])
    await page.context().close()
  })

  it('draws two thousand devices and ten thousand conversations, and saves them', async () => {
    const page = await example.pageOf('Marloes')
    await page.route('**/api/v1/network', (route) => route.fulfill({ json: plant(2_000, 10_000) }))
    await page.goto(`${example.address}/map`)
    await page.locator('.map[data-ready=true]').waitFor()
    for (const type of ['SVG', 'PNG', 'CSV']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: type }).click(),
      ])
      const bytes = readFileSync(await download.path())
      if (type === 'SVG') assert.match(bytes.toString('utf8', 0, 200), /^<svg /)
      if (type === 'PNG') assert.equal(bytes.toString('latin1', 1, 4), 'PNG')
      if (type === 'CSV') assert.ok(bytes.toString('utf8').split('\r\n').length > 9_000)
    }
    await page.context().close()
  })
})
