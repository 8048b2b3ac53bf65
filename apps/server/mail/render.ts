// SPDX-License-Identifier: EUPL-1.2
import type { Language, Letter, Letters, Template, Values } from './letter.ts'
import { en } from './letters/en.ts'
import { nl } from './letters/nl.ts'

export interface Rendered {
  readonly subject: string
  readonly text: string
  readonly html: string
}

const words: Readonly<Record<Language, Letters>> = { nl, en }

const footer: Readonly<Record<Language, string>> = {
  nl: 'Dit bericht is automatisch verstuurd. Antwoorden worden niet gelezen.',
  en: 'This message was sent automatically. Replies are not read.',
}

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

export function renderMail<Name extends Template>(asked: {
  readonly template: Name
  readonly language: Language
  readonly values: Values[Name]
  readonly timeZone: string
}): Rendered {
  const { template, language, values, timeZone } = asked
  const format = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  })
  const letter = words[language][template](values, (instant) => format.format(new Date(instant)))
  return {
    subject: letter.subject,
    text: textOf(letter, footer[language]),
    html: htmlOf(letter, language),
  }
}

function textOf({ paragraphs, facts = [], action, after = [] }: Letter, last: string): string {
  const parts = [
    ...paragraphs,
    ...(facts.length === 0 ? [] : [facts.map(([name, value]) => `${name}: ${value}`).join('\n')]),
    ...(action === undefined ? [] : [`${action.label}:\n${action.url}`]),
    ...after,
    `-- \n${last}`,
  ]
  return `${parts.join('\n\n')}\n`
}

const page = 'font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;max-width:36rem;margin:0 auto'
const button =
  'display:inline-block;padding:.6em 1.2em;background:#0b4f6c;color:#fff;text-decoration:none;border-radius:4px'

/** No pictures, no scripts, nothing from elsewhere: it looks the same everywhere, and tells nobody. */
function htmlOf(
  { subject, paragraphs, facts = [], action, after = [] }: Letter,
  language: Language,
): string {
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`
  const rows = facts.map(
    ([name, value]) =>
      `<tr><th scope="row" style="text-align:left;padding-right:1em">${escaped(name)}</th><td>${escaped(value)}</td></tr>`,
  )
  const body = [
    ...paragraphs.map(paragraph),
    ...(rows.length === 0 ? [] : [`<table>${rows.join('')}</table>`]),
    ...(action === undefined
      ? []
      : [
          `<p><a style="${button}" href="${escaped(action.url)}">${escaped(action.label)}</a></p>`,
          `<p style="font-size:13px;word-break:break-all">${escaped(action.url)}</p>`,
        ]),
    ...after.map(paragraph),
    `<p style="font-size:13px;color:#555">${escaped(footer[language])}</p>`,
  ]
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="${page}">${body.join('\n')}</body></html>\n`
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}
