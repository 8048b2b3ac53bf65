// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, Figure } from '@schouw/core/baseline'
import { type Language, words } from '@schouw/report/words'

const figureLines: Readonly<
  Record<string, Readonly<Record<Language, (value: string, base: string) => string>>>
> = {
  devices_registered: {
    nl: (value, base) => `${value} van de ${base} apparaten op het netwerk staan in het register`,
    en: (value, base) => `${value} of the ${base} devices on the network are in the register`,
  },
  sections_at_level: {
    nl: (value, base) =>
      `${value} van de ${base} gemeten onderdelen halen het niveau van het bestuur`,
    en: (value, base) =>
      `${value} of the ${base} sections measured reach the level the board has set`,
  },
  largest_loss: {
    nl: (value) => `tot € ${value} schade bij de zwaarste oorzaak van stilstand`,
    en: (value) => `up to € ${value} lost by the worst cause of standstill`,
  },
}

const unknownLines: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  devices_registered: {
    nl: 'apparaten in het register: niet gemeten (captures en assets.csv nodig)',
    en: 'devices in the register: not measured (needs captures and assets.csv)',
  },
  sections_at_level: {
    nl: 'onderdelen op niveau: niet gemeten (answers.yaml en board_level nodig)',
    en: 'sections at level: not measured (needs answers.yaml and board_level)',
  },
  largest_loss: {
    nl: 'schade bij stilstand: niet gemeten (processes.yaml met kosten en uren nodig)',
    en: 'loss by standstill: not measured (needs processes.yaml with costs and hours)',
  },
}

const texts = {
  nl: {
    title: (name: string, day: string) => `Nulmeting van ${name}, stand van ${day}`,
    report: 'Het rapport',
    beside: 'Daarbij',
    rejected: (count: string) => `${count} regels in de invoer zijn overgeslagen; zie het rapport.`,
    unmeasured: 'Niet gemeten',
  },
  en: {
    title: (name: string, day: string) => `Baseline of ${name}, as of ${day}`,
    report: 'The report',
    beside: 'Beside it',
    rejected: (count: string) => `${count} entries in the input were passed over; see the report.`,
    unmeasured: 'Not measured',
  },
} as const

/** Where the report is and the three figures a director reads first. */
export function closingWords(baseline: Baseline, language: Language, out: string): string {
  const { say } = words(language)
  const text = texts[language]
  const lines = [
    text.title(baseline.organisation.name, say.date(baseline.as_of.slice(0, 10))),
    '',
    ...baseline.figures.slice(0, 3).map((figure) => `  ${figureLine(figure, language)}`),
    '',
  ]
  if (baseline.not_measured.length > 0) {
    const parts = baseline.not_measured.map((part) => say.word(part, 'part')).join(', ')
    lines.push(`${text.unmeasured}: ${parts}`)
  }
  if (baseline.rejected.length > 0) lines.push(text.rejected(say.number(baseline.rejected.length)))
  lines.push(
    `${text.report}: ${out}/report.pdf, ${out}/report.html`,
    `${text.beside}: baseline.json, assets.csv, actions.csv, network.svg`,
  )
  return `${lines.join('\n')}\n`
}

function figureLine({ id, value, base }: Figure, language: Language): string {
  const { say } = words(language)
  if (value === null) return unknownLines[id]?.[language] ?? id
  const line = figureLines[id]?.[language]
  return line?.(say.number(value), base === null ? '' : say.number(base)) ?? id
}

/** What to do next, for somebody who has just seen the example. */
export function demoWords(language: Language): string {
  return language === 'nl'
    ? '\nDit was een verzonnen fabriek. Uw eigen: kopieer examples/factory, vul haar met uw gegevens en\nstart  npx schouw nulmeting UW-MAP --out uit\n'
    : '\nThis was a made-up factory. Your own: copy examples/factory, fill it with your data and\nrun  npx schouw nulmeting YOUR-FOLDER --out out\n'
}
