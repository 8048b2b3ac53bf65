// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { announcedBy, languageOf, listName } from './announced.ts'

describe('what a page names before it is asked for', () => {
  it('speaks as was chosen here, then as the browser asks, then Dutch', () => {
    const of = (cookie: string, asked: string) => languageOf({ cookie, 'accept-language': asked })
    assert.equal(of('a=1; schouw-language=en', 'nl-NL'), 'en')
    assert.equal(of('schouw-language=xx', 'en-GB,en;q=0.9'), 'en')
    assert.equal(of('', 'en-GB,nl;q=0.5'), 'nl')
    assert.equal(of('', 'fr-BE'), 'nl')
    assert.equal(languageOf({}), 'nl')
  })

  it('names the files of the language, and the page of the board only to who may see it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'announced-'))
    const files = (name: string) => ({ any: [`/${name}.js`], home: [`/${name}-home.js`, '/a.css'] })
    writeFileSync(join(folder, listName), JSON.stringify({ nl: files('nl'), en: files('en') }))
    const announced = announcedBy(folder)
    assert.match(announced('en', true).links, /"\/api\/v1\/standing"/)
    assert.match(announced('en', true).links, /"\/en\.js".*"\/en-home\.js"/)
    assert.match(announced('en', true).links, /rel="stylesheet"[^>]*"\/a\.css"/)
    assert.doesNotMatch(announced('nl', false).links, /standing|home/)
    assert.match(announced('nl', false).links, /"\/nl\.js"/)
    rmSync(folder, { recursive: true })
  })

  it('names nothing where nothing was built', () => {
    assert.equal(announcedBy(join(tmpdir(), 'nothing-was-built'))('nl', true).links, '')
  })
})
