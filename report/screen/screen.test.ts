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

  it('says where people think less of a likelihood than was measured, and not where they agree', () => {
    const { losses, ...rest } = exampleBaseline()
    assert.ok(losses)
    const measured = new Map(rest.risks.map(({ id, likelihood }) => [id, likelihood.level]))
    const thought = (less: number) => ({
      ...rest,
      losses: {
        ...losses,
        risks: losses.risks.map((one) => {
          const level = measured.get(one.id)
          return { ...one, likelihood: level === undefined ? 1 : level - less }
        }),
      },
    })
    const both = [...measured.keys()].filter((id) => losses.risks.some((one) => one.id === id))
    assert.equal(both.length, 2)
    const said = (less: number) => renderHtml(thought(less), 'en').html
    assert.match(said(1), /2 risks are thought less likely than what was measured shows/)
    // As likely as measured, or more: nothing to say. The company’s own risk was never measured.
    for (const less of [0, -1]) assert.doesNotMatch(said(less), /thought less likely/)
    assert.match(renderHtml(thought(1), 'nl').html, /Bij 2 risico’s is de kans lager geschat/)
  })

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
