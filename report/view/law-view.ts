// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import { citedAt } from '../words/index.ts'
import type { Block, Section, Table, Text } from './document.ts'
import { scopeLines, scopeVerdict } from './scope-lines.ts'
import { linked, plain, quiet, type Telling } from './telling.ts'

/** Whether the law applies, to whom, since when, until when and what it can cost. */
export function lawSection(tell: Telling): Section {
  const { baseline, text } = tell
  const words = text.law
  const { scope, directors } = baseline
  const group = (id: string, title: string, blocks: readonly Block[]): Block => ({
    kind: 'group',
    id,
    title,
    blocks,
  })
  const questions = scope.open_questions.map((code): Text => plain(tell.say.word(code, 'question')))
  return {
    id: 'law',
    title: words.title,
    blocks: [
      { kind: 'text', text: [{ text: scopeVerdict(tell), strong: true }] },
      ...scopeLines(tell).map((line): Block => ({ kind: 'text', text: line })),
      group(
        'law-directors',
        words.directors,
        directors.length === 0
          ? [{ kind: 'text', text: plain(words.noDirectors) }]
          : [{ kind: 'table', table: directorTable(tell) }],
      ),
      group('law-duties', words.duties, [{ kind: 'table', table: dutyTable(tell) }]),
      ...(scope.authorities.length === 0
        ? []
        : [
            group('law-authorities', words.authorities, [
              { kind: 'table', table: authorityTable(tell) },
            ]),
          ]),
      ...(scope.fines.length === 0
        ? []
        : [
            group('law-fines', words.fines, [
              { kind: 'text', text: plain(words.finesIntro) },
              { kind: 'table', table: fineTable(tell) },
            ]),
          ]),
      ...(questions.length === 0
        ? []
        : [group('law-questions', words.questions, [{ kind: 'list', items: questions }])]),
      group('law-grounds', words.grounds, [{ kind: 'table', table: groundTable(tell) }]),
      { kind: 'note', text: plain(words.disclaimer) },
    ],
  }
}

function directorTable(tell: Telling): Table {
  const { baseline, say, text } = tell
  const { directorColumns: columns, directors } = text.law
  return {
    caption: directors,
    isCaptionHidden: true,
    columns: [
      { title: columns.name, align: 'left', grow: 2 },
      { title: columns.appointed, align: 'left', grow: 1 },
      { title: columns.due, align: 'left', grow: 1 },
      { title: columns.certificate, align: 'left', grow: 2 },
      { title: columns.status, align: 'left', grow: 1 },
    ],
    rows: baseline.directors.map((director) => {
      const isLate = director.status === 'overdue'
      const status = say.word(director.status, 'training')
      return {
        cells: [
          plain(
            director.is_executive ? director.name : `${director.name} (${text.law.notExecutive})`,
          ),
          day(tell, director.appointed_on),
          director.status === 'no_duty' ? plain('–') : day(tell, director.training_due_on),
          certificate(tell, director),
          isLate ? [{ text: status, broken: true }] : plain(status),
        ],
      }
    }),
  }
}

function day({ say, text }: Telling, iso: string | null): Text {
  return iso === null ? quiet(text.unknown) : plain(say.date(iso))
}

function certificate(tell: Telling, { certificate: one }: Baseline['directors'][number]): Text {
  const { say, text } = tell
  if (one === null) return quiet(text.none)
  const covers = one.covers ? text.law.covers : text.law.coversNot
  const dated = one.dated === null ? '' : `${say.date(one.dated)}, `
  const place = one.file === null ? null : tell.inputPlace(one.file)
  return [linked(`${dated}${covers}`, place, one.covers ? {} : { broken: true })]
}

function dutyTable(tell: Telling): Table {
  const { baseline, say, text } = tell
  const { dutyColumns: columns, duties, standing } = text.law
  return {
    caption: duties,
    isCaptionHidden: true,
    columns: [
      { title: columns.duty, align: 'left', grow: 4 },
      { title: columns.from, align: 'left', grow: 0 },
      { title: columns.due, align: 'left', grow: 0 },
      { title: columns.article, align: 'left', grow: 0 },
    ],
    rows: baseline.scope.duties.map((duty) => ({
      cells: [
        plain({ nl: duty.title_nl, en: duty.title_en }[say.language]),
        plain(duty.from === null ? '–' : say.date(duty.from)),
        plain(duty.due === null || duty.due === duty.from ? standing : say.date(duty.due)),
        articleCell(tell, duty.article, duty.confidence),
      ],
    })),
  }
}

