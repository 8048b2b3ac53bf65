// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, Contradiction } from '@schouw/core/baseline'
import type { Block, Section, Table, Text } from './document.ts'
import { frameText, joined, plain, sourceText, type Telling } from './telling.ts'

const mostDetections = 200

/** What was said beside what was seen, each with its frames. */
export function findingsSection(tell: Telling): Section {
  const { baseline, text } = tell
  const words = text.findings
  const { contradictions, detections } = baseline
  const hasMeasured = baseline.inventory.captures.length > 0
  const blocks: Block[] =
    contradictions.length === 0
      ? [{ kind: 'text', text: plain(hasMeasured ? words.none : words.noneMeasured) }]
      : [
          { kind: 'text', text: plain(words.intro) },
          ...contradictions.map((one): Block => finding(tell, one)),
        ]
  if (detections.length > 0) blocks.push({ kind: 'table', table: detectionTable(tell) })
  return { id: 'findings', title: words.title, blocks }
}

function finding(tell: Telling, one: Contradiction): Block {
  const { say, text, sentence } = tell
  const words = text.findings
  const number = tell.findingNumber(one.id) ?? 0
  const proof = proofOf(tell, one)
  const lowers = one.requirements.map((id): Text => [{ text: id, to: `req-${id}` }])
  return {
    kind: 'group',
    id: `finding-${number}`,
    title: `${number}  ${capital(say.word(one.kind, 'contradiction'))}`,
    blocks: [
      {
        kind: 'text',
        text: [{ text: `${words.claimed}: `, quiet: true }, { text: sentence(one.claim) }],
      },
      {
        kind: 'text',
        text: [
          { text: `${words.seen}: `, quiet: true },
          { text: sentence(one.seen), strong: true },
        ],
      },
      {
        kind: 'note',
        text: [
          { text: `${say.word(one.severity, 'severity')} · ` },
          ...(proof.length === 0 ? [] : [{ text: `${words.proof} ` }, ...proof]),
          ...(lowers.length === 0 ? [] : [{ text: ` · ${words.lowers} ` }, ...joined(lowers)]),
        ],
      },
    ],
  }
}

/** Frames first; rows and articles after them, without saying a frame twice. */
function proofOf(tell: Telling, one: Contradiction): Text {
  const others = one.sources.filter((source) => source.kind !== 'frame')
  const frames =
    one.frames.length > 0
      ? one.frames
      : one.sources.flatMap((source) => (source.kind === 'frame' ? [source] : []))
  const parts: Text[] = []
  if (frames.length > 0) parts.push(frameText(tell, frames))
  parts.push(...others.map((source) => sourceText(tell, source)))
  return joined(parts)
}

function detectionTable(tell: Telling): Table {
  const { baseline, say, text } = tell
  const { detectionColumns: columns, detections } = text.findings
  return {
    caption: detections,
    columns: [
      { title: columns.what, align: 'left', grow: 3 },
      { title: columns.from, align: 'left', grow: 2 },
      { title: columns.to, align: 'left', grow: 2 },
      { title: columns.count, align: 'right', grow: 0 },
      { title: columns.technique, align: 'left', grow: 0 },
      { title: columns.proof, align: 'left', grow: 3 },
    ],
    rows: baseline.detections.slice(0, mostDetections).map((one) => ({
      id: `detection-${one.id}`,
      cells: [
        what(tell, one),
        plain(one.source === null ? '' : tell.device(one.source)),
        plain(one.target === null ? '' : tell.device(one.target)),
        plain(say.number(one.count)),
        plain(one.technique?.id ?? ''),
        frameText(tell, one.frames, 2),
      ],
    })),
  }
}

function what({ say }: Telling, one: Baseline['detections'][number]): Text {
  const tool = one.detail['tool']
  const more = tool === undefined ? one.protocol : tool
  const name = say.word(one.kind, 'detection')
  if (more === null) return plain(name)
  const word = tool === undefined ? say.word(more, 'protocol') : say.word(more, 'tool')
  return [{ text: name }, { text: ` (${word})`, quiet: true }]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
