// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, Figure } from '@schouw/core/baseline'
import { namesIn } from '../words/index.ts'
import { dikeNotes, dikePicture, dikeTable } from './dike-view.ts'
import type { Front, FrontDecision, FrontFigure, FrontStop, Row, Text } from './document.ts'
import { openLine, scopeArticles, scopeLines, scopeVerdict } from './scope-lines.ts'
import { capital, clamped, plain, riskTitle, sourceText, type Telling } from './telling.ts'

// What fits one page and one attention; the chapters have the rest.
const mostStops = 5
const mostDecisions = 3
const mostDates = 7

export function front(tell: Telling): Front {
  const { baseline, text } = tell
  const words = text.front
  const shown = baseline.risks.slice(0, mostStops)
  const stops = shown.map((risk) => stop(tell, risk))
  const same = sameLines(tell, shown)
  const decisions = baseline.decisions.slice(0, mostDecisions).map((one) => decision(tell, one))
  const moreStops = baseline.risks.length - stops.length
  const moreDecisions = baseline.decisions.length - decisions.length
  return {
    title: words.title,
    answer: answer(tell),
    scope: {
      title: words.scope,
      verdict: scopeVerdict(tell),
      lines: [...scopeLines(tell), ...openLine(tell)],
      articles: scopeArticles(tell),
    },
    dates: dates(tell),
    next: next(tell),
    figures: {
      title: words.figures,
      list: headlineFigures(baseline).map((figure) => frontFigure(tell, figure)),
    },
    dike: {
      picture: dikePicture(tell),
      table: dikeTable(tell),
      notes: dikeNotes(tell),
      hint: text.dike.hint,
    },
    stops: {
      title: words.stops,
      columns: words.stopsColumns,
      list: stops,
      same,
      hasBars: same === null && stops.some(({ range }) => range !== null),
      more: moreStops > 0 ? words.stopsMore(moreStops) : null,
      none: words.noStops,
    },
    decisions: {
      title: words.decisions,
      list: decisions,
      more: moreDecisions > 0 ? words.decisionsMore(moreDecisions) : null,
      none: words.noDecisions,
      ifYes: words.ifYes,
      ifNo: words.ifNo,
    },
  }
}

/** The question of page one answered in a line. */
export function answer(tell: Telling): string {
  const { baseline, say, text } = tell
  const measured = baseline.measures.filter((measure) => measure.level !== null)
  const counts = {
    measured: measured.length,
    missing: baseline.measures.length - measured.length,
    contradicted: baseline.measures.filter((measure) => measure.is_contradicted).length,
    below: measured.filter(({ level, target }) => target !== null && (level ?? 0) < target).length,
  }
  const hasLevel = baseline.measures.some((measure) => measure.target !== null)
  const now = hasLevel ? text.front.answer(counts, say) : text.front.answerNoLevel(counts, say)
  if (baseline.comparison === null) return now
  const { earlier_as_of, contradictions_new, contradictions_solved } = baseline.comparison
  const changed = text.front.changed({
    date: say.shortDate(tell.day(earlier_as_of)),
    solved: contradictions_solved.length,
    added: contradictions_new.length,
  })
  return `${now} · ${changed}`
}

/** The first three; without a register to compare with, at least what was seen. */
export function headlineFigures({ figures }: Baseline): readonly Figure[] {
  const seen = figures.find(({ id }) => id === 'devices_seen')
  return figures
    .slice(0, 3)
    .map((figure) =>
      figure.id === 'devices_registered' && figure.value === null && (seen?.value ?? null) !== null
        ? (seen ?? figure)
        : figure,
    )
}

type Part = Baseline['not_measured'][number]

/** Parts without which a figure cannot be measured. */
const partsFor: Readonly<Record<Figure['id'], readonly Part[]>> = {
  devices_registered: ['captures', 'assets'],
  devices_seen: ['captures'],
  sections_at_level: ['answers'],
  largest_loss: ['processes', 'captures'],
  requirements_proven: ['answers'],
  requirements_measured: ['answers'],
  controllers_reached: ['captures', 'zones'],
  critical_suppliers_in_order: ['suppliers'],
  directors_trained: ['people'],
  first_training_term: ['people'],
}

/** What is missing of it; where all parts are there, what they lack. */
function needsOf({ baseline, say }: Telling, id: Figure['id']): string {
  const missing = partsFor[id].filter((part) => baseline.not_measured.includes(part))
  if (missing.length === 0) return say.word(id, 'figureNeeds')
  return say.list(missing.map((part) => say.word(part, 'partFile')))
}

