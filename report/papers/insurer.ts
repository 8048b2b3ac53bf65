// SPDX-License-Identifier: EUPL-1.2
import type { InsurerAnswer } from '@schouw/core/board/insurer'
import type { Cell, PackBlock, Told, Tone } from '../pack/index.ts'
import { registerTongue } from '../registers/index.ts'
import { paperWords } from './words.ts'

const tones: Readonly<Record<InsurerAnswer['is'], Tone>> = {
  yes: 'good',
  partly: 'ask',
  no: 'broken',
  unknown: 'quiet',
  count: 'strong',
}

const inEuros: readonly string[] = ['budget_granted', 'insured_limit']

/** Every question with its answer, the figures behind it and the registers it was read from. */
export function insurerBlocks(
  { language, say, source }: Told,
  answers: readonly InsurerAnswer[],
): readonly PackBlock[] {
  const own = paperWords[language]
  const tongue = registerTongue(language)
  const rows = answers.map((one): readonly Cell[] => {
    const amount = (value: number) =>
      inEuros.includes(one.id) ? say.euro(value) : say.number(value)
    const figure =
      one.part === null
        ? ''
        : one.whole === null
          ? amount(one.part)
          : own.of(amount(one.part), amount(one.whole))
    const text = [own.is[one.is], figure].filter((part) => part !== '').join(', ')
    const kinds = one.sources.map((kind) => tongue.kind(kind)[1]).join(', ')
    const hidden = one.hidden.map((kind) => tongue.kind(kind)[1]).join(', ')
    return [
      { text: own.insurer[one.id] },
      { text, tone: tones[one.is] },
      { text: hidden === '' ? kinds : `${kinds} (${own.hidden(hidden)})`, tone: 'quiet' },
    ]
  })
  const known = answers.filter(({ is }) => is !== 'unknown').length
  return [
    { kind: 'heading', level: 1, text: own.titles.insurer },
    { kind: 'text', text: own.insurerWhy },
    { kind: 'text', text: own.insurerCount(known, answers.length), tone: 'strong' },
    {
      kind: 'table',
      caption: own.titles.insurer,
      heads: [own.question, own.answer, own.from],
      widths: [3.6, 1.5, 1.8],
      aligns: ['left', 'left', 'left'],
      rows,
    },
    source(own.sources.insurer),
  ]
}
