// SPDX-License-Identifier: EUPL-1.2
// An adviser with three factories in a real browser: the worst thing of each, and from the one to the
// other without anything of the first staying on the screen.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { giveAccounts, nowhere, sessionOf } from '../server/demo/people.ts'
import { Files } from '../server/files/files.ts'
import { httpApp } from '../server/http/app.ts'
import { authenticateBy } from '../server/identity/authenticate.ts'
import { enter, type Identity, identityOf, inIdentity } from '../server/identity/ports.ts'
import { makeTemplate } from '../server/storage/engine/template.ts'
import { openStorage, type Storage } from '../server/storage/storage.ts'
import { complaintsOf, contextIn, inBrowser, isSound, launched } from './testing/browser.ts'
import { recorded } from './testing/records.ts'

const quay = '0190a000-0000-7000-8000-0000000000e1'
const dune = '0190a000-0000-7000-8000-0000000000e2'
const weir = '0190a000-0000-7000-8000-0000000000e3'
const names = { [quay]: 'Havenstaal', [dune]: 'Duinmachines', [weir]: 'Stuwtechniek' } as const

async function filled(storage: Storage, tenant: keyof typeof names): Promise<string> {
  const at = { storage, tenant }
  await storage.createTenant({ id: tenant, name: names[tenant] })
  await recorded(at, 'organisation', {
    ...{ code: 'H', name: names[tenant], jurisdiction: 'NL', language: 'nl' },
    ...{ time_zone: 'Europe/Amsterdam', security_mailbox: 'ciso@haven.example' },
  })
  return recorded(at, 'person', { code: 'kim', name: 'Kim Adviseur' })
}

/** The same account in another organisation as well. */
async function alsoAt(identity: Identity, tenant: string, person: string): Promise<string> {
  const now = identity.clock()
  return inIdentity(identity, async (db) => {
    const { id, email } = await db
      .selectFrom('schouw_identity.accounts')
      .select(['id', 'email'])
      .executeTakeFirstOrThrow()
    await db.insertInto('schouw_identity.seats').values({ account: id, tenant }).execute()
    await enter(identity, tenant)
    await db.insertInto('memberships').values({ account: id, person, email, since: now }).execute()
    const until = new Date(Date.parse(now) + 86_400_000).toISOString()
    const grant = { id: randomUUID(), account: id, role: 'consultant', from_at: now } as const
    await db
      .insertInto('membership_grants')
      .values({ ...grant, until_at: until, supplier: null, given_by: person })
      .execute()
    return id
  })
}

inBrowser('an adviser of three organisations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-holding-'))
  const held: { storage?: Storage; app?: Awaited<ReturnType<typeof httpApp>> } = {}
  let browser: Browser | undefined
  let address = 'http://localhost'
  let context: BrowserContext | undefined
  let page: Page | undefined

  before(async () => {
    const clock = () => new Date().toISOString()
    const storage = await openStorage({ folder, clock, template: await makeTemplate() })
    held.storage = storage
    const kim = await filled(storage, quay)
    const also = { [dune]: await filled(storage, dune), [weir]: await filled(storage, weir) }
    const aware = '2026-11-01T08:00:00.000Z'
    await recorded({ storage, tenant: quay }, 'incident', {
      ...{ code: 'I-1', name: 'Gijzelsoftware op de kade', detected_at: aware },
    })
    await recorded({ storage, tenant: dune }, 'action', {
      ...{
        code: 'A-1',
        name: 'Bellijst vernieuwen',
        due_on: '2026-01-31',
        origin: 'own_initiative',
      },
    })
    const identity = identityOf({ storage, clock, origin: () => address })
    await giveAccounts(identity, quay, new Map([[kim, 'consultant']]))
    const account = await alsoAt(identity, dune, also[dune])
    await alsoAt(identity, weir, also[weir])
    const app = await httpApp({
      ...{ storage, identity, authenticate: authenticateBy(identity), clock },
      ...{ files: new Files({ storage, folder }), requestsPerMinute: 1e9 },
    })
    held.app = app
    await app.listen({ port: 0, host: '127.0.0.1' })
    address = `http://localhost:${(app.server.address() as AddressInfo).port}`
    browser = await launched()
    context = await contextIn(browser, 'nl')
    const value = await sessionOf(identity, account, nowhere)
    await context.addCookies([{ name: 'schouw-session', value, url: address }])
    page = await context.newPage()
  })

  after(async () => {
    await browser?.close()
    await held.app?.close()
    await held.storage?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('sees the worst thing of each, and goes from the one to the other', async () => {
    assert.ok(page !== undefined)
    const complaints = complaintsOf(page)
    await page.goto(`${address}/organisations`)
    await page.getByRole('heading', { name: 'Al uw organisaties' }).waitFor()
    const of = (name: string) => page?.getByRole('listitem').filter({ hasText: name })
    const worst = async (name: string) => (await of(name)?.locator('.answer').innerText()) ?? ''
    assert.match(await worst('Havenstaal'), /1 incident loopt: Gijzelsoftware op de kade/)
    assert.match(await worst('Duinmachines'), /1 actie is te laat/)
    assert.match(await worst('Stuwtechniek'), /10 zorgplichten nog niet gemeten/)
    assert.match((await of('Havenstaal')?.innerText()) ?? '', /als adviseur · hier bent u nu/)
    await isSound(page, 'organisations')

    await of('Duinmachines')?.getByRole('button', { name: 'Ga erheen' }).click()
    await page.getByRole('link', { name: 'Duinmachines', exact: true }).waitFor()
    await page.getByRole('heading').first().waitFor()
    assert.equal(await page.getByText('Gijzelsoftware op de kade').count(), 0)

    await page.goto(`${address}/registers/incidents`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert.equal(await page.getByText('Gijzelsoftware op de kade').count(), 0)

    await page.locator('button[popovertarget=own]').click()
    await page.locator('#own').getByRole('link', { name: 'Al uw organisaties' }).click()
    await of('Havenstaal')?.getByRole('button', { name: 'Ga erheen' }).click()
    await page.getByRole('link', { name: 'Havenstaal', exact: true }).waitFor()
    assert.deepEqual(complaints, [])
  })
})
