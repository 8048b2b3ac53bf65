// SPDX-License-Identifier: EUPL-1.2
/**
 * Paper: the report as the plain values the PDF template reads: pictures drawn, column widths
 * measured, long words given places to break. It knows no PDF library; whoever writes the file
 * hands these values and the template to it.
 */
import type { Baseline } from '@schouw/core/baseline'
import { type Drawing, euroBar, euroScale, onPaper } from '../drawings/index.ts'
import {
  type Block,
  type Picture,
  type Report,
  reportOf,
  type Telling,
  telling,
} from '../view/index.ts'
import type { Language } from '../words/index.ts'
import { anchorsOf } from './anchors.ts'
import { breakable } from './breakable.ts'
import { paperTable } from './paper-table.ts'

/** A4 less its margins, in points: what a full-width picture or table measures. */
const pageWidth = 498

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/** `baselineJson` is attached to the document, so that its figures can be read by machines. */
export function paperOf(
  baseline: Baseline,
  language: Language,
): { readonly data: Plain; readonly attachment: 'baseline'; readonly createdAt: Date } {
  const report = reportOf(baseline, language)
  const tell = telling(baseline, language)
  const day = tell.day(baseline.as_of)
  const draw = drawer()
  const data = {
    language,
    title: report.title,
    organisation: report.organisation,
    kind: report.kind,
    asOf: report.asOf,
    date: day.split('-').map(Number),
    page: report.page,
    anchors: [...anchorsOf(report)],
    front: frontData(report, draw, tell),
    sections: report.sections.map(({ id, title, blocks }) => ({
      id,
      title,
      opensPage: opening.has(id),
      blocks: blocks.map((block) => blockData(block, draw)),
    })),
    attachments: [
      {
        name: 'baseline.json',
        input: 'baseline',
        type: 'application/json',
        description: report.title,
      },
    ],
  }
  // Through JSON once: what is not plain would be lost here and not in the compiler.
  return {
    data: JSON.parse(JSON.stringify(breakable(data))) as Plain,
    attachment: 'baseline',
    createdAt: new Date(baseline.as_of),
  }
}

/** Chapters that begin on a page of their own. */
const opening: ReadonlySet<string> = new Set(['roadmap', 'network'])

interface Shown {
  readonly svg: string
  readonly alt: string
  /** Height over width, so that a tall picture can be fitted to its page. */
  readonly ratio: number
}

type Draw = (picture: Picture, width: number) => Shown

/** Drawn wide and scaled down: type in the picture comes out a little smaller than the text. */
function drawer(): Draw {
  let drawn = 0
  return (picture, width) => {
    drawn += 1
    return shown(picture({ palette: onPaper, prefix: `p${drawn}`, width }, false))
  }
}

function shown({ svg, description, title, width, height }: Drawing): Shown {
  return { svg, alt: `${title}. ${description}`, ratio: height / width }
}

function frontData(report: Report, draw: Draw, tell: Telling) {
  const { front } = report
  const scale = euroScale(front.stops.list.map(({ range }) => range))
  const { axis, axisFromZero } = tell.text.front
  const [low = '', high = ''] = [scale.lowEur, scale.highEur].map((eur) =>
    tell.say.euroRange({ low_eur: eur, high_eur: eur }),
  )
  return {
    ...front,
    dates: { ...front.dates, table: paperTable(front.dates.table, pageWidth * 0.52, 0.4) },
    dike: draw(front.dike.picture, 760),
    stops: {
      ...front.stops,
      axis: scale.stepEur > 0 ? axisFromZero(high) : axis(low, high),
      list: front.stops.list.map((stop) => ({
        ...stop,
        bar: { svg: euroBar(stop.range, scale, { palette: onPaper, width: 180 }), alt: stop.money },
      })),
    },
  }
}

/** Words alone, and few of them: not parted over two pages. */
function isShort(blocks: readonly Block[]): boolean {
  const texts = blocks.map((block) =>
    block.kind === 'text' || block.kind === 'note' ? block.text : null,
  )
  const length = texts.reduce(
    (sum, text) => sum + (text ?? []).reduce((part, run) => part + run.text.length, 0),
    0,
  )
  return texts.every((text) => text !== null) && length < 2_000
}

function blockData(block: Block, draw: Draw): unknown {
  switch (block.kind) {
    case 'picture':
      return { kind: 'picture', picture: draw(block.picture, 740) }
    case 'table':
      return {
        kind: 'table',
        table: paperTable(block.table, pageWidth),
        opensPage: block.opensPage === true,
      }
    case 'group':
      return {
        ...block,
        isWhole: isShort(block.blocks),
        mark: block.mark === undefined ? null : draw(block.mark, 72),
        lead: (block.lead ?? []).map((one) => blockData(one, draw)),
        blocks: block.blocks.map((one) => blockData(one, draw)),
      }
    default:
      return block
  }
}
