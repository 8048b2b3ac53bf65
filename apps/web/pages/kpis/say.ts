// SPDX-License-Identifier: EUPL-1.2
import { figuresPack } from '@schouw/core/assurance'
import type { figures } from '@schouw/core/board'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { kpisEn } from '../../words/pages/kpis-en.ts'
import { type KpiWords, kpisNl } from '../../words/pages/kpis-nl.ts'

export type FigureLine = figures.FigureLine
export type Deviation = figures.Deviation

export function useKpiWords(): KpiWords {
  return useLanguage().language === 'nl' ? kpisNl : kpisEn
}

export function packed(id: string) {
  return figuresPack.figures.find((one) => one.id === id)
}

/** What a figure is called, how it is defined, and its amounts with their unit. */
export function useFigureTelling() {
  const { language } = useLanguage()
  const own = useKpiWords()
  const isDutch = language === 'nl'
  return {
    name: ({ id, name }: Pick<FigureLine, 'id' | 'name'>) =>
      name ?? (isDutch ? packed(id)?.name_nl : packed(id)?.name_en) ?? id,
    definition: ({ id }: Pick<FigureLine, 'id'>) =>
      isDutch ? packed(id)?.definition_nl : packed(id)?.definition_en,
    amount: ({ unit }: Pick<FigureLine, 'unit'>, value: number) =>
      `${number(value, language, 1)} ${own.units[unit] ?? unit}`.trim(),
    limit: (line: FigureLine, value: number) =>
      `${line.limits.is_higher_better ? own.atLeast : own.atMost} ${number(value, language, 1)} ${own.units[line.unit] ?? line.unit}`.trim(),
  }
}

/** What the register takes of a figure of the pack. */
export function adopted(line: FigureLine, name: string, definition: string | undefined) {
  const figure = packed(line.id)
  if (figure === undefined) return undefined
  return {
    code: figure.id,
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
