// SPDX-License-Identifier: EUPL-1.2
// The page that travels with a dossier, opened from a file in a real browser: it says of every file
// what the command says, and fetches nothing.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { buildVerify } from '../../../scripts/build-verify.ts'
import { onBothHouses } from '../../server/identity/testing/house.ts'
import { signedBoard } from '../../server/signing/testing/board.ts'
import { contextIn, inBrowser, launched } from '../testing/browser.ts'
import { judged, knownIn } from './judged.ts'

const mostBytes = 250_000

async function verdictOf(page: Page, name: string, bytes: Uint8Array): Promise<unknown> {
  const result = page.locator('[role=status]')
  await result.evaluate((at) => delete (at as HTMLElement).dataset['verdict'])
  const buffer = Buffer.from(bytes)
  const [file] = [page.locator('input[type=file]').first()]
  await file.setInputFiles([])
  await file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.locator('[role=status][data-verdict]').waitFor()
  return JSON.parse((await result.getAttribute('data-verdict')) ?? 'null')
}

inBrowser('the page that travels with a dossier', () => {
  onBothHouses('verify.html', (house) => {
    it('gives the verdict of the command on everything, from a file, without a network', async (test) => {
      const { path, sha256 } = await buildVerify()
      assert.ok(readFileSync(path).length <= mostBytes, 'the page is too large to travel')
      const board = await signedBoard(house)
      const came = await house.app.inject({
        method: 'GET',
        url: '/api/v1/dossier?scope=director&language=nl&from=2026-01-01&until=2026-12-31',
        headers: { 'sec-fetch-site': 'same-origin', cookie: board.dirk.cookie ?? '' },
      })
      assert.equal(came.statusCode, 200)
      const bytes = new Uint8Array(came.rawPayload)
      const browser = await launched()
      const folder = mkdtempSync(join(tmpdir(), 'schouw-page-'))
      test.after(async () => {
        await browser.close()
        rmSync(folder, { recursive: true, force: true })
      })
      const copy = join(folder, 'verify.html')
      writeFileSync(copy, readFileSync(path))
      const context = await contextIn(browser, 'nl')
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(pathToFileURL(copy).href)
      await page.getByRole('heading', { name: 'Dossier controleren' }).waitFor()
      assert.equal(await page.locator('footer code').textContent(), sha256)
      assert.equal(createHash('sha256').update(readFileSync(copy)).digest('hex'), sha256)
      assert.deepEqual(asked, [pathToFileURL(copy).href])
      const trust = knownIn([], Date.now())
      const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
      const here = judged(bytes, trust)
      assert.ok(here.isProven, JSON.stringify(here.findings))
      assert.deepEqual(await verdictOf(page, 'd.asice', bytes), plain(here))
      await page.getByRole('heading', { name: 'Alles wat het beweert is bewezen' }).waitFor()
      for (let step = 1; step <= 25; step += 1) {
        const at = (step * 7919 * 131) % bytes.length
        const changed = Uint8Array.from(bytes)
        changed[at]! ^= step
        const expected = judged(changed, trust)
        assert.equal(expected.isProven, false, `byte ${at}`)
        assert.deepEqual(await verdictOf(page, `${at}.asice`, changed), plain(expected), `${at}`)
      }
      await page.getByRole('heading', { name: 'Niet bewezen', exact: true }).waitFor()
      await context.close()
    })
  })
})
