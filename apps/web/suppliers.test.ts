// SPDX-License-Identifier: EUPL-1.2
// A questionnaire's whole life: sent by a CISO, filled in by two people of a supplier on phones,
// handed in, judged, and a year later carried over.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { objectionsTo } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'
import { phone, phoneAt } from './testing/phone.ts'

inExample('the chain', (example) => {
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
  const sent = async (ciso: Page, supplier: string) => {
    const body = {
      tier: 'machine_builder',
      name: 'Ulrike',
      language: 'nl',
      answer_until: '2099-01-01',
    }
    const url = `${example.address}/api/v1/chain/suppliers/${supplier}/questionnaires`
    const headers = { origin: example.address }
    const came = await ciso.context().request.post(url, { data: body, headers })
    assert.equal(came.status(), 201, await came.text())
    return (await came.json()) as { readonly link: string; readonly review: string }
  }
  const codes = async (ciso: Page) => {
    const came = await ciso.context().request.get(`${example.address}/api/v1/chain`)
    const { suppliers } = (await came.json()) as {
      readonly suppliers: readonly { readonly id: string; readonly code: string }[]
    }
    return new Map(suppliers.map(({ id, code }) => [code, id]))
  }

  it('asks all of one kind in one go, once it is seen who gets what', async () => {
    const ciso = await example.pageOf('Marloes')
    const supplier = (await codes(ciso)).get('robotek')
    const url = `${example.address}/api/v1`
    const headers = { origin: example.address }
    const values = { code: 'PM-1', name: 'Ulrike Brandt', email: 'ulrike@robotek.example' }
    const made = await ciso.context().request.post(`${url}/persons`, { data: { values }, headers })
    const { id: contact } = (await made.json()) as { readonly id: string }
    const there = await ciso.context().request.get(`${url}/suppliers/${supplier}`)
    const { version } = (await there.json()) as { readonly version: number }
    const changed = await ciso.context().request.patch(`${url}/suppliers/${supplier}`, {
      data: { values: { contact } },
      headers: { ...headers, 'if-match': `"${version}"` },
    })
    assert.equal(changed.status(), 200, await changed.text())
    await ciso.goto(`${example.address}/suppliers/questionnaires`)
    const round = ciso.getByRole('region', { name: 'Aan meer leveranciers tegelijk' })
    await round.getByText(/^1 krijgt \d+ vragen, 1 heeft geen adres, 0 zijn al gevraagd/).waitFor()
    assert.ok(await round.getByLabel('Packomat Verschließtechnik GmbH').isDisabled())
    assert.ok(await round.getByLabel('Robotek Lassystemen N.V.').isChecked())
    await round.getByText('ulrike@robotek.example').waitFor()
    await round.getByRole('button', { name: 'Versturen aan 1' }).click()
    await round.getByText('1 verstuurd.').waitFor()
    await round.getByText(/^0 krijgen \d+ vragen, 1 heeft geen adres, 1 is al gevraagd/).waitFor()
    await ciso.context().close()
  })

  it('keeps a list of parts apart, and takes answers along in a signed file', {
    timeout: 300_000,
  }, async () => {
    const ciso = await example.pageOf('Marloes')
    const ids = await codes(ciso)
    const maker = ids.get('spindelwolk') ?? ''
    const anna = await phoneAt((await sent(ciso, maker)).link, ciso)
    await begin(anna, 'Ulrike')
    const one = anna.getByRole('group').filter({ hasText: 'Is één persoon bij u aangewezen' })
    const answered = kept(anna)
    await one.getByRole('radio', { name: 'Ja', exact: true }).check()
    await answered
    const parts = anna.getByLabel('Onderdeel')
    const product = parts.locator('option').filter({ hasText: 'Wat u levert' })
    await parts.selectOption((await product.getAttribute('value')) ?? '')
    const list = anna.getByRole('group').filter({ hasText: '(SBOM)' })
    const component = {
      type: 'library',
      name: 'openssl',
      version: '3.0.1',
      purl: 'pkg:generic/openssl@3.0.1',
    }
    const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components: [component] }
    await list.locator('input[type=file]').setInputFiles({
      ...{ name: 'onderdelen.json', mimeType: 'application/json' },
      buffer: Buffer.from(JSON.stringify(bom)),
    })
    await list.getByText('onderdelen.json').waitFor()

    // Nothing of it is in the registers until somebody has it read.
    await ciso.goto(`${example.address}/suppliers/${maker}`)
    const bill = ciso.getByRole('article').filter({ hasText: 'onderdelen.json' })
    await bill.getByText('Nog niet gelezen.').waitFor()
    await bill.getByRole('button', { name: 'Lezen en met de adviezen vergelijken' }).click()
    await bill.getByText(/^1 onderdeel, \d herkend, vergeleken met/).waitFor()

    const last = await parts.locator('option').last().getAttribute('value')
    await parts.selectOption(last ?? '')
    await anna.getByRole('button', { name: 'Antwoorden insturen' }).click()
    const signed = anna.getByRole('button', { name: 'Ondertekend bestand voor een andere klant' })
    const [download] = await Promise.all([anna.waitForEvent('download'), signed.click()])
    const text = readFileSync(await download.path(), 'utf8')
    await anna.context().close()

    const other = await sent(ciso, ids.get('lumisnij') ?? '')
    const bert = await phoneAt(other.link, ciso)
    await begin(bert, 'Bert')
    const bring = (content: string) =>
      bert
        .locator('.proof')
        .filter({ hasText: 'Antwoorden overnemen uit een bestand' })
        .locator('input[type=file]')
        .setInputFiles({
          ...{ name: 'supplier-answers.txt', mimeType: 'text/plain' },
          buffer: Buffer.from(content),
        })
    await bring(text.replace('yes', 'no'))
    await bert.getByText(/is na het ondertekenen gewijzigd/).waitFor()
    await bert.getByText(/^0 van/).waitFor()
    await bring(text)
    await bert.getByText(/^De handtekening klopt. 1 antwoord overgenomen/).waitFor()
    await bert.getByText(/^1 van/).waitFor()
    assert.deepEqual(await objectionsTo(bert), [])
    await bert.context().close()
    await ciso.goto(`${example.address}/suppliers/reviews/${other.review}`)
    await ciso.getByRole('heading', { name: 'Overgenomen uit een bestand' }).waitFor()
    await ciso.getByText(/gewijzigd na het ondertekenen/).waitFor()
    await ciso.getByText(/de handtekening klopt, 1 antwoord/).waitFor()
    await ciso.context().close()
  })

  it('says what was agreed, clause by clause, and writes the rest for the lawyer', async () => {
    const ciso = await example.pageOf('Marloes', '/suppliers')
    await ciso.getByRole('cell', { name: 'Beslis over verlenging' }).first().waitFor()
    const ids = await codes(ciso)
    await ciso.goto(`${example.address}/suppliers/${ids.get('kessel')}`)
    const list = ciso.getByRole('group', {
      name: 'Bepalingen in Raamcontract besturingen en storingsdienst',
    })
    const notice = list.getByRole('row').filter({ hasText: 'B.2' })
    await notice.getByText(/^afgesproken/).waitFor()
    await notice.getByText('24 uur, hoogstens 24').waitFor()
    await list.getByText('niet afgesproken').first().waitFor()
    await list.getByText('ontbreekt').first().waitFor()
    const english = await (await example.contextOf('Marloes', 'en')).newPage()
    await english.goto(ciso.url())
    for (const [page, name, opening] of [
      [ciso, 'Tekst voor de jurist', /Kessel Automatisering[\s\S]*oefen/],
      [english, 'Text for the lawyer', /Kessel Automatisering[\s\S]*exercise/],
    ] as const) {
      const button = page.getByRole('button', { name }).first()
      const [paper] = await Promise.all([page.waitForEvent('download'), button.click()])
      assert.match(readFileSync(await paper.path(), 'utf8'), opening)
    }
    await english.context().close()
    await ciso.context().close()
  })

  it('says that the same questions are out, and leads to them', async () => {
    const ciso = await example.pageOf('Marloes')
    const supplier = (await codes(ciso)).get('ordentis') ?? ''
    const { review } = await sent(ciso, supplier)
    await ciso.goto(`${example.address}/suppliers/${supplier}`)
    await ciso.getByLabel('Soort leverancier').selectOption('machine_builder')
    const out = ciso.getByRole('status').filter({ hasText: 'Deze vragen staan al uit' })
    await out.waitFor()
    const send = ciso.getByRole('button', { name: 'Versturen' })
    assert.ok(await send.isDisabled())
    await ciso.getByLabel('Soort leverancier').selectOption('software')
    await out.waitFor({ state: 'detached' })
    await ciso.getByLabel('Voor wie').fill('Joris')
    await send.click()
    await ciso.locator('.handed').waitFor()
    await ciso.getByLabel('Soort leverancier').selectOption('machine_builder')
    await out.getByRole('link', { name: 'Openen' }).click()
    await ciso.waitForURL(`**/suppliers/reviews/${review}`)
    await ciso.context().close()
  })

  it('has all leave to come in looked at and signed, with who did and what was shut', async () => {
    const ciso = await example.pageOf('Marloes')
    const head = await example.pageOf('Ruben')
    const api = `${example.address}/api/v1`
    const headers = { origin: example.address }
    const read = async (page: Page, url: string) =>
      (await page.context().request.get(`${api}/${url}`)).json()
    const sentBy = async (page: Page, url: string, data: object, version?: number) => {
      const more = version === undefined ? headers : { ...headers, 'if-match': `"${version}"` }
      const came = await page.context().request.post(`${api}/${url}`, { data, headers: more })
      assert.ok(came.ok(), await came.text())
      return came.json()
    }
    const { items } = await read(ciso, 'remote-accesses')
    const people = await read(ciso, 'persons')
    const owner = people.items[0].id
    for (const { id, version, state } of items) {
      if (state !== 'requested') continue
      const patched = await ciso.context().request.patch(`${api}/remote-accesses/${id}`, {
        data: { values: { owner, valid_until: '2099-01-01' } },
        headers: { ...headers, 'if-match': `"${version}"` },
      })
      const now = (await patched.json()) as { readonly version: number }
      const asked = await sentBy(
        ciso,
        `remote-accesses/${id}/moves`,
        { to: 'allowed' },
        now.version,
      )
      await sentBy(head, `remote-accesses/${id}/approve`, { pending: asked.pending })
    }
    await ciso.goto(`${example.address}/suppliers/remote-access`)
    await ciso.getByText('Nog niemand heeft deze toestemmingen bekeken').waitFor()
    const verdicts = ciso.getByRole('combobox', { name: /^Oordeel: / })
    const count = await verdicts.count()
    assert.ok(count > 1)
    const name = (await verdicts.first().getAttribute('aria-label'))?.replace('Oordeel: ', '') ?? ''
    await verdicts.first().selectOption('suspend')
    const sign = ciso.getByRole('button', { name: 'Vastleggen' })
    assert.ok(await sign.isDisabled())
    await ciso.getByText('U trekt iets in: schrijf waarom.').waitFor()
    await ciso.getByLabel('Reden bij opschorten of beëindigen').fill('In geen opname gezien')
    await sign.click()
    await ciso.getByText(`${count} bekeken en vastgelegd.`).waitFor()
    const told = ciso.getByText(/Laatst bekeken en getekend op/)
    await told.getByRole('link', { name: 'Marloes Tan' }).waitFor()
    assert.match(
      (await told.textContent()) ?? '',
      new RegExp(`${count - 1} gehouden, ingetrokken:`),
    )
    assert.ok((await told.textContent())?.includes(name))
    const row = ciso.getByRole('row').filter({ hasText: name }).last()
    await row.getByText('opgeschort').waitFor()
    assert.deepEqual(await objectionsTo(ciso), [])
    await head.context().close()
    await ciso.context().close()
  })

  it('plans a scenario together and a test of leaving', async () => {
    const ciso = await example.pageOf('Marloes')
    await ciso.goto(`${example.address}/suppliers/${(await codes(ciso)).get('kessel')}`)
    const joint = ciso.getByRole('region', { name: 'Samen oefenen en vertrek beproeven' })
    for (const [sort, name] of [
      ['scenario', 'Scenario samen met Kessel'],
      ['exit', 'Vertrek bij Kessel'],
    ] as const) {
      await joint.getByLabel('Soort').selectOption(sort)
      await joint.getByRole('textbox', { name: 'Op' }).fill('15-01-2099')
      await joint.getByRole('button', { name: 'Plannen' }).click()
      const row = joint.getByRole('row').filter({ hasText: name })
      await row.getByText('gepland').waitFor()
    }
    await joint.getByRole('link', { name: 'Scenario samen met Kessel' }).click()
    await ciso.getByRole('heading', { level: 1 }).filter({ hasText: 'Kessel' }).waitFor()
    await ciso.context().close()
  })

  it('lays a recording with real remote access beside the register', {
    timeout: 300_000,
  }, async (test) => {
    const shared = join(import.meta.dirname, '../../../shared/captures/remote/anydesk.pcapng')
    const own = join(
      import.meta.dirname,
      '../../examples/factory/captures/2026-11-03-lijn2.pcap.gz',
    )
    const [path, name, tool] = existsSync(shared)
      ? [shared, 'meekijken.pcapng', 'AnyDesk']
      : [own, 'meekijken.pcap.gz', 'TeamViewer']
    test.diagnostic(path)
    const ciso = await example.pageOf('Marloes', '/captures')
    await ciso
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: readFileSync(path) })
    await ciso.getByRole('button', { name: 'Feiten bewaren' }).click()
    await ciso.getByText('De opname zelf is op deze computer gebleven.').waitFor()
    await ciso.goto(`${example.address}/suppliers/remote-access`)
    const row = ciso
      .getByRole('group', { name: 'Gezien op het netwerk' })
      .getByRole('row')
      .filter({ hasText: name })
      .filter({ hasText: tool })
      .first()
    await row.getByText('programma niet geregistreerd').waitFor()
    assert.deepEqual(await objectionsTo(ciso), [])
    await ciso.context().close()
  })
})
