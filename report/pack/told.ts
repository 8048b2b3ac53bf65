// SPDX-License-Identifier: EUPL-1.2
import { figuresPack } from '@schouw/core/assurance'
import { breakable } from '../paper/breakable.ts'
import { type Language, words } from '../words/index.ts'
import type { PackBlock, PackOf, Told } from './model.ts'
import { packWords } from './words.ts'

export function toldOf(of: PackOf, language: Language): Told {
  const own = packWords[language]
  const { say } = words(language)
  const { pack } = of
  return {
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
}

interface Sheet {
  readonly title: string
  readonly kind: string
  readonly blocks: readonly PackBlock[]
}

/** As the template of papers reads it, and as a screen or a workbook may. */
export function valuesOf({ of, pack, own, language, say }: Told, { title, kind, blocks }: Sheet) {
  const data = {
    language,
    title,
    organisation: of.organisation,
    kind,
    asOf: own.asOf(say.date(pack.today), say.number(pack.size)),
    date: pack.today.split('-').map(Number),
    page: own.page,
  }
  return {
    data: breakable({ ...data, blocks }),
    plain: { ...data, blocks },
    createdAt: new Date(of.at),
  }
}