/** In the order in which they say most for least work. */
const nextParts: readonly Part[] = [
  'answers',
  'captures',
  'assets',
  'zones',
  'processes',
  'people',
  'suppliers',
  'evidence',
]

/** What would complete the picture: which file, and what it would show. */
function next({ baseline, say, text }: Telling): Front['next'] {
  const missing = nextParts.filter((part) => baseline.not_measured.includes(part))
  if (missing.length === 0) return null
  return {
    title: text.front.next,
    isFirst: baseline.measures.every(({ level }) => level === null),
    items: missing.map((part) => [
      { text: `${capital(say.word(part, 'part'))} `, strong: true },
      { text: `(${say.word(part, 'partFile')}): `, quiet: true },
      { text: say.word(part, 'partGives') },
    ]),
  }
}

export function frontFigure(tell: Telling, figure: Figure): FrontFigure {
  const { say, text } = tell
  return {
    isMeasured: figure.value !== null,
    value: figureValue(tell, figure),
    base: figure.base === null ? '' : say.of(0, figure.base).replace(/^0 /, ''),
    label: `${say.word(figure.id, 'figure')}${riskOf(tell, figure)}`,
    source:
      figure.value === null
        ? [{ text: `${text.needs}: ${needsOf(tell, figure.id)}` }]
        : [{ text: `${text.source}: `, quiet: true }, ...sourceText(tell, figure.source)],
  }
}

/** The heaviest risk need not be the first: likelihood counts too. */
function riskOf(tell: Telling, { id, value }: Figure): string {
  if (id !== 'largest_loss' || value === null) return ''
  const risk = tell.baseline.risks.find(({ consequence }) => consequence.money?.high_eur === value)
  const number = risk === undefined ? null : tell.riskNumber(risk.id)
  return number === null ? '' : tell.text.front.ofRisk(number)
}

export function figureValue({ say, text }: Telling, { value, unit }: Figure): string {
  if (value === null) return text.notMeasured
  switch (unit) {
    case 'eur':
      return say.euroRange({ low_eur: value, high_eur: value })
    case 'percent':
      return `${say.number(value)} %`
    case 'days':
      return say.hours(value * 24, value * 24)
    case 'level':
      return say.fixed(value, 1)
    case 'count':
      return say.number(value)
  }
}

function stop(tell: Telling, risk: Risk): FrontStop {
  const { text, sentence } = tell
  const number = tell.riskNumber(risk.id) ?? 0
  return {
    number,
    title: [{ text: riskTitle(tell, risk), to: `risk-${number}`, strong: true }],
    why: clamped(sentence(risk.cause), 170),
    lost: lostBy(tell, risk),
    outage: outageOf(tell, risk) ?? text.front.unknownOutage,
    money: moneyOf(tell, risk) ?? text.front.unknownMoney,
    range: risk.consequence.money,
  }
}

function lostBy({ say, text }: Telling, { sentence: one, consequence }: Risk): Text {
  const processes = 'processes' in one.facts ? String(one.facts.processes) : ''
  const danger =
    consequence.safety === null ? [] : [{ text: text.front.safety, strong: true as const }]
  if (processes === '') {
    return danger.length > 0 ? danger : [{ text: text.front.nothingKnown, quiet: true }]
  }
  const between = danger.length === 0 ? [] : [{ text: ' · ' }, ...danger]
  return [{ text: capital(processNames(processes, { say, text })) }, ...between]
}

/** Up to three by name. */
function processNames(list: string, { say, text }: Pick<Telling, 'say' | 'text'>): string {
  const names = namesIn(list).map((name) => clamped(name, 40))
  if (names.length <= 3) return say.list(names)
  return say.list([...names.slice(0, 2), text.others(names.length - 2)])
}

/** From here on amounts are told apart at a glance. */
const alikeRatio = 1.6

/** Similar amounts would look like a mistake: they come from the same lines. */
function sameLines({ baseline, say, text }: Telling, shown: readonly Risk[]): string | null {
  const priced = shown.filter(({ consequence }) => consequence.money !== null)
  const highs = priced.map(({ consequence }) => consequence.money?.high_eur ?? 0)
  if (priced.length < 3 || Math.max(...highs) > alikeRatio * Math.min(...highs)) return null
  const costs = baseline.crown_jewels.filter(
    (jewel) =>
      jewel.outage_cost_eur_per_hour !== null &&
      priced.filter(({ processes }) => processes.includes(jewel.process)).length * 2 >
        priced.length,
  )
  if (costs.length === 0) return null
  const lines = costs
    .toSorted(
      (one, other) => (other.outage_cost_eur_per_hour ?? 0) - (one.outage_cost_eur_per_hour ?? 0),
    )
    .slice(0, 2)
    .map((jewel) =>
      text.front.perHour(clamped(jewel.name, 40), say.euro(jewel.outage_cost_eur_per_hour ?? 0)),
    )
  return text.front.stopsSame(lines.join('; '))
}

