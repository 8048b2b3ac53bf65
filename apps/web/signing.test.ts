// SPDX-License-Identifier: EUPL-1.2
// A decision signed with a passkey, in a real browser with the authenticator that browsers have for
// tests: the key is made, the vote is signed, and lapses when what is on the table changes.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { pure } from '@schouw/core/ledger/cryptography'
import { judgeApproval } from '@schouw/core/ledger/verdicts'
import type { Page } from 'playwright-core'
import { isSound, withPasskeys } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

interface Listed {
  readonly items: readonly { id: string; version: number; values: { question?: string } }[]
}

inExample('a decision that is signed', (example) => {
  const fetched = (page: Page, path: string, method = 'GET', body?: unknown, version?: number) =>
    page.evaluate(
      async ({ path: url, method: verb, body: sent, version: at }) => {
        const came = await fetch(`/api/v1${url}`, {
          method: verb,
          headers: {
            ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
            ...(at === undefined ? {} : { 'if-match': `"${at}"` }),
          },
          ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
        })
        return came.json()
      },
      { path, method, body, version },
    ) as Promise<any>

  it('is proven by itself, and lapses visibly when its subject changes', async () => {
    const page = await example.pageOf('Saskia', '/')
    await withPasskeys(page)
    const list: Listed = await fetched(page, '/decisions?filter=state:eq:tabled')
    const [decision] = list.items
    assert.ok(decision !== undefined, 'the example has a question on the table')
    await page.goto(`${example.address}/decisions/${decision.id}`)
    await page.getByText('Vingerafdruk van wat op tafel ligt').waitFor()
    await page.getByLabel('Naam van de sleutel').fill('Toestel van Saskia')
    await page.getByRole('button', { name: 'Sleutel maken' }).click()
    const sign = page.getByRole('button', { name: 'Tekenen met passkey' })
    await sign.waitFor()
    await page.getByRole('radio', { name: 'Tegen' }).check()
    await page.getByRole('textbox', { name: 'Reden' }).first().fill('Eerst de hersteltest.')
    await isSound(page, 'a decision about to be signed')
    await sign.click()
    await page.getByText('Getekend met passkey').waitFor()
    const link = page.getByRole('link', { name: 'Bewijs van dit akkoord' })
    const path = (await link.getAttribute('href')) ?? ''
    const file = await fetched(page, path.replace('/api/v1', ''))
    const verdict = judgeApproval(new TextEncoder().encode(JSON.stringify(file)), {}, pure)
    assert.ok(verdict.isProven, JSON.stringify(verdict))
    const said = verdict.layers.find(({ layer }) => layer === 'assertion')?.facts
    assert.equal(said?.['decision'], 'reject')
    const now = await fetched(page, `/decisions/${decision.id}`)
    const values = { if_nothing: 'Dan blijft het zoals het is.' }
    await fetched(page, `/decisions/${decision.id}`, 'PATCH', { values }, now.version)
    await page.reload()
    await page.getByText('Vervallen: na deze stem is veranderd wat op tafel ligt').waitFor()
    await isSound(page, 'a decision whose approval lapsed')
    await page.context().close()
  })
})
