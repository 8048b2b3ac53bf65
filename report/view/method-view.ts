// SPDX-License-Identifier: EUPL-1.2
import { requirementsPack } from '@schouw/core/assurance'
import type { Baseline } from '@schouw/core/baseline'
import { expectation, foundInstead, type OddityClass } from '../words/index.ts'
import type { Block, Section, Table, Text } from './document.ts'
import { linked, plain, quiet, sourceText, type Telling } from './telling.ts'

/** The rest is in the file beside the report. */
const mostProtocols = 24

/** How this was measured, what it could not see, and what would help. */
export function methodSection(tell: Telling): Section {
  const { baseline, say, text } = tell
  const words = text.method
  const { coverage, captures } = baseline.inventory
  const missing = baseline.not_measured.map(
    (part): Text => plain(words.notMeasuredItem(say.word(part, 'part'))),
  )
  const group = (id: string, title: string, blocks: readonly Block[]): Block => ({
    kind: 'group',
    id,
    title,
    blocks,
  })
  return {
    id: 'method',
    title: words.title,
    blocks: [
      { kind: 'text', text: plain(words.intro) },
      group('method-missing', words.notMeasured, [
        missing.length === 0
          ? { kind: 'text', text: plain(words.everything) }
          : { kind: 'list', items: missing },
      ]),
      ...(coverage === null ? [] : coverageGroups(tell, coverage)),
      ...(captures.length === 0
        ? []
        : [
            group('method-captures', words.captures, [
              { kind: 'table', table: captureTable(tell) },
              { kind: 'table', table: protocolTable(tell) },
              ...moreProtocols(tell),
            ]),
          ]),
      ...(baseline.rejected.length === 0
        ? []
        : [
            group('method-rejected', words.rejected, [
              { kind: 'table', table: rejectedTable(tell) },
            ]),
          ]),
      ...changes(tell),
      group('method-ladder', words.ladder, [{ kind: 'table', table: ladderTable(tell) }]),
    ],
  }
}

type Coverage = NonNullable<Baseline['inventory']['coverage']>

function coverageGroups(tell: Telling, coverage: Coverage): readonly Block[] {
  const { say, text } = tell
  const words = text.method
  const limits = words.coverage(
    {
      silent: coverage.silent,
      oneWay: coverage.one_way_conversations,
      encrypted: coverage.encrypted_ot_conversations,
    },
    say,
  )
  const ranges = coverage.site_ranges.map(
    ({ range, basis }) => `${range} (${say.word(basis, 'siteBasis')})`,
  )
  const advice = coverage.advice.map(({ code }): Text => plain(say.word(code, 'advice')))
  return [
    {
      kind: 'group',
      id: 'method-limits',
      title: words.limits,
      blocks: [
        limits.length === 0
          ? { kind: 'text', text: plain(words.noLimits) }
          : { kind: 'list', items: limits.map(plain) },
        ...(ranges.length === 0
          ? []
          : [{ kind: 'note' as const, text: plain(words.ranges(say.list(ranges))) }]),
      ],
    },
    ...(advice.length === 0
      ? []
      : [
          {
            kind: 'group' as const,
            id: 'method-help',
            title: words.help,
            blocks: [{ kind: 'list' as const, items: advice }],
          },
        ]),
  ]
}

function captureTable(tell: Telling): Table {
  const { baseline, say, text } = tell
  const { captureColumns: columns, captures } = text.method
  const moment = (iso: string | null): Text =>
    iso === null ? quiet(text.unknown) : plain(say.shortDate(tell.day(iso)))
  return {
    caption: captures,
    isCaptionHidden: true,
    columns: [
      { title: columns.file, align: 'left', grow: 3 },
      { title: columns.packets, align: 'right', grow: 0 },
      { title: columns.first, align: 'right', grow: 0 },
      { title: columns.last, align: 'right', grow: 0 },
      { title: columns.oddities, align: 'left', grow: 2 },
    ],
    rows: baseline.inventory.captures.map((capture) => ({
      cells: [
        [linked(capture.file, tell.inputPlace(capture.file), { mono: true })],
        plain(say.number(capture.packets)),
        moment(capture.first),
        moment(capture.last),
        odditiesText(tell, capture.oddities),
      ],
    })),
  }
}

