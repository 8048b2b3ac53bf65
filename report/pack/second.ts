// SPDX-License-Identifier: EUPL-1.2
import type { Cell, PackBlock, Told, Tone } from './model.ts'

const mostItems = 16

/** Page two: what changed, and every figure with colour, word and number. */
export function pageTwo(told: Told): readonly PackBlock[] {
  return [{ kind: 'page' }, ...changed(told), ...figures(told)]
}

export function changed({ pack, own, say, figureName }: Told): readonly PackBlock[] {
  const { changed: found, since, figures: now } = pack
  if (found === null || since === null) {
    const text = own.changedFirst
    return [
      { kind: 'heading', level: 1, text: own.changedTitle },
      { kind: 'text', text },
    ]
  }
  const level = (value: number | null) => (value === null ? own.notMeasured : say.number(value, 1))
  const items = [
    ...found.levels.map(({ id, from, to }) =>
      own.level(`${id} ${say.word(id, 'measure')}`, level(from), level(to)),
    ),
    ...found.bands.map(({ id, from, to }) => {
      const line = now.lines.find((one) => one.id === id)
      const name = line === undefined ? id : figureName(line)
      return own.band(name, own.bands[from] ?? from, own.bands[to] ?? to)
    }),
    ...found.decided.map(({ name, outcome }) =>
      own.decidedIn(name, own.outcomes[outcome ?? ''] ?? own.unknown),
    ),
    ...found.risks_added.map(({ name }) => own.newRisk(name)),
  ]
  const counts = own.done(found.actions_done, found.actions_added)
  const incidents = own.incidentsAdded(found.incidents_added)
  const list = [...items.slice(0, mostItems), `${counts}; ${incidents}`]
  return [
    { kind: 'heading', level: 1, text: own.changed(say.date(since.on)) },
    ...(items.length === 0 ? ([{ kind: 'text', text: own.changedNone }] as const) : []),
    { kind: 'list', items: list },
    {
      kind: 'text',
      text: `${own.asOf(say.shortDate(since.on), say.number(since.size))} – ${own.asOf(say.shortDate(pack.today), say.number(pack.size))}`,
      tone: 'quiet',
    },
  ]
}

const tones: Readonly<Record<string, Tone>> = { green: 'good', amber: 'ask', red: 'broken' }
const marks: Readonly<Record<string, string>> = { green: '● ', amber: '▲ ', red: '■ ' }

export function figures(told: Told): readonly PackBlock[] {
  const { pack, own, source } = told
  return [
    { kind: 'heading', level: 2, text: own.kpis },
    figureTable(told, pack.figures.lines),
    source(own.sources.figures),
  ]
}

/** Each with colour, word and number, and from where it is good. */
export function figureTable(
  { own, say, figureName }: Told,
  lines: Told['pack']['figures']['lines'],
): PackBlock {
  const rows = lines.map((line): readonly Cell[] => {
    const value =
      line.value === null ? own.unknown : own.amount(say.number(line.value, 1), line.unit)
    const of = line.of === null ? '' : own.of(say.number(line.of.part), say.number(line.of.whole))
    const { green, is_higher_better: isUp } = line.limits
    return [
      { text: figureName(line) },
      { text: value, tone: line.value === null ? 'quiet' : 'strong' },
      { text: of, tone: 'quiet' },
      {
        text: `${marks[line.band] ?? ''}${own.bands[line.band] ?? line.band}`,
        tone: tones[line.band] ?? 'quiet',
      },
      {
        text:
          green === null
            ? ''
            : own.good(own.amount(say.number(green, 1), line.unit), isUp ? 'up' : 'down'),
      },
    ]
  })
  return {
    kind: 'table',
    caption: own.kpis,
    heads: [own.figure, own.value, '', own.standing, own.limit],
    widths: [3.4, 0.9, 1.1, 1.5, 1.2],
    aligns: ['left', 'right', 'left', 'left', 'left'],
    rows,
  }
}
