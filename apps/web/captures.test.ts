// SPDX-License-Identifier: EUPL-1.2
// A capture dropped on the page: read by the browser itself with the very answer of the command line,
// nothing sent until somebody says so, and then facts alone.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { complaintsOf, isSound } from './testing/browser.ts'
import { inOwnFactory } from './testing/own-factory.ts'

const captures = join(import.meta.dirname, '../../examples/factory/captures')
const cli = join(import.meta.dirname, '../cli/main.ts')

async function onCommandLine(names: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const args = ['--disable-warning=ExperimentalWarning', cli, 'inspect', ...names, '--json']
  const options = { cwd: captures, maxBuffer: 1 << 27 }
  const { stdout } = await promisify(execFile)(process.execPath, args, options)
  return JSON.parse(stdout)
}

inOwnFactory('a capture dropped on the page', (factory) => {
  const pageOf = async (): Promise<Page> => {
    const page = await factory.pageOf(factory.ans, '/captures')
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }

  const bring = (page: Page, files: string | readonly string[]) =>
    page.locator('input[type=file]').setInputFiles(files as string[])

  async function downloaded(page: Page): Promise<Readonly<Record<string, unknown>>> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Zie precies wat er bewaard wordt' }).click(),
    ])
    return JSON.parse(readFileSync(await download.path(), 'utf8'))
  }

  for (const names of [
    ['2026-11-03-lijn1.pcap'],
    ['2026-11-05-robotcel.pcapng'],
    [
      '2026-11-03-kern-kantoor.pcapng',
      '2026-11-03-lijn2.pcap.gz',
      '2026-11-05-lijn1-avond.pcap.gz',
    ],
  ]) {
    it(`says what the command line says of ${names.join(', ')}`, async () => {
      const page = await pageOf()
      const complaints = complaintsOf(page)
      const sent: string[] = []
      page.context().on('request', (request) => {
        if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`)
      })
      await bring(
        page,
        names.map((name) => join(captures, name)),
      )
      await page.getByText('Niets hiervan heeft deze computer verlaten.').waitFor()
      const [here, there] = [await downloaded(page), await onCommandLine(names)]
      for (const [part, said] of Object.entries(there)) assert.deepEqual(here[part], said, part)
      assert.deepEqual(Object.keys(here), Object.keys(there))
      assert.deepEqual(sent, [])
      assert.deepEqual(complaints, [])
      await page.context().close()
    })
  }

  it('keeps facts when somebody says so, as a source with proposals', async () => {
    const page = await pageOf()
    await isSound(page, 'before a capture')
    await bring(page, join(captures, '2026-11-03-lijn1.pcap'))
    await page.getByText('Niets hiervan heeft deze computer verlaten.').waitFor()
    await isSound(page, 'what a capture shows')
    for (const name of [/^Gesprekken/, /^Te beoordelen/, /^Niet te zien/]) {
      await page.getByRole('tab', { name }).click()
      await isSound(page, String(name))
    }
    await page.getByRole('button', { name: 'Feiten bewaren' }).click()
    await page.getByText('De opname zelf is op deze computer gebleven.').waitFor()
    await page.getByRole('button', { name: 'Ook de signalen bij de meldingen zetten' }).click()
    await page.getByText(/^\d+ nieuw, 0 opnieuw gezien/).waitFor()
    const { queue } = await factory.ans.send('GET', '/api/v1/monitoring')
    assert.ok(queue.waiting.length > 0)
    await page.getByRole('link', { name: 'Kies wat er in het register komt' }).click()
    await page
      .getByRole('button', { name: 'Neem alles over' })
      .or(page.getByRole('button', { name: /alles/i }))
      .first()
      .waitFor()
    const { items } = await factory.ans.send('GET', '/api/v1/sources')
    assert.equal(items.length, 1)
    assert.equal(items[0].format, 'inspect')
    const { conversations } = await onCommandLine(['2026-11-03-lijn1.pcap'])
    assert.equal(items[0].conversations, (conversations as readonly unknown[]).length)
    await page.context().close()
  })

  it('says what is wrong with a file, and keeps what came before', async () => {
    const page = await pageOf()
    const text = join(factory.folder, 'notes.pcap')
    writeFileSync(text, 'not a capture at all, but long enough to look like something')
    const whole = readFileSync(join(captures, '2026-11-03-lijn2.pcap.gz'))
    const half = join(factory.folder, 'half.pcap.gz')
    writeFileSync(half, whole.subarray(0, whole.length / 2))
    const zstd = join(factory.folder, 'packed.pcap.zst')
    writeFileSync(zstd, Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0, 0, 0]))
    await bring(page, text)
    await page.getByText('is geen opname: verwacht was pcap of pcapng').waitFor()
    await page.getByText('Hier is geen opname in gevonden.').waitFor()
    await page.getByRole('button', { name: 'Andere opnamen' }).click()
    await bring(page, [half, zstd])
    await page.getByText('het ingepakte bestand eindigt te vroeg').waitFor()
    await page.getByText('is ingepakt met zstd').waitFor()
    await page.getByRole('tab', { name: /^Apparaten \([1-9]/ }).waitFor()
    await page.context().close()
  })

  it('reads in a thread that can open no connection', async () => {
    const page = await pageOf()
    await page.addInitScript(`Worker.prototype.postMessage = () => {}`)
    await page.reload()
    const [worker] = await Promise.all([
      page.waitForEvent('worker'),
      bring(page, join(captures, '2026-11-03-lijn1.pcap')),
    ])
    const tried = await worker.evaluate(`fetch('/healthz').then(() => 'sent', () => 'refused')`)
    assert.equal(tried, 'refused')
    await page.context().close()
  })

  it('stops when it is told to', async () => {
    const page = await pageOf()
    // A thread that is never asked anything reads for as long as we like.
    await page.addInitScript(`Worker.prototype.postMessage = () => {}`)
    await page.reload()
    await bring(page, join(captures, '2026-11-03-lijn1.pcap'))
    await page.getByRole('progressbar').waitFor()
    await isSound(page, 'while reading')
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Kies opnamen').waitFor()
    await page.context().close()
  })
})
