// SPDX-License-Identifier: EUPL-1.2
// What somebody typed is still there after a reload, a tab that was closed and a session that ended;
// it is gone once it is sent, and when whoever typed it leaves.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { inExample } from './testing/demonstration.ts'

const text = 'De deur van hal 2 stond vanmorgen open.'

interface Form {
  readonly who: string
  readonly path: string
  /** Of what stands in the place of `:id`. */
  readonly list?: string
  /** What is done before there is a form; nothing more when it opens by itself the next time. */
  readonly open?: (page: Page, isFirst: boolean) => Promise<void>
  readonly field: (page: Page) => Locator
}

const field = (name: RegExp) => (page: Page) =>
  page.getByRole('textbox', { name, disabled: false }).first()

const pressed = (name: RegExp) => async (page: Page, isFirst: boolean) => {
  if (isFirst) await page.getByRole('button', { name }).first().click()
}

const opened = (name: RegExp) => async (page: Page) => {
  await page.locator('summary').filter({ hasText: name }).first().click()
}

/** Which rows were picked is gone with the list; what was meant for them is not. */
async function forPicked(page: Page, isFirst: boolean) {
  await page.getByRole('checkbox', { name: /Kessel/ }).check()
  if (isFirst) await page.locator('.bulk select').first().selectOption('f:note')
}

const forms: readonly Form[] = [
  { who: 'Marloes', path: '/report', field: field(/Wat zag u/) },
  { who: 'Marloes', path: '/report', field: field(/^Waar/) },
  { who: 'Marloes', path: '/start/board', field: field(/^Naam/) },
  { who: 'Marloes', path: '/start/risk', field: field(/Wat /) },
  { who: 'Marloes', path: '/incidents', open: pressed(/Open een ruimte/), field: field(/Wat /) },
  { who: 'Marloes', path: '/incidents', field: field(/Waar hangt het/) },
  { who: 'Geert', path: '/questions', open: pressed(/Vraag hierover/), field: field(/Uw vraag/) },
  { who: 'Marloes', path: '/monitoring', field: field(/Voor wie/) },
  { who: 'Marloes', path: '/registers/suppliers', open: forPicked, field: field(/Opmerking/) },
  {
    ...{ who: 'Marloes', path: '/registers/suppliers', open: opened(/Filteren/) },
    field: (page) => page.locator('.filters input[name=name]'),
  },
  {
    ...{ who: 'Marloes', path: '/playbooks/:id', list: '/api/v1/playbooks?limit=1' },
    ...{ open: pressed(/Stappen aanpassen/), field: field(/^Wat$/) },
  },
  {
    ...{ who: 'Marloes', path: '/vulnerabilities/advisories/:id', list: '/api/v1/advisories' },
    field: field(/in eigen woorden/),
  },
  {
    ...{ who: 'Marloes', path: '/vulnerabilities/assets/:id', list: '/api/v1/vulnerabilities' },
    ...{ open: opened(/Besluit/), field: field(/Waarom|Reden/) },
  },
]

inExample('what was typed', (example) => {
  const addressOf = async (context: BrowserContext, { path, list }: Form) => {
    if (list === undefined) return `${example.address}${path}`
    const came = await context.request.get(`${example.address}${list}`)
    const { items } = (await came.json()) as { items: readonly Readonly<Record<string, string>>[] }
    const [first = {}] = items
    const id = first['asset'] ?? first['document'] ?? first['id'] ?? ''
    return `${example.address}${path.replace(':id', id)}`
  }

  const openedAt = async (context: BrowserContext, form: Form, isFirst: boolean) => {
    const page = await context.newPage()
    await page.goto(await addressOf(context, form))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await form.open?.(page, isFirst)
    return page
  }

  for (const form of forms) {
    it(`stays through a reload and a closed tab: ${form.path} ${form.who}`, async () => {
      const context = await example.contextOf(form.who)
      const first = await openedAt(context, form, true)
      await form.field(first).fill(text)
      await first.reload()
      await form.open?.(first, false)
      await form.field(first).waitFor()
      assert.equal(await form.field(first).inputValue(), text)
      await first.close()
      const next = await openedAt(context, form, false)
      await form.field(next).waitFor()
      assert.equal(await form.field(next).inputValue(), text)
      await context.close()
    })
  }

  it('stays when it could not be sent, and goes once it was', async () => {
    const context = await example.contextOf('Marloes')
    const page = await openedAt(context, { who: '', path: '/report', field: field(/./) }, true)
    await page.getByRole('textbox', { name: /Wat zag u/ }).fill(text)
    await page.getByRole('textbox', { name: /^Waar/ }).fill('Hal 2')
    await page.route('**/api/v1/incidents', (route) => route.abort())
    const send = page.getByRole('button', { name: 'Versturen' })
    await send.click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.getByRole('textbox', { name: /^Waar/ }).inputValue(), 'Hal 2')
    await page.unroute('**/api/v1/incidents')
    await send.click()
    await page.locator('.answer').waitFor()
    await page.reload()
    const what = page.getByRole('textbox', { name: /Wat zag u/ })
    await what.waitFor()
    assert.equal(await what.inputValue(), '')
    assert.equal(await page.getByRole('textbox', { name: /^Waar/ }).inputValue(), '')
    await context.close()
  })

  it('is not there for the next one at the same browser', async () => {
    const context = await example.contextOf('Marloes')
    const report = { who: '', path: '/report', field: field(/./) }
    const page = await openedAt(context, report, true)
    const what = page.getByRole('textbox', { name: /Wat zag u/ })
    await what.fill(text)
    await example.become(context, 'Hanneke')
    await page.reload()
    await what.waitFor()
    assert.equal(await what.inputValue(), '')
    await what.fill(text)
    await page.locator('button[popovertarget=own]').click()
    await page
      .locator('#own')
      .getByRole('button', { name: /Meld u af|Afmelden/ })
      .click()
    await page.getByRole('textbox', { name: 'Wachtwoord' }).waitFor()
    const left = await page.evaluate(
      `Object.keys(localStorage).filter((key) => key.startsWith('draft/'))`,
    )
    assert.deepEqual(left, [])
    await context.close()
  })
})
