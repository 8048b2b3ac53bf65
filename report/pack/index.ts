// SPDX-License-Identifier: EUPL-1.2
/**
 * Pack: what a body gets before it meets, as the plain values its PDF template reads. Two pages,
 * then the annex; every figure with its registers and the size of the log. The same state gives
 * the same bytes.
 */
import { figuresPack } from '@schouw/core/assurance'
import { breakable } from '../paper/breakable.ts'
import { type Language, words } from '../words/index.ts'
import { annex } from './annex.ts'
import { pageOne } from './front.ts'
import type { PackOf, Told } from './model.ts'
import { pageTwo } from './second.ts'
import { packWords } from './words.ts'

export type { PackOf } from './model.ts'

/** Values of the template, and the moment of the last entry: the time of making. */
export function boardPack(of: PackOf, language: Language) {
  const own = packWords[language]
  const { say } = words(language)
  const { pack } = of
  const told: Told = {
    of,
    pack,
    own,
    language,
    say,
    source: (registers) => ({
      kind: 'text',
      text: own.source(registers, say.number(pack.size)),
      tone: 'quiet',
    }),
    figureName: ({ id, name }) => {
      const packed = figuresPack.figures.find((one) => one.id === id)
      return name ?? { nl: packed?.name_nl, en: packed?.name_en }[language] ?? id
    },
  }
  const data = {
    language,
    title: own.title,
    organisation: of.organisation,
    kind: own.kind,
    asOf: own.asOf(say.date(pack.today), say.number(pack.size)),
    date: pack.today.split('-').map(Number),
    page: own.page,
    blocks: [...pageOne(told), ...pageTwo(told), ...annex(told)],
  }
  return { data: breakable(data), createdAt: new Date(of.at) }
}
