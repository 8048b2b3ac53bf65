// SPDX-License-Identifier: EUPL-1.2
import type { Action, Contradiction } from '@schouw/core/baseline'
import { detectionTable } from './detections-view.ts'
import type { Block, Column, Row, Section, Table, Text } from './document.ts'
import { proofText } from './proof.ts'
import { capital, joined, plain, type Telling } from './telling.ts'

type Kind = Contradiction['kind']
type Severity = Contradiction['severity']

const severities: readonly Severity[] = ['high', 'medium', 'low']

/** Said without colour: so many of three. */
const marks: Readonly<Record<Severity, string>> = { high: '●●●', medium: '●●○', low: '●○○' }

/** What was said beside what was seen, by kind: first what to know of each, then every one. */
export function findingsSection(tell: Telling): Section {
  const { baseline, say, text } = tell
  const words = text.findings
  const { contradictions, detections } = baseline
  const hasMeasured = baseline.inventory.captures.length > 0
  const kinds = [...Map.groupBy(contradictions, ({ kind }) => kind)]
  const counts = severities.map((one) => ({
    name: say.word(one, 'severity'),
    count: contradictions.filter(({ severity }) => severity === one).length,
  }))
  const blocks: Block[] =
    contradictions.length === 0
      ? [{ kind: 'text', text: plain(hasMeasured ? words.none : words.noneMeasured) }]
      : [
          {
            kind: 'text',
            text: plain(words.intro({ findings: contradictions.length, counts }, say)),
          },
          { kind: 'table', table: summary(tell, kinds) },
          ...kinds.map(([kind, list]): Block => group(tell, kind, list)),
        ]
  if (detections.length > 0) {
    blocks.push({
      kind: 'group',
      id: 'detections',
      title: words.detections,
      blocks: [
        { kind: 'text', text: plain(words.detectionsIntro) },
        { kind: 'table', table: detectionTable(tell) },
      ],
    })
  }
  return { id: 'findings', title: words.title, blocks }
}

/** A line for each kind: how many, how bad, what to do about it. */
function summary(
  tell: Telling,
  kinds: readonly (readonly [Kind, readonly Contradiction[]])[],
): Table {
  const { say, text } = tell
  const { summaryColumns: columns, summary: caption } = text.findings
  return {
    caption,
    isCaptionHidden: true,
    columns: [
      { title: columns.kind, align: 'left', grow: 2.4 },
      { title: columns.count, align: 'right', grow: 0 },
      { title: columns.worst, align: 'left', grow: 0 },
      { title: columns.action, align: 'left', grow: 4 },
    ],
    rows: kinds.map(([kind, list]) => ({
      cells: [
        [{ text: titleOf(tell, kind), to: `findings-${kind}` }],
        plain(say.number(list.length)),
        severityText(tell, worstOf(list)),
        actionsText(tell, list),
      ],
    })),
  }
}

function titleOf({ say }: Telling, kind: Kind): string {
  return capital(say.word(kind, 'contradiction'))
}

function worstOf(list: readonly Contradiction[]): Severity {
  return severities.find((one) => list.some(({ severity }) => severity === one)) ?? 'low'
}

function severityText({ say }: Telling, severity: Severity): Text {
  return [
    { text: marks[severity], isMark: true, ...(severity === 'high' ? { broken: true } : {}) },
    { text: ` ${say.word(severity, 'severity')}` },
  ]
}

/** The actions that settle these, the first of them in words. */
function actionsText(tell: Telling, list: readonly Contradiction[]): Text {
  const { baseline, text } = tell
  const ids = new Set(list.map(({ id }) => id))
  const own = baseline.actions.filter((one) => one.contradictions.some((id) => ids.has(id)))
  const [first, ...others] = own
  if (first === undefined) return [{ text: text.findings.noAction, quiet: true }]
  const number = (action: Action) => tell.actionNumber(action.id) ?? 0
  const rest = others.map(
    (one): Text => [{ text: String(number(one)), to: `action-${number(one)}` }],
  )
  return [
    { text: `${number(first)} ${tell.sentence(first.title)}`, to: `action-${number(first)}` },
    ...(rest.length === 0
      ? []
      : [{ text: ` ${text.findings.alsoActions(rest.length)} ` }, ...joined(rest)]),
  ]
}

function group(tell: Telling, kind: Kind, list: readonly Contradiction[]): Block {
  const { text, sentence } = tell
  const words = text.findings
  const claims = new Set(list.map(({ claim }) => sentence(claim)))
  const [only] = [...claims]
  const shared = claims.size === 1 && list.length > 1 ? only : undefined
  return {
    kind: 'group',
    id: `findings-${kind}`,
    title: titleOf(tell, kind),
    blocks: [
      ...(shared === undefined
        ? []
        : [
            {
              kind: 'text' as const,
              text: [{ text: `${words.claimed}: `, quiet: true as const }, { text: shared }],
            },
          ]),
      { kind: 'table', table: findingTable(tell, list, shared === undefined) },
      ...lowersNote(tell, list),
    ],
  }
}

function findingTable(tell: Telling, list: readonly Contradiction[], hasClaims: boolean): Table {
  const { text, sentence } = tell
  const { columns, title } = text.findings
  const claimColumn: Column = { title: columns.claimed, align: 'left', grow: 3 }
  return {
    caption: title,
    isCaptionHidden: true,
    columns: [
      { title: columns.number, align: 'right', grow: 0 },
      { title: columns.severity, align: 'left', grow: 0 },
      ...(hasClaims ? [claimColumn] : []),
      { title: columns.seen, align: 'left', grow: hasClaims ? 4 : 5.4 },
      { title: columns.proof, align: 'left', grow: 3.4 },
    ],
    rows: list.map((one): Row => {
      const number = tell.findingNumber(one.id) ?? 0
      return {
        id: `finding-${number}`,
        cells: [
          [{ text: String(number), strong: true }],
          severityText(tell, one.severity),
          ...(hasClaims ? [plain(sentence(one.claim))] : []),
          [{ text: sentence(one.seen), strong: true }],
          proofText(tell, one.frames, one.sources),
        ],
      }
    }),
  }
}

/** Which requirements count for less because of these. */
function lowersNote(tell: Telling, list: readonly Contradiction[]): readonly Block[] {
  const { say, text } = tell
  const ids = [...new Set(list.flatMap(({ requirements }) => requirements))].sort()
  if (ids.length === 0) return []
  const labels = ids.map((id): Text => [{ text: say.requirement.label(id), to: `req-${id}` }])
  const isAnswered = tell.baseline.measures.some((measure) =>
    measure.requirements.some((one) => ids.includes(one.id) && one.level !== null),
  )
  const opening = isAnswered ? text.findings.lowers : text.findings.concerns
  return [{ kind: 'note', text: [{ text: `${opening}: ` }, ...joined(labels)] }]
}
