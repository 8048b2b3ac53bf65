// SPDX-License-Identifier: EUPL-1.2
import type { OneSupplier } from '@schouw/core/chain'
import type { Language } from '../words/speech.ts'
import { weighingEn, weighingNl } from './weighing-words.ts'

export interface WeighingInput {
  readonly organisation: string
  readonly on: string
  readonly supplier: OneSupplier
  /** What people call processes and zones, by id. */
  readonly names: Readonly<Record<string, string>>
  /** Of the log when this was drawn up. */
  readonly size: number
}

/**
 * The written weighing of one direct supplier, to print and sign: weaknesses, quality of products and
 * development practice (Directive (EU) 2022/2555, Article 21(3)), with what stands on record beside it.
 */
export function weighingHtml(input: WeighingInput, language: Language): string {
  const say = weighingWords(language)
  const { line, weighing } = input.supplier
  const weighed = say.weighed.map(([field, title]) => {
    const text = weighing[field] ?? null
    const said = text === null ? `<p class="open">${say.notWeighed}</p>` : paragraphs(text)
    return `<section><h2>${escaped(title)}</h2>${said}</section>`
  })
  const { criticality } = line
  const rows = criticality.factors.map(
    ({ factor, weight, value }) =>
      `<tr><th scope="row">${escaped(say.factors[factor])}</th><td>${weight}</td><td>${
        value === null ? say.unknown : Math.round(value * 100)
      }</td></tr>`,
  )
  const facts = weighingFacts(input, language)
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(say.title)}: ${escaped(line.name)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b2227}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:1.4rem 0 .3rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #c9d0d5}
.open{color:#a45200}.quiet{color:#56616a}.sign td{height:3.2rem}@page{margin:2cm}</style></head><body>
<h1>${escaped(say.title)}</h1>
<p>${escaped(line.name)} · ${escaped(input.organisation)} · ${escaped(input.on)}</p>
<p class="quiet">${escaped(say.law)}</p>
<p><strong>${escaped(say.critical(criticality.score, criticality.low, criticality.high))}</strong></p>
${weighed.join('\n')}
<section><h2>${escaped(say.onRecord)}</h2><table>${facts
    .map(
      ([name, text]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(text)}</td></tr>`,
    )
    .join('')}</table></section>
<section><h2>${escaped(say.formula)}</h2><table><thead><tr><th>${say.factor}</th><th>${say.weight}</th><th>${say.value}</th></tr></thead>
<tbody>${rows.join('')}</tbody></table><p class="quiet">${escaped(say.half)}</p></section>
<section><h2>${escaped(say.signed)}</h2><table class="sign"><tr><th scope="row">${say.by}</th><td></td><th scope="row">${say.date}</th><td></td></tr></table></section>
<p class="quiet">${escaped(say.drawn(input.size))}</p>
</body></html>
`
}

/** What stands on record of a supplier, by what it is called. */
export function weighingFacts(
  input: WeighingInput,
  language: Language,
): readonly (readonly [string, string])[] {
  const say = weighingWords(language)
  const { line, certificates, contracts, grants, reviews } = input.supplier
  const [contract] = contracts
  const named = (ids: readonly string[]) => ids.map((id) => input.names[id] ?? '').join(', ')
  return [
    [say.delivers, line.service ?? say.unknown],
    [say.processes, named(line.processes) || say.none],
    [say.zones, named(input.supplier.zones) || say.none],
    [say.remote, grants.length === 0 ? say.none : grants.map(({ name }) => name).join(', ')],
    [say.switching, line.switching_days === null ? say.unknown : say.days(line.switching_days)],
    [
      say.certificates,
      certificates
        .map((one) => `${one.standard} (${say.standing[one.standing]}, ${one.valid_until ?? '?'})`)
        .join('; ') || say.none,
    ],
    [
      say.contract,
      contract === undefined
        ? say.noContract
        : `${contract.name}: ${say.missing(line.clauses_open ?? 0, contract.clauses.length)}`,
    ],
    [
      say.questionnaire,
      reviews
        .filter(({ score_percent }) => score_percent !== null)
        .map(({ planned_on, score_percent }) => `${planned_on}: ${score_percent}%`)
        .join('; ') || say.none,
    ],
  ]
}

export function weighingWords(language: Language) {
  return { nl: weighingNl, en: weighingEn }[language]
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`)
    .join('')
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
