// SPDX-License-Identifier: EUPL-1.2
import type { questions } from '@schouw/core/chain'
import { answerWords, escaped, questionWords } from '@schouw/report/chain'
import type { Written } from './writing.ts'

interface Copied {
  readonly organisation: string
  readonly asked: readonly questions.Question[]
  readonly written: ReadonlyMap<string, Written>
  /** The day it is for the organisation. */
  readonly today: string
}

const say = {
  nl: { title: 'Uw antwoorden', for: 'Voor', on: 'Stand van', none: 'Nog geen antwoord' },
  en: { title: 'Your answers', for: 'For', on: 'As of', none: 'No answer yet' },
} as const

/** What a supplier said, to keep or to give to another who asks the same. */
export function copyHtml(
  { organisation, asked, written, today }: Copied,
  language: 'nl' | 'en',
): string {
  const { title, for: whom, on, none } = say[language]
  const words = questionWords(language).questions
  const options: Readonly<Record<string, string>> = answerWords(language)
  const rows = asked.map(({ id }) => {
    const one = written.get(id)
    const answer = options[one?.answer?.value ?? ''] ?? none
    const files = (one?.files ?? []).map(({ name }) => name).join(', ')
    return `<dt>${escaped(words[id]?.[0] ?? id)}</dt><dd><strong>${escaped(answer)}</strong>${
      one?.explanation ? `<p>${escaped(one.explanation.value).replaceAll('\n', '<br>')}</p>` : ''
    }${files === '' ? '' : `<p>${escaped(files)}</p>`}</dd>`
  })
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}dt{margin-top:1rem}</style></head>
<body><h1>${title}</h1><p>${whom} ${escaped(organisation)} · ${on} ${escaped(today)}</p><dl>${rows.join('')}</dl></body></html>
`
}
