// SPDX-License-Identifier: EUPL-1.2
import { type Drawing, drawing, type Style } from './drawing.ts'
import { element, type Markup } from './svg.ts'

export interface TrendWords {
  readonly title: string
  readonly description: string
  /** Of each value, oldest first; as many as there are values. */
  readonly labels: readonly string[]
  readonly columns: readonly [when: string, value: string]
  readonly unknown: string
}

const height = 32
const edge = 4

/** A line of earlier values with the limit across it. What is not known is a gap, never a zero. */
export function trend(
  values: readonly (number | null)[],
  limit: number | null,
  say: TrendWords,
  style: Style,
): Drawing {
  const { palette, width } = style
  const known = values.filter((value) => value !== null)
  const all = limit === null ? known : [...known, limit]
  const low = Math.min(...all)
  const high = Math.max(...all)
  const y = (value: number) =>
    high === low ? height / 2 : height - edge - ((value - low) / (high - low)) * (height - 2 * edge)
  const step = values.length < 2 ? 0 : (width - 2 * edge) / (values.length - 1)
  const x = (at: number) => edge + at * step
  const runs = runsOf(values)
  const line = (run: readonly number[]) =>
    run.map((at, n) => `${n === 0 ? 'M' : 'L'}${x(at)} ${y(values[at] ?? 0)}`).join('')
  const lastAt = values.findLastIndex((value) => value !== null)
  const parts: readonly (Markup | undefined)[] = [
    limit === null || known.length === 0
      ? undefined
      : element('line', {
          x1: 0,
          x2: width,
          y1: y(limit),
          y2: y(limit),
          stroke: palette.ask,
          'stroke-width': 1.2,
          'stroke-dasharray': '4 3',
        }),
    ...runs.map((run) =>
      element('path', { d: line(run), fill: 'none', stroke: palette.water, 'stroke-width': 1.8 }),
    ),
    lastAt < 0
      ? undefined
      : element('circle', { cx: x(lastAt), cy: y(values[lastAt] ?? 0), r: 3, fill: palette.water }),
  ]
  const table = {
    caption: say.title,
    columns: [
      { title: say.columns[0], isNumber: false },
      { title: say.columns[1], isNumber: true },
    ],
    rows: values.map((value, at) => [
      say.labels[at] ?? '',
      value === null ? say.unknown : String(value),
    ]),
  }
  const { title, description } = say
  return drawing({ style, height, title, description, table }, ...parts)
}

/** Places of values that stand next to each other without a gap. */
function runsOf(values: readonly (number | null)[]): readonly (readonly number[])[] {
  const runs: number[][] = []
  for (const [at, value] of values.entries()) {
    if (value === null) continue
    const last = runs.at(-1)
    if (last !== undefined && last.at(-1) === at - 1) last.push(at)
    else runs.push([at])
  }
  return runs
}
