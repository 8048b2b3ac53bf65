// SPDX-License-Identifier: EUPL-1.2
import { figuresPack } from '@schouw/core/assurance'
import type { figures } from '@schouw/core/board'
import { number, percent } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { kpisEn } from '../../words/pages/kpis-en.ts'
import { type KpiWords, kpisNl } from '../../words/pages/kpis-nl.ts'

export type FigureLine = figures.FigureLine
export type Deviation = figures.Deviation

export function useKpiWords(): KpiWords {
  return { nl: kpisNl, en: kpisEn }[useLanguage().language]
}

export function packed(id: string) {
  return figuresPack.figures.find((one) => one.id === id)
}

/** What a figure is called, how it is defined, and its amounts with their unit. */
export function useFigureTelling() {
  const { language } = useLanguage()
  const own = useKpiWords()
  const withUnit = (value: number, unit: string) =>
    unit === 'percent'
      ? percent(value, language, 1)
      : `${number(value, language, 1)} ${own.units[unit] ?? unit}`.trim()
  return {
    name: ({ id, name }: Pick<FigureLine, 'id' | 'name'>) =>
      name ?? { nl: packed(id)?.name_nl, en: packed(id)?.name_en }[language] ?? id,
    definition: ({ id }: Pick<FigureLine, 'id'>) =>
      ({ nl: packed(id)?.definition_nl, en: packed(id)?.definition_en })[language],
    amount: ({ unit }: Pick<FigureLine, 'unit'>, value: number) => withUnit(value, unit),
    limit: ({ limits, unit }: FigureLine, value: number) =>
      `${limits.is_higher_better ? own.atLeast : own.atMost} ${withUnit(value, unit)}`,
  }
}

/** What the register takes of a figure of the pack. */
export function adopted(line: FigureLine, name: string, definition: string | undefined) {
  const figure = packed(line.id)
  if (figure === undefined) return undefined
  return {
    code: figure.id.replaceAll('_', '-'),
    name,
    definition: definition ?? name,
    unit: figure.unit,
    direction: figure.direction,
    green_limit: String(figure.green),
    amber_limit: String(figure.amber),
    limits_set_by: 'default',
    frequency: figure.frequency,
    counted_by: line.uncounted === null ? 'schouw' : 'person',
    source: figure.source,
    duties: figure.duties,
  }
}
