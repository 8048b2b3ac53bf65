// SPDX-License-Identifier: EUPL-1.2
// Command and page on the same files: the command as a person calls it, the page as it is built,
// opened from a file in a real browser. What one says, the other says.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { vectorJson, vectorsAbsent } from '@schouw/fixtures/vectors'
import type { Browser, Page } from 'playwright-core'
import { rolldown } from 'rolldown'
import { buildVerify } from '../../../scripts/build-verify.ts'
import { runCommandLine } from '../../cli/command-line.ts'
import { localAuthority, opensslAbsent } from '../../server/timestamps/testing/authority.ts'
import { contextIn, inBrowser, launched } from '../testing/browser.ts'
import { type Deceit, ownCases } from './testing/own-cases.ts'
import { answers } from './testing/probe.ts'
import { type Case, hazardTexts, vectorCases } from './testing/vector-cases.ts'

interface Said {
  readonly isProven: boolean
  readonly layers: readonly unknown[]
  readonly findings: readonly { readonly code: string }[]
  readonly count: number
}

inBrowser('command and page', () => {
  let browser: Browser
  let page: Page
  let folder = ''
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'schouw-agreement-'))
    browser = await launched()
    const { path } = await buildVerify()
    page = await (await contextIn(browser, 'en')).newPage()
    await page.goto(pathToFileURL(path).href)
  })
  after(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('say the same of every shared vector, and what the vector states', {
    skip: vectorsAbsent,
  }, async () => {
    const cases = vectorCases()
    assert.ok(cases.length > 150, `${cases.length} cases`)
    await sayTheSame(cases)
  })

  it('say the same of dossiers that were made to deceive, and name the deceit', async () => {
    const absent = opensslAbsent()
    if (absent !== false) console.log(absent)
    const authority = absent === false ? await localAuthority() : undefined
    try {
      await sayTheSame(ownCases(authority))
    } finally {
      authority?.stop()
    }
  })

  it('calculate alike: odd keys, proofs, numbers and paths', { skip: vectorsAbsent }, async () => {
    const { paths, invalid } = vectorJson('tiles/paths.json')
    const vectors = {
      ed25519: vectorJson('ed25519/edge-cases.json'),
      inclusion: vectorJson('merkle/inclusion.json'),
      consistency: vectorJson('merkle/consistency.json'),
      json: hazardTexts().map(({ json }) => json),
      paths: [...paths.map(({ path }: any) => path), ...invalid],
    }
    const build = await rolldown({
      input: join(import.meta.dirname, 'testing/probe.ts'),
      platform: 'browser',
      logLevel: 'silent',
    })
    const { output } = await build.generate({ format: 'iife', name: 'probe', minify: true })
    await build.close()
    writeFileSync(join(folder, 'probe.html'), '<!doctype html><title>probe</title>')
    const probing = await (await contextIn(browser, 'en')).newPage()
    await probing.goto(pathToFileURL(join(folder, 'probe.html')).href)
    await probing.evaluate(output[0].code)
    const there = await probing.evaluate(`answers(${JSON.stringify(vectors)})`)
    assert.deepEqual(there, answers(vectors))
    assert.equal(vectors.ed25519.length, 230)
  })

  async function sayTheSame(cases: readonly (Case | Deceit)[]): Promise<void> {
    const names = new Set<string>()
    for (const [at, one] of cases.entries()) {
      assert.ok(!names.has(one.name), `${one.name} twice`)
      names.add(one.name)
      if ('isUsage' in one && one.isUsage === true) {
        await assert.rejects(commandOn(one, at), /is no verifier key/)
        assert.equal((await pageOn(one)).isProven, false, one.name)
        continue
      }
      const command = await commandOn(one, at)
      assert.deepEqual(await pageOn(one), command, one.name)
      const told = `${one.name}: ${JSON.stringify(command.findings)}`
      if (one.isProven !== undefined) assert.equal(command.isProven, one.isProven, told)
      if (!command.isProven) assert.ok(command.count > 0, `${one.name} has no name`)
      const code = 'code' in one ? one.code : undefined
      const isNamed = command.findings.some((finding) => finding.code === code)
      assert.ok(code === undefined || isNamed, told)
    }
  }

  async function commandOn({ bytes, known }: Case, at: number): Promise<Said> {
    const own = join(folder, String(at))
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'file'), bytes)
    const options = known.flatMap(([option, content], number) => {
      writeFileSync(join(own, `known-${number}`), content)
      return [`--${option}`, `known-${number}`]
    })
    let [text, complaint] = ['', '']
    await runCommandLine(['verify', 'file', ...options, '--json'], {
      env: {},
      folder: own,
      print: (more) => {
        text += more
        return true
      },
      complain: (more) => {
        complaint += more
      },
      terminal: { isInteractive: false, columns: 120 },
      onCancel: () => {},
    })
    assert.equal(complaint, '')
    const [part] = JSON.parse(text).parts
    return {
      isProven: part.is_proven,
      layers: part.layers,
      findings: part.findings,
      count: part.finding_count,
    }
  }

  async function pageOn({ bytes, known }: Case): Promise<Said> {
    const file = (content: Uint8Array, name: string) => ({
      ...{ name, mimeType: 'application/octet-stream' },
      buffer: Buffer.from(content),
    })
    const result = page.locator('[role=status]')
    const [chosen, beside] = await page.locator('input[type=file]').all()
    await chosen?.setInputFiles([])
    await beside?.setInputFiles(
      known.map(([option, content], at) => file(content, `${option}${at}`)),
    )
    await result.evaluate((at) => delete (at as HTMLElement).dataset['verdict'])
    await chosen?.setInputFiles([file(bytes, 'file')])
    await page.locator('[role=status][data-verdict]').waitFor()
    return JSON.parse((await result.getAttribute('data-verdict')) ?? 'null')
  }
})
