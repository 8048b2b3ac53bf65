// SPDX-License-Identifier: EUPL-1.2
import type { Action, Baseline } from '@schouw/core/baseline'
import { roadmap } from '../drawings/index.ts'
import { drawingTable } from './dike-view.ts'
import type { Block, Picture, Section, Table, Text } from './document.ts'
import { clamped, findingRuns, joined, plain, type Telling } from './telling.ts'

/** Page two: thirteen weeks, then every action with what it is for. */
export function roadmapSection(tell: Telling): Section {
  const { baseline, say, text } = tell
  const words = text.roadmap
  const first = baseline.roadmap[0]
  const last = baseline.roadmap.at(-1)
  if (baseline.actions.length === 0 || first === undefined || last === undefined) {
    return {
      id: 'roadmap',
      title: words.title,
      blocks: [{ kind: 'text', text: plain(words.empty) }],
    }
  }
  const quick = baseline.actions.filter((action) => action.is_quick_win).length
  const intro = words.intro(
    { actions: baseline.actions.length, quick, from: say.date(first.from), to: say.date(last.to) },
    say,
  )
  const cost = totalCost(baseline)
  const more = cost === null ? '' : ` ${words.cost(say.euroRange(cost))}`
  const blocks: readonly Block[] = [
    { kind: 'text', text: plain(`${intro}${more}`) },
    { kind: 'picture', picture: picture(tell), table: null },
    // The picture fills most of its page.
    { kind: 'table', table: actionTable(tell), opensPage: baseline.actions.length > 15 },
  ]
  return { id: 'roadmap', title: words.title, blocks }
}

function totalCost({ actions }: Baseline): { low_eur: number; high_eur: number } | null {
  const known = actions.flatMap(({ cost_eur }) => (cost_eur === null ? [] : [cost_eur]))
  if (known.length === 0) return null
  return {
    low_eur: known.reduce((sum, { low_eur }) => sum + low_eur, 0),
    high_eur: known.reduce((sum, { high_eur }) => sum + high_eur, 0),
  }
}

function owner({ say }: Telling, action: Action): string {
  return action.owner === null ? say.word(action.owner_role, 'role') : clamped(action.owner)
}

function picture(tell: Telling): Picture {
  const { baseline, say, text, sentence } = tell
  const words = text.roadmap
  const phases = baseline.roadmap.map((phase) => ({
    name: say.word(phase.phase, 'phase'),
    dates: words.span(say.dayMonth(phase.from), say.dayMonth(phase.to)),
    weeks: phase.weeks,
    steps: phase.actions.flatMap((id) => {
      const action = baseline.actions.find((one) => one.id === id)
      if (action === undefined) return []
      return [
        {
          number: tell.actionNumber(id) ?? 0,
          text: sentence(action.title),
          owner: owner(tell, action),
          week: Math.min(13, Math.max(1, action.week)),
          due: say.dayMonth(action.due),
          isQuickWin: action.is_quick_win,
          effort: action.effort,
        },
      ]
    }),
  }))
  const begin = baseline.roadmap[0]?.from ?? baseline.as_of
  return (style) =>
    roadmap(
      phases,
      {
        title: words.title,
        description: words.describe,
        table: drawingTable(actionTable(tell)),
        week: words.week,
        starts: Array.from({ length: 13 }, (_, n) => say.dayMonth(daysAfter(begin, 7 * n))),
        quickWin: words.quickWin,
        other: words.other,
        more: words.more,
      },
      style,
    )
}

function daysAfter(iso: string, days: number): string {
  const at = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(at) ? iso : new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}

function actionTable(tell: Telling): Table {
  const { baseline, say, text, sentence } = tell
  const { columns } = text.roadmap
  const hasCosts = baseline.actions.some(({ cost_eur }) => cost_eur !== null)
  return {
    caption: text.roadmap.table,
    columns: [
      { title: columns.number, align: 'right', grow: 0 },
      { title: columns.action, align: 'left', grow: 4 },
      { title: columns.owner, align: 'left', grow: 0 },
      { title: columns.due, align: 'left', grow: 0 },
      { title: columns.effort, align: 'left', grow: 0 },
      ...(hasCosts ? [{ title: columns.cost, align: 'right' as const, grow: 0 }] : []),
      { title: columns.for, align: 'left', grow: 3 },
    ],
    rows: baseline.actions.map((action) => {
      const number = tell.actionNumber(action.id) ?? 0
      const effort = say.word(action.effort, 'effort')
      return {
        id: `action-${number}`,
        cells: [
          plain(String(number)),
          plain(sentence(action.title)),
          plain(owner(tell, action)),
          plain(say.dayMonth(action.due)),
          [
            { text: effort },
            ...(action.is_quick_win
              ? [{ text: text.roadmap.quickWin, opensLine: true as const }]
              : []),
          ],
          ...(hasCosts
            ? [plain(action.cost_eur === null ? '' : say.euroRange(action.cost_eur))]
            : []),
          purpose(tell, action),
        ],
      }
    }),
  }
}

const mostRequirements = 3

/** Requirements and findings that an action is for, each with a way there. */
function purpose(tell: Telling, action: Action): Text {
  const { say, text } = tell
  const shown = action.requirements.slice(0, mostRequirements)
  const labels = shown.map((id): Text => [{ text: say.requirement.label(id), to: `req-${id}` }])
  const more = action.requirements.length - shown.length
  if (more > 0) labels.push([{ text: text.others(more), quiet: true }])
  const findings = findingRuns(tell, action.contradictions)
  if (findings.length === 0) return joined(labels)
  const said: Text = [{ text: `${text.risks.findings} ` }, ...findings]
  return labels.length === 0
    ? said
    : [
        ...joined(labels),
        ...said.map((run, n) => (n === 0 ? { ...run, opensLine: true as const } : run)),
      ]
}
