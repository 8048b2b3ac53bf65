// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
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

  const folder = mkdtempSync(join(tmpdir(), 'announced-'))
  const files = (name: string) => ({
    any: [`/${name}.js`],
    pages: [
      { path: '/', files: [`/${name}-home.js`, '/a.css'] },
      { path: '/risks', files: ['/risks.js'] },
      { path: '/registers/:plural', files: ['/list.js'] },
      { path: '/registers/:plural/:id', files: ['/one.js'] },
      { path: '/registers/:plural/new', files: ['/new.js'] },
    ],
  })
  writeFileSync(join(folder, listName), JSON.stringify({ nl: files('nl'), en: files('en') }))
  const announced = announcedBy(folder)
  after(() => rmSync(folder, { recursive: true }))
  const linksOf = (url: string) => announced({ url, language: 'nl', isIn: true }).links

  it('names the files of the language, and those of the page only to who is in', () => {
    const { links } = announced({ url: '/', language: 'en', isIn: true })
    assert.match(links, /"\/en\.js".*"\/en-home\.js"/)
    assert.match(links, /rel="stylesheet"[^>]*"\/a\.css"/)
    const outside = announced({ url: '/', language: 'nl', isIn: false }).links
    assert.doesNotMatch(outside, /home/)
    assert.match(outside, /"\/nl\.js"/)
  })

  it('names the files of the page that the address is, spelled out before stood for', () => {
    assert.match(linksOf('/registers/assets'), /"\/list\.js"/)
    assert.match(linksOf('/registers/assets/new'), /"\/new\.js"/)
    assert.doesNotMatch(linksOf('/registers/assets/new'), /one\.js/)
    assert.match(linksOf('/registers/assets/1'), /"\/one\.js"/)
    assert.doesNotMatch(linksOf('/registers/'), /list|one/)
    assert.doesNotMatch(linksOf('/elsewhere'), /risks|list|one|home/)
  })

  it('tells which page it is, to who is in', () => {
    const pageOf = (url: string, isIn = true) => announced({ url, language: 'nl', isIn }).page
    assert.equal(pageOf('/registers/assets?q=pump'), '/registers/:plural')
    assert.equal(pageOf('/elsewhere'), undefined)
    assert.equal(pageOf('/', false), undefined)
  })

  it('names nothing where nothing was built', () => {
    const asked = { url: '/', language: 'nl', isIn: true } as const
    assert.equal(announcedBy(join(tmpdir(), 'nothing-was-built'))(asked).links, '')
  })
})
