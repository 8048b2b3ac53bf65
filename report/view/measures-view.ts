// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import { dikeMarkOf, sentences, shares } from './dike-view.ts'
import type { Block, Row, Section, Table, Text } from './document.ts'
import { findingRuns, joined, linked, plain, type Telling } from './telling.ts'

type Measure = Baseline['measures'][number]
type Requirement = Measure['requirements'][number]

/** The ten duties of care, one after the other. */
export function measuresSection(tell: Telling): Section {
  const { baseline, text } = tell
  const isAnswered = baseline.measures.some((measure) =>
    measure.requirements.some(({ status }) => status !== 'not_measured'),
  )
  if (!isAnswered) {
    return {
      id: 'measures',
      title: text.measures.title,
      blocks: [
        { kind: 'text', text: plain(text.measures.nothing) },
        { kind: 'table', table: asked(tell) },
      ],
    }
  }
  return {
    id: 'measures',
    title: text.measures.title,
    blocks: [
      { kind: 'text', text: plain(text.measures.intro) },
      ...baseline.measures.map((measure): Block => group(tell, measure)),
    ],
  }
}

/** Nothing answered yet: what is asked, in one table instead of ten empty chapters. */
function asked(tell: Telling): Table {
  const { baseline, say, text } = tell
  return {
    caption: text.measures.title,
    isCaptionHidden: true,
    columns: [
      { title: text.dike.columns.section, align: 'left', grow: 1 },
      { title: text.measures.columns.text, align: 'left', grow: 3 },
    ],
    rows: baseline.measures.map((measure) => ({
      id: `measure-${measure.id}`,
      cells: [
        [
          { text: `${measure.id} ${tell.measureTitle(measure.id).title}`, strong: true },
          { text: tell.measureTitle(measure.id).law, quiet: true, opensLine: true },
        ],
        joined(
          measure.requirements.map(
            ({ id }): Text => [{ text: say.requirement.label(id), id: `req-${id}` }],
          ),
        ),
      ],
    })),
  }
}

function group(tell: Telling, measure: Measure): Block {
  const { say, text } = tell
  const { title, law } = tell.measureTitle(measure.id)
  const told = sentences(tell, measure)
  const stand: Text =
    measure.level === null
      ? [{ text: text.notMeasured, strong: true }]
      : [
          { text: `${text.measures.level} ${say.fixed(measure.level, 1)}`, strong: true },
          ...(measure.target === null
            ? []
            : [
                {
                  text: `, ${text.dike.columns.target.toLowerCase()} ${say.number(measure.target, 1)}`,
                },
              ]),
          { text: ` · ${text.dike.restsOn(shares(measure))}` },
          { text: ` · ${text.measures.of(measure.measured, measure.applicable)}` },
        ]
  return {
    kind: 'group',
    id: `measure-${measure.id}`,
    title: `${measure.id}  ${title}`,
    mark: dikeMarkOf(tell, measure),
    lead: [
      { kind: 'text', text: stand },
      ...told.slice(1).map((sentence): Block => ({ kind: 'text', text: plain(sentence) })),
      ...(law === ''
        ? []
        : [{ kind: 'note' as const, text: plain(`${text.measures.law}: ${law}`) }]),
    ],
    blocks: requirementBlocks(tell, measure),
  }
}