type Risk = Baseline['risks'][number]

export function outageOf({ say }: Telling, risk: Risk): string | null {
  const hours = risk.consequence.outage_hours
  return hours === null ? null : say.hours(hours.low, hours.high)
}

export function moneyOf({ say }: Telling, risk: Risk): string | null {
  const { money } = risk.consequence
  return money === null ? null : say.euroRange(money)
}

function decision(tell: Telling, asked: Baseline['decisions'][number]): FrontDecision {
  const { say, text, sentence } = tell
  return {
    question: clamped(sentence(asked.question), 190),
    yes: asked.if_yes === null ? null : clamped(sentence(asked.if_yes), 220),
    no: asked.if_no === null ? null : clamped(sentence(asked.if_no), 220),
    facts: [
      ...(asked.due === null ? [] : [text.front.by(say.date(asked.due))]),
      ...(asked.money === null ? [] : [text.front.costs(say.euroRange(asked.money))]),
      ...(asked.proposed_by === null
        ? []
        : [text.front.proposedBy(clamped(asked.proposed_by, 40))]),
    ],
  }
}

interface Dated {
  /** ISO day to sort by; what has no date comes last. */
  readonly on: string
  readonly cells: readonly Text[]
}

function dates(tell: Telling): Front['dates'] {
  const { baseline, say, text } = tell
  const words = text.front
  const all = [...dutyDates(tell), ...directorDates(tell)].sort((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )
  const rows: readonly Row[] = all.slice(0, mostDates).map(({ cells }) => ({ cells }))
  const free = baseline.directors.filter((director) => director.status === 'no_duty')
  return {
    title: words.dates,
    table: {
      caption: words.dates,
      columns: [
        { title: words.dateColumns.when, align: 'left', grow: 0 },
        { title: words.dateColumns.what, align: 'left', grow: 1 },
      ],
      rows,
    },
    notes: [
      ...(all.length > rows.length ? [words.moreDates(all.length - rows.length)] : []),
      ...(free.length > 0
        ? [words.certificateNone(say.list(free.slice(0, 4).map(({ name }) => clamped(name, 40))))]
        : []),
    ],
  }
}

/** Duties that bind since the same day are one line; a duty with a last day has its own. */
function dutyDates({ baseline, say, text, day }: Telling): readonly Dated[] {
  const today = day(baseline.as_of)
  const own = baseline.scope.duties.filter((duty) => !duty.id.startsWith('board_knowledge'))
  const bySince = new Map<string, string[]>()
  // In the order of the words: what a director must know first stands first.
  const order = Object.keys(text.duties)
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  for (const duty of [...own].sort((one, other) => rank(one.id) - rank(other.id))) {
    const on = duty.from ?? ''
    const name = text.duties[duty.id] ?? { nl: duty.title_nl, en: duty.title_en }[say.language]
    bySince.set(on, [...(bySince.get(on) ?? []), name])
  }
  return [...bySince].map(([from, names]) => {
    const when =
      from === ''
        ? text.front.noDate
        : from <= today
          ? text.front.since(say.shortDate(from))
          : text.front.from(say.shortDate(from))
    const most = 4
    const shown =
      names.length > most + 1 ? [...names.slice(0, most), text.others(names.length - most)] : names
    return {
      on: from,
      cells: [plain(when), [{ text: capital(say.list(shown)), to: 'law-duties' }]],
    }
  })
}

function directorDates(tell: Telling): readonly Dated[] {
  const { baseline, say, text } = tell
  const words = text.front
  return baseline.directors
    .filter((director) => director.status !== 'no_duty')
    .map((director): Dated => {
      const due = director.training_due_on
      const left = director.days_left
      const remaining =
        left === null || left < 0
          ? ''
          : left > 60
            ? words.monthsLeft(Math.floor(left / 30.44), say)
            : words.daysLeft(left, say)
      const what = {
        fulfilled: words.certificateHeld,
        running: words.certificateAsked(remaining),
        overdue: words.certificateLate,
        unknown: words.certificateUnknown,
        no_duty: '',
      }[director.status]
      const isLate = director.status === 'overdue'
      return {
        on: due ?? '9999',
        cells: [
          plain(due === null ? words.dateUnknown : words.by(say.shortDate(due))),
          [
            { text: `${clamped(director.name, 40)}: `, strong: true },
            { text: what, to: 'law-directors', ...(isLate ? { broken: true as const } : {}) },
          ],
        ],
      }
    })
}
