// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hostileBaseline } from '../testing/hostile.ts'
import { comparedBaseline, exampleBaseline } from '../testing/index.ts'
import { renderHtml } from './index.ts'

const bases = {
  example: exampleBaseline(),
  compared: comparedBaseline(),
  hostile: hostileBaseline(),
  bare: {
    ...exampleBaseline(),
    measures: exampleBaseline().measures.map((measure) => ({
      ...measure,
      level: null,
      target: null,
      weakest: null,
      next_step: null,
      is_contradicted: false,
    })),
    board_level: null,
    directors: [],
    inventory: {
      ...exampleBaseline().inventory,
      assets: [],
      register_only: [],
      coverage: null,
      captures: [],
    },
    network: { zones: [], flows: [] },
    contradictions: [],
    detections: [],
    crown_jewels: [],
    suppliers: [],
    risks: [],
    actions: [],
    roadmap: [],
    decisions: [],
    figures: exampleBaseline().figures.map((figure) => ({ ...figure, value: null, base: null })),
  },
}

describe('the report on screen', () => {
  for (const [name, baseline] of Object.entries(bases)) {
    for (const language of ['nl', 'en'] as const) {
      it(`is one sound file that fetches and runs nothing: ${name}, ${language}`, () => {
        const { html } = renderHtml(baseline, language)
        sound(html)
        assert.equal(html, renderHtml(baseline, language).html, 'same bytes')
      })
    }
  }

  it('says no code where a person reads', () => {
    for (const baseline of Object.values(bases)) {
      for (const language of ['nl', 'en'] as const) {
        const { html } = renderHtml(baseline, language)
        const said = html.replace(/<style[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ')
        const codes = said.match(/\b[a-z]+_[a-z_]+\b/g) ?? []
        // The one key of a file that a reader is told to fill in.
        assert.deepEqual(
          codes.filter((code) => code !== 'board_level'),
          [],
        )
      }
    }
  })

  it('leads every link to a place that exists', () => {
    for (const baseline of [bases.example, bases.compared]) {
      const { html } = renderHtml(baseline, 'nl')
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
      const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, to]) => to)
      assert.ok(links.length > 100)
      assert.deepEqual([...new Set(links.filter((to) => !ids.has(to)))], [])
    }
  })

  it('says what is not measured and never calls it zero', () => {
    const { html } = renderHtml(bases.bare, 'nl')
    assert.match(html, /niet gemeten/i)
    assert.match(html, /nog geen niveau vastgesteld/)
    assert.doesNotMatch(html, /NaN|undefined|Infinity/)
  })

  it('writes hostile names as text and isolates their direction', () => {
    const { html } = renderHtml(bases.hostile, 'nl')
    assert.doesNotMatch(html, /<script|<img|<iframe| onload="| onerror="/i)
    assert.match(html, /&lt;script&gt;alert\(1\)/)
    assert.match(html, /<bdi>/)
  })
})

/** Tags close in order, ids are unique, images and tables have names, headings do not skip. */
function sound(html: string): void {
  assert.match(html, /^<!doctype html>\n<html lang="(nl|en)">/)
  assert.match(html, /Content-Security-Policy" content="default-src 'none'/)
  assert.doesNotMatch(html, /<script|https?:\/\/(?!www\.w3\.org)|@import|url\((?!data:|#)/i)
  const withoutStyle = html.replace(/<style>[\s\S]*?<\/style>/, '')
  const open: string[] = []
  const ids = new Set<string>()
  let heading = 0
  for (const [, closing, tag = '', attributes = '', empty] of withoutStyle.matchAll(
    /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g,
  )) {
    if (closing === '/') assert.equal(open.pop(), tag, `</${tag}>`)
    else if (empty === '' && !/^(meta|br)$/.test(tag)) open.push(tag)
    const id = / id="([^"]+)"/.exec(attributes)?.[1]
    if (id !== undefined) {
      assert.ok(!ids.has(id), `id ${id} twice`)
      ids.add(id)
    }
    const level = /^h([1-6])$/.exec(tag)?.[1]
    if (level !== undefined && closing === '') {
      assert.ok(Number(level) <= heading + 1, `h${level} after h${heading}`)
      heading = Number(level)
    }
  }
  assert.deepEqual(open, [])
  const tables = html.match(/<table>/g)?.length ?? 0
  assert.equal(html.match(/<caption/g)?.length ?? 0, tables)
}