/** Names of decoders mean nothing to a reader: counted by what it comes to. */
const oddityClasses: readonly (readonly [RegExp, OddityClass])[] = [
  [/^decoder-fault/, 'own_fault'],
  [/^link-type-/, 'foreign_link'],
  [/retransmission|redundant|padding|overlap/, 'double'],
  [/^ip-fragment/, 'split'],
  [/gap|lost|dropped/, 'gap'],
  [/truncated|cut/, 'cut'],
]

function odditiesText({ say, text }: Telling, oddities: Readonly<Record<string, number>>): Text {
  const counts = new Map<OddityClass, number>()
  for (const [name, count] of Object.entries(oddities)) {
    const found = oddityClasses.find(([pattern]) => pattern.test(name))?.[1] ?? 'unreadable'
    counts.set(found, (counts.get(found) ?? 0) + count)
  }
  if (counts.size === 0) return quiet(text.method.noOddities)
  return plain(
    [...counts]
      .map(([name, count]) => `${say.number(count)} ${say.word(name, 'oddity')}`)
      .join(', '),
  )
}

/** Layers that carry the others: in every recording, and no news. */
const carriers: ReadonlySet<string> = new Set([
  ...['ethernet', 'vlan', 'llc', 'ipv4', 'ipv6', 'tcp', 'udp', 'tpkt', 'cotp', 'nbss'],
])

function spoken({ baseline }: Telling) {
  return Object.entries(baseline.inventory.protocols)
    .filter(([name]) => !carriers.has(name))
    .sort(([a, one], [b, other]) => other.packets - one.packets || (a < b ? -1 : 1))
}

function protocolTable(tell: Telling): Table {
  const { say, text } = tell
  const entries = spoken(tell)
  const { protocolColumns: columns, protocols } = text.method
  return {
    caption: protocols,
    columns: [
      { title: columns.protocol, align: 'left', grow: 3 },
      { title: columns.packets, align: 'right', grow: 1 },
      { title: columns.bytes, align: 'right', grow: 1 },
    ],
    rows: entries.slice(0, mostProtocols).map(([name, { packets, bytes }]) => ({
      cells: [
        plain(say.word(name, 'protocol')),
        plain(say.number(packets)),
        plain(say.number(bytes)),
      ],
    })),
  }
}

function moreProtocols(tell: Telling): readonly Block[] {
  const more = spoken(tell).length - mostProtocols
  return more > 0 ? [{ kind: 'note', text: plain(tell.text.method.moreProtocols(more)) }] : []
}

function rejectedTable(tell: Telling): Table {
  const { baseline, text } = tell
  const { rejectedColumns: columns, rejected } = text.method
  return {
    caption: rejected,
    isCaptionHidden: true,
    columns: [
      { title: columns.where, align: 'left', grow: 2 },
      { title: columns.expected, align: 'left', grow: 3 },
      { title: columns.found, align: 'left', grow: 2 },
    ],
    rows: baseline.rejected.map(({ path, line, expected, found }) => ({
      cells: [
        line === null
          ? [linked(path, tell.inputPlace(path))]
          : sourceText(tell, { kind: 'row', path, line }),
        plain(expectation(expected, tell.say.language)),
        [{ text: foundInstead(found, tell.say.language), mono: true }],
      ],
    })),
  }
}

function changes({ baseline, say, text }: Telling): readonly Block[] {
  const { comparison } = baseline
  if (comparison === null) return []
  const items = text.method.changedItems(
    {
      newAssets: comparison.assets_new.length,
      goneAssets: comparison.assets_gone.length,
      newFindings: comparison.contradictions_new.length,
      solved: comparison.contradictions_solved.length,
    },
    say,
  )
  return [
    {
      kind: 'group',
      id: 'method-changed',
      title: text.method.changed(say.date(comparison.earlier_as_of)),
      blocks: [{ kind: 'list', items: items.map(plain) }],
    },
  ]
}

function ladderTable({ say, text }: Telling): Table {
  const { ladderColumns: columns, ladder } = text.method
  return {
    caption: ladder,
    isCaptionHidden: true,
    columns: [
      { title: columns.level, align: 'right', grow: 0 },
      { title: columns.name, align: 'left', grow: 0 },
      { title: columns.meaning, align: 'left', grow: 4 },
    ],
    rows: requirementsPack.maturity_scale.map((rung) => ({
      cells: [
        plain(String(rung.level)),
        plain({ nl: rung.name_nl, en: rung.name_en }[say.language]),
        plain({ nl: rung.definition_nl, en: rung.definition_en }[say.language]),
      ],
    })),
  }
}
