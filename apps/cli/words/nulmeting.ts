// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import { headline } from '@schouw/report/view'
import { type Language, words } from '@schouw/report/words'

const texts = {
  nl: {
    title: (name: string, day: string) => `Nulmeting van ${name}, stand van ${day}`,
    report: 'Het rapport',
    beside: 'Daarbij',
    rejected: (count: number, said: string) =>
      count === 1
        ? '1 regel in de invoer is overgeslagen; zie het rapport.'
        : `${said} regels in de invoer zijn overgeslagen; zie het rapport.`,
    unmeasured: 'Niet gemeten',
  },
  en: {
    title: (name: string, day: string) => `Baseline of ${name}, as of ${day}`,
    report: 'The report',
    beside: 'Beside it',
    rejected: (count: number, said: string) =>
      count === 1
        ? '1 entry in the input was passed over; see the report.'
        : `${said} entries in the input were passed over; see the report.`,
    unmeasured: 'Not measured',
  },
} as const

/** What page one says in four lines, and where the report is: that comes last. */
export function closingWords(
  baseline: Baseline,
  language: Language,
  of: { readonly out: string; readonly hasPdf: boolean; readonly next?: string },
): string {
  const { say } = words(language)
  const text = texts[language]
  const { answer, figures } = headline(baseline, language)
  const wide = Math.max(...figures.map(({ value }) => value.length))
  const lines = [
    text.title(baseline.organisation.name, say.date(baseline.as_of.slice(0, 10))),
    answer,
    '',
    ...figures.map(({ value, label }) => `  ${value.padEnd(wide)}  ${label}`),
    '',
  ]
  if (baseline.not_measured.length > 0) {
    const parts = baseline.not_measured.map((part) => say.word(part, 'part')).join(', ')
    lines.push(`${text.unmeasured}: ${parts}`)
  }
  const rejected = baseline.rejected.length
  if (rejected > 0) lines.push(text.rejected(rejected, say.number(rejected)))
  if (of.next !== undefined) lines.push(of.next)
  lines.push(
    `${text.beside}: ${of.hasPdf ? 'report.html, ' : ''}baseline.json, assets.csv, actions.csv, network.svg${baseline.losses?.now == null ? '' : ', losses.json'}`,
    `${text.report}: ${of.out}/report.${of.hasPdf ? 'pdf' : 'html'}`,
  )
  return `${lines.join('\n')}\n`
}

/** What to do next, for somebody who has just seen the example. */
export function demoWords(language: Language): string {
  return language === 'nl'
    ? 'Dit was een verzonnen fabriek. Uw eigen: kopieer examples/factory, vul haar met uw gegevens en\nstart  npx schouw nulmeting UW-MAP --out uit\n'
    : 'This was a made-up factory. Your own: copy examples/factory, fill it with your data and\nrun  npx schouw nulmeting YOUR-FOLDER --out out\n'
}
