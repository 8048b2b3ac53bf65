// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { requirementsPack } from '@schouw/core/assurance'
import { protocols } from '@schouw/core/capture'
import { glossary } from './glossary.ts'
import { languages, words } from './index.ts'
import { vocabularyEn } from './vocabulary-en.ts'
import { vocabularyNl } from './vocabulary-nl.ts'

/** Code → facts with their types, read from the closed union itself. */
function codes(): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const file = join(import.meta.dirname, '../../core/baseline/sentences.ts')
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const found = new Map<string, readonly (readonly [string, string])[]>()
  for (const match of text.matchAll(
    /'([a-z_]+(?:\.[a-z_]+)+)': (?:\{([^}]*)\}|Record<string, never>)/g,
  )) {
    const facts = [...(match[2] ?? '').matchAll(/(\w+): ([^;\n]+)/g)]
    found.set(
      match[1]!,
      facts.map(([, name = '', type = '']) => [name, type.trim()] as const),
    )
  }
  return found
}

const samples = {
  string: ['', 'Lijn 1', 'Lijn 1, Lijn 2, Lijn 3'],
  number: [0, 1, 12.5, 400_000],
} as const

function facts(of: readonly (readonly [string, string])[], turn: number) {
  return Object.fromEntries(
    of.map(([name, type], n) => {
      if (type.includes('null') && (turn + n) % 3 === 0) return [name, null]
      if (/at$|dated|planned|until|due|last/.test(name) && type.includes('string')) {
        return [name, '2026-11-12T23:41:02+01:00']
      }
      const kind = type.startsWith('number') ? 'number' : 'string'
      return [name, samples[kind][(turn + n) % samples[kind].length]]
    }),
  )
}

describe('words', () => {
  it('has a sentence for every code, whatever fills it in', () => {
    const all = codes()
    assert.ok(all.size > 120, `only ${all.size} codes found`)
    for (const language of languages) {
      const { sentence } = words(language)
      for (const [code, list] of all) {
        for (let turn = 0; turn < 6; turn += 1) {
          if (code === 'text.own') continue
          const said = sentence({ code, facts: facts(list, turn) } as never)
          assert.doesNotMatch(
            said,
            /undefined|null|NaN|\[object|\d\.\d{5}/,
            `${language} ${code}: ${said}`,
          )
          assert.doesNotMatch(said, /!|compliant|oeps/i, `${language} ${code}: ${said}`)
          assert.ok(said.length > 5, `${language} ${code}: ${said}`)
        }
      }
    }
  })

  it('shows the facts of a code of another version instead of failing', () => {
    const { sentence } = words('nl')
    assert.equal(
      sentence({ code: 'seen.later', facts: { count: 3 } } as never),
      'seen.later: count 3',
    )
  })

  it('writes one person, plainly: no exclamation marks, no compliance, no fear', () => {
    const texts = (value: unknown): readonly string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(texts)
          : []
    for (const language of languages) {
      for (const text of texts(words(language).text)) {
        assert.doesNotMatch(text, /!|compliant|compliance|world-class|oeps/i)
        if (language === 'nl') assert.doesNotMatch(text, /\b(je|jij|jouw|jullie)\b/i)
      }
    }
  })

  it('gives both languages the same codes', () => {
    for (const kind of Object.keys(vocabularyNl) as (keyof typeof vocabularyNl)[]) {
      assert.deepEqual(
        Object.keys(vocabularyEn[kind]).sort(),
        Object.keys(vocabularyNl[kind]).sort(),
        kind,
      )
    }
  })

  it('names every protocol that a capture can hold', () => {
    const { say } = words('nl')
    const names = protocols.flatMap(({ name, layers }) => [name, ...(layers ?? [])])
    assert.ok(names.length > 80)
    for (const name of [...names, 'iso-tsap', 'gre']) {
      assert.match(say.word(name, 'protocol'), /^[A-Z0-9m]/, name)
    }
    assert.equal(say.word('tcp/102', 'protocol'), 'TCP 102')
  })

  it('calls a requirement by a few words, in a sentence and alone', () => {
    for (const language of languages) {
      const { say } = words(language)
      const titles = requirementsPack.measures.flatMap(({ requirements }) =>
        requirements.map(({ id }) => say.requirement.title(id)),
      )
      assert.equal(new Set(titles).size, 80)
      for (const title of titles) {
        const count = title.split(' ').length
        assert.ok(count >= 1 && count <= 6, title)
      }
    }
    const { requirement } = words('nl').say
    assert.equal(requirement.phrase('D1'), 'het leveranciersregister (D1)')
    assert.equal(requirement.label('D1'), 'Leveranciersregister (D1)')
    assert.equal(requirement.label('Z9'), 'Z9')
  })

  it('explains every word in one sentence in each language', () => {
    assert.equal(new Set(glossary.map(({ id }) => id)).size, glossary.length)
    for (const entry of glossary) {
      for (const meaning of [entry.meaningNl, entry.meaningEn]) assert.match(meaning, /^[^.]+\.$/)
    }
  })
})
