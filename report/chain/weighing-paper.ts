// SPDX-License-Identifier: EUPL-1.2
import { type Language, speech } from '../words/speech.ts'
import { paperData } from './paper.ts'
import { type WeighingInput, weighingFacts, weighingWords } from './weighing.ts'

/** The written weighing on paper, with room to sign. */
export function weighingPaper(input: WeighingInput, language: Language) {
  const say = weighingWords(language)
  const { line, weighing } = input.supplier
  const { score, low, high, factors } = line.criticality
  return paperData({
    ...{ language, organisation: input.organisation, on: input.on },
    ...{ title: say.title, about: line.name, foot: say.drawn(input.size) },
    asOf: speech(language).date(input.on),
    lead: [say.law, say.critical(score, low, high)],
    parts: [
      ...say.weighed.map(([field, title]) => {
        const text = weighing[field] ?? null
        return {
          title,
          texts: text === null ? [say.notWeighed] : text.split(/\n+/),
          isOpen: text === null,
        }
      }),
      {
        title: say.onRecord,
        texts: [],
        table: {
          heads: ['', ''],
          aligns: ['left', 'left'],
          grow: [0, 1],
          rows: weighingFacts(input, language),
        },
      },
      {
        title: say.formula,
        texts: [say.half],
        table: {
          heads: [say.factor, say.weight, say.value],
          aligns: ['left', 'right', 'right'],
          grow: [1, 0, 0],
          rows: factors.map(({ factor, weight, value }) => [
            say.factors[factor],
            String(weight),
            value === null ? say.unknown : String(Math.round(value * 100)),
          ]),
        },
      },
    ],
    sign: [`${say.signed}: ${say.by}`, say.date],
  })
}