/** An uncertain article says so. */
function articleCell({ article: said, text }: Telling, article: string, confidence: string): Text {
  if (confidence !== 'uncertain') return plain(said(article))
  return [{ text: said(article) }, { text: ` (${text.law.confidence.uncertain})`, quiet: true }]
}

function authorityTable(tell: Telling): Table {
  const { baseline, say, text } = tell
  const { authorityColumns: columns, authorities, confidence } = text.law
  return {
    caption: authorities,
    isCaptionHidden: true,
    columns: [
      { title: columns.role, align: 'left', grow: 1 },
      { title: columns.name, align: 'left', grow: 2 },
      { title: columns.source, align: 'left', grow: 2 },
      { title: columns.confidence, align: 'left', grow: 0 },
    ],
    rows: baseline.scope.authorities.map((one) => ({
      cells: [
        plain(say.word(one.role, 'authority')),
        plain(one.name),
        plain(tell.article(one.source)),
        plain(confidence[one.confidence]),
      ],
    })),
  }
}

function fineTable(tell: Telling): Table {
  const { baseline, say, text } = tell
  const { fineColumns: columns, fines, entity, boardMember } = text.law
  return {
    caption: fines,
    isCaptionHidden: true,
    columns: [
      { title: columns.who, align: 'left', grow: 1 },
      { title: columns.breach, align: 'left', grow: 3 },
      { title: columns.max, align: 'right', grow: 0 },
      { title: columns.article, align: 'left', grow: 0 },
    ],
    rows: baseline.scope.fines.map((fine) => ({
      cells: [
        plain(fine.addressee === 'entity' ? entity : boardMember),
        plain({ nl: fine.breach_nl, en: fine.breach_en }[say.language]),
        plain(fine.max_eur === null ? text.unknown : say.euro(fine.max_eur)),
        plain(tell.article(fine.source)),
      ],
    })),
  }
}

function groundTable(tell: Telling): Table {
  const { baseline, say, text } = tell
  const { groundColumns: columns, grounds, confidence } = text.law
  return {
    caption: grounds,
    isCaptionHidden: true,
    columns: [
      { title: columns.rule, align: 'left', grow: 2 },
      { title: columns.with, align: 'left', grow: 2.6 },
      { title: columns.article, align: 'left', grow: 2.6 },
      { title: columns.confidence, align: 'left', grow: 0 },
    ],
    rows: baseline.scope.grounds.map((ground) => ({
      cells: [
        [{ text: say.word(ground.rule, 'ground') }],
        plain(factsOf(tell, ground.facts)),
        plain(citedAt(ground, say.language)),
        plain(confidence[ground.confidence]),
      ],
    })),
  }
}

type Ground = Baseline['scope']['grounds'][number]
type GroundFact = keyof Ground['facts']

function factsOf(tell: Telling, facts: Ground['facts']): string {
  return (Object.keys(facts) as GroundFact[])
    .flatMap((name) => {
      const value = facts[name] ?? null
      // The narrower one says it: Machinebouw is part of the sector.
      const isSaid = name === 'sector' && (facts.subsector ?? null) !== null
      if (value === null || isSaid) return []
      const words = tell.say.word(name, 'groundFact')
      return words === '' ? [] : [words.replace('{}', factOf(tell, name, value))]
    })
    .join(', ')
}

function factOf({ say, text }: Telling, name: GroundFact, value: string | number | boolean) {
  if (typeof value === 'boolean') return value ? text.yes : text.no
  if (name === 'year') return String(value)
  if (typeof value === 'number') {
    return name.endsWith('_eur') ? say.euro(value) : say.number(value, 1)
  }
  if (name === 'sector' || name === 'subsector') return say.word(value, 'sector')
  if (name === 'ground') return say.word(value, 'sizeGround')
  return say.word(value, 'sizeClass')
}
