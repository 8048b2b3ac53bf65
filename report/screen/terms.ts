// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../view/index.ts'
import { glossary } from '../words/glossary.ts'
import type { Language } from '../words/index.ts'
import { all, type Html, tag, words } from './markup.ts'
import { text } from './runs.ts'

/** Text with the first of each glossary word in a chapter underlined and explained. */
export type Terms = (runs: Text, seen: Set<string>) => Html

export function termsOf(language: Language): Terms {
  const entries = glossary.map((entry) => {
    const bare = entry[language].replace(/ \(.*\)$/, '')
    const tip = {
      nl: `${entry.meaningNl} (Engels: ${entry.en})`,
      en: `${entry.meaningEn} (Dutch: ${entry.nl})`,
    }[language]
    return { id: entry.id, bare, tip }
  })
  const byWord = new Map(entries.map((entry) => [entry.bare.toLowerCase(), entry]))
  const pattern = new RegExp(
    `(?<![\\p{L}\\d-])(${entries.map(({ bare }) => bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\d-])`,
    'giu',
  )
  return (runs, seen) =>
    all(
      runs.map((run) => {
        if (run.to !== undefined || run.mono === true) return text([run])
        const parts: Html[] = []
        let from = 0
        for (const match of run.text.matchAll(pattern)) {
          const entry = byWord.get(match[0].toLowerCase())
          if (entry === undefined || seen.has(entry.id)) continue
          seen.add(entry.id)
          const term = { class: 'term', href: `#term-${entry.id}`, 'data-tip': entry.tip }
          parts.push(text([{ ...run, text: run.text.slice(from, match.index) }]))
          parts.push(tag('a', term, words(match[0])))
          from = match.index + match[0].length
        }
        return all([...parts, text([{ ...run, text: run.text.slice(from) }])])
      }),
    )
}
