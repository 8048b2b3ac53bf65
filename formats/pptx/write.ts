// SPDX-License-Identifier: EUPL-1.2
import { strToU8, zipSync } from 'fflate'
import { escaped } from './escaped.ts'
import { contentTypes, layout, master, presentation, relations, theme } from './parts.ts'
import { pictureShapes } from './picture.ts'

export interface Slide {
  readonly title: string
  readonly lines: readonly string[]
  readonly table: {
    readonly heads: readonly string[]
    /** Shares of the width. */
    readonly widths: readonly number[]
    readonly rows: readonly (readonly string[])[]
  } | null
  /** Drawn below the lines, in shapes that can be edited. */
  readonly picture: { readonly svg: string; readonly alt: string } | null
  readonly foot: string
}

/** English Metric Units: 914,400 to the inch; 16 by 9. */
const wide = 12_192_000
const high = 6_858_000
const margin = 600_000

/** Where a picture goes: under two lines, above the foot. */
const drawingArea = { left: margin, top: 2_100_000, width: wide - 2 * margin, height: 4_100_000 }

/** `madeAt` is written into the file as its time: never the wall clock. */
export function writeSlides(slides: readonly Slide[], madeAt: Date): Uint8Array {
  const numbers = slides.map((_, at) => at + 1)
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(numbers),
    '_rels/.rels': relations([[`${rel}/officeDocument`, 'ppt/presentation.xml']]),
    'ppt/presentation.xml': presentation(numbers, { wide, high }),
    'ppt/_rels/presentation.xml.rels': relations([
      [`${rel}/slideMaster`, 'slideMasters/slideMaster1.xml'],
      [`${rel}/theme`, 'theme/theme1.xml'],
      ...numbers.map((number) => [`${rel}/slide`, `slides/slide${number}.xml`] as const),
    ]),
    'ppt/slideMasters/slideMaster1.xml': master,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([
      [`${rel}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
      [`${rel}/theme`, '../theme/theme1.xml'],
    ]),
    'ppt/slideLayouts/slideLayout1.xml': layout,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations([
      [`${rel}/slideMaster`, '../slideMasters/slideMaster1.xml'],
    ]),
    'ppt/theme/theme1.xml': theme,
  }
  for (const [at, slide] of slides.entries()) {
    files[`ppt/slides/slide${at + 1}.xml`] = slideXml(slide)
    files[`ppt/slides/_rels/slide${at + 1}.xml.rels`] = relations([
      [`${rel}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
    ])
  }
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
  )
  return zipSync(bytes, { mtime: madeAt })
}

const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'

function slideXml({ title, lines, table, picture, foot }: Slide): string {
  const shapes = [
    box({ id: 2, name: 'Title', top: 400_000, height: 900_000, paragraphs: [title], size: 2800 }),
    ...(lines.length === 0
      ? []
      : [
          box({
            id: 3,
            name: 'Text',
            top: 1_400_000,
            height: picture === null ? 4_600_000 : 600_000,
            paragraphs: lines,
            size: 1600,
          }),
        ]),
    ...(table === null ? [] : [tableXml(table)]),
    ...(picture === null ? [] : [pictureShapes({ ...picture, area: drawingArea, firstId: 10 })]),
    box({ id: 5, name: 'Foot', top: 6_350_000, height: 300_000, paragraphs: [foot], size: 1000 }),
  ]
  const group =
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><p:sld ${spaces}><p:cSld><p:spTree>${group}${shapes.join('')}</p:spTree></p:cSld></p:sld>`
}

interface Box {
  readonly id: number
  readonly name: string
  readonly top: number
  readonly height: number
  readonly paragraphs: readonly string[]
  /** Hundredths of a point. */
  readonly size: number
}

function box({ id, name, top, height, paragraphs, size }: Box): string {
  const text = paragraphs.map((one) => paragraph(one, size, id === 2)).join('')
  const place = `<a:xfrm><a:off x="${margin}" y="${top}"/><a:ext cx="${wide - 2 * margin}" cy="${height}"/></a:xfrm>`
  const kind = id === 2 ? '<p:nvPr><p:ph type="title"/></p:nvPr>' : '<p:nvPr/>'
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/>${kind}</p:nvSpPr><p:spPr>${place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square"><a:normAutofit/></a:bodyPr><a:lstStyle/>${text}</p:txBody></p:sp>`
}

function paragraph(text: string, size: number, isStrong = false): string {
  return `<a:p><a:r><a:rPr sz="${size}"${isStrong ? ' b="1"' : ''}/><a:t>${escaped(text)}</a:t></a:r></a:p>`
}

function tableXml({ heads, widths, rows }: NonNullable<Slide['table']>): string {
  const all = widths.reduce((sum, one) => sum + one, 0)
  const columns = widths
    .map((share) => `<a:gridCol w="${Math.floor(((wide - 2 * margin) * share) / all)}"/>`)
    .join('')
  const row = (cells: readonly string[], isHead: boolean) =>
    `<a:tr h="400000">${cells
      .map(
        (text) =>
          `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraph(text, 1200, isHead)}</a:txBody><a:tcPr/></a:tc>`,
      )
      .join('')}</a:tr>`
  const body = [row(heads, true), ...rows.map((cells) => row(cells, false))].join('')
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Table"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="${margin}" y="1400000"/><a:ext cx="${wide - 2 * margin}" cy="${(rows.length + 1) * 400_000}"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1" bandRow="1"/><a:tblGrid>${columns}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
}
