// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import type { Row, Table, Text } from './document.ts'
import { proofText } from './proof.ts'
import { capital, plain, type Telling } from './telling.ts'

const mostDetections = 200

type Detection = Baseline['detections'][number]

/** Everything that stood out on the wire, by kind, for the engineer who looks it up. */
export function detectionTable(tell: Telling): Table {
  const { baseline, say, text } = tell
  const { detectionColumns: columns, detections } = text.findings
  const kinds = Map.groupBy(baseline.detections.slice(0, mostDetections), keyOf)
  return {
    caption: detections,
    isCaptionHidden: true,
    columns: [
      { title: columns.from, align: 'left', grow: 2 },
      { title: columns.to, align: 'left', grow: 2 },
      { title: columns.via, align: 'left', grow: 1.4 },
      { title: columns.count, align: 'right', grow: 0 },
      { title: columns.proof, align: 'left', grow: 4 },
    ],
    rows: [...kinds.values()].flatMap((list): readonly Row[] => [
      { spans: true, cells: [headOf(tell, list)] },
      ...list.map((one) => ({
        id: `detection-${one.id}`,
        cells: [
          plain(one.source === null ? '–' : tell.device(one.source)),
          plain(one.target === null ? '–' : tell.device(one.target)),
          plain(via(tell, one)),
          plain(say.number(one.count)),
          proofText(tell, one.frames),
        ],
      })),
    ]),
  }
}

function keyOf({ kind, technique }: Detection): string {
  return `${kind} ${technique?.id ?? ''}`
}

function headOf({ say }: Telling, [first]: readonly Detection[]): Text {
  if (first === undefined) return []
  const { kind, technique } = first
  return [
    { text: capital(say.word(kind, 'detection')), strong: true },
    ...(technique === null
      ? []
      : [{ text: ` · ATT&CK ${technique.id}, ${technique.name}`, quiet: true as const }]),
  ]
}

function via({ say }: Telling, { detail, protocol }: Detection): string {
  const tool = detail['tool']
  if (tool !== undefined) return say.word(tool, 'tool')
  return protocol === null ? '' : say.word(protocol, 'protocol')
}