function requirementBlocks(tell: Telling, measure: Measure): readonly Block[] {
  const { say, text } = tell
  const { columns } = text.measures
  const answered = measure.requirements.filter((one) => one.status !== 'not_measured')
  const missing = measure.requirements.filter((one) => one.status === 'not_measured')
  const blocks: Block[] = []
  if (missing.length > 0) {
    const ids = missing.flatMap(
      (one, n): Text => [
        ...(n === 0 ? [] : [{ text: ', ' }]),
        { text: say.requirement.label(one.id), strong: true as const, id: `req-${one.id}` },
      ],
    )
    const words = text.measures.unanswered(missing.length, say)
    blocks.push({ kind: 'note', text: [{ text: words }, ...ids, { text: '.' }] })
  }
  if (answered.length > 0) {
    blocks.push({
      kind: 'table',
      table: {
        isCaptionHidden: true,
        caption: `${say.word(measure.id, 'measure')}: ${text.measures.of(measure.measured, measure.applicable)}`,
        columns: [
          { title: columns.id, align: 'left', grow: 0 },
          { title: columns.text, align: 'left', grow: 5 },
          { title: columns.claimed, align: 'right', grow: 0 },
          { title: columns.level, align: 'right', grow: 0 },
          { title: columns.rests, align: 'left', grow: 0 },
          { title: columns.evidence, align: 'left', grow: 2 },
        ],
        rows: answered.map((one) => requirementRow(tell, one)),
      },
    })
  }
  return blocks
}

function requirementRow(tell: Telling, one: Requirement): Row {
  const { say } = tell
  const words = tell.requirement(one.id)?.text ?? ''
  const level = (value: number | null) => plain(value === null ? '–' : String(value))
  const isLowered =
    one.level !== null && one.claimed_level !== null && one.level < one.claimed_level
  return {
    id: `req-${one.id}`,
    cells: [
      [{ text: one.id, strong: true }],
      [
        { text: `${say.requirement.title(one.id)}. `, strong: true },
        { text: words },
        ...remarks(tell, one),
      ],
      level(one.claimed_level),
      isLowered ? [{ text: String(one.level), strong: true, broken: true }] : level(one.level),
      one.status === 'not_applicable'
        ? plain(say.word(one.status, 'requirementStatus'))
        : plain(one.evidence_level === null ? '–' : say.word(one.evidence_level, 'evidence')),
      [...evidence(tell, one), ...answerPlace(tell, one, one.evidence.length > 0)],
    ],
  }
}

function remarks(tell: Telling, one: Requirement): Text {
  const { say, text } = tell
  const parts: Text[] = []
  if (one.not_applicable_reason !== null) {
    parts.push([{ text: text.measures.notApplicable(one.not_applicable_reason), quiet: true }])
  }
  if (one.contradictions.length > 0) {
    parts.push([
      { text: `${text.measures.contradictedBy} `, broken: true },
      ...findingRuns(tell, one.contradictions),
    ])
  }
  const reasons = one.lowered_by.filter((code) => code !== 'contradicted')
  if (reasons.length > 0) {
    const said = reasons.map((code) => say.word(code, 'lowered'))
    parts.push([{ text: text.measures.lowered(say.list(said)), broken: true }])
  }
  if (one.note !== null) parts.push([{ text: one.note, quiet: true }])
  return parts.flatMap(
    (part): Text => part.map((run, n) => (n === 0 ? { ...run, opensLine: true } : run)),
  )
}

/** The freshest proof: what, of which day, and whether it still counts. */
function evidence({ say }: Telling, one: Requirement): Text {
  return one.evidence.slice(0, 2).flatMap((item, n): Text => {
    const name = item.description ?? item.file ?? ''
    const date = item.dated === null ? '' : `, ${say.shortDate(item.dated)}`
    const isSound = item.state === 'valid'
    return [
      ...(n === 0 ? [] : [{ text: '; ' }]),
      { text: `${name}${date}` },
      ...(isSound
        ? []
        : [
            {
              text: ` (${say.word(item.state, 'evidenceState')})`,
              ...(item.state === 'expiring' ? {} : { broken: true as const }),
            },
          ]),
    ]
  })
}

function answerPlace(tell: Telling, one: Requirement, isAfter: boolean): Text {
  if (one.source === null) return []
  const { path, line } = one.source
  const place = [linked(tell.text.inventory.row(line), tell.inputPlace(path))]
  return [
    ...(isAfter ? [{ text: ' · ', quiet: true as const }] : []),
    ...place.map((run) => ({ ...run, quiet: true as const })),
  ]
}
