// SPDX-License-Identifier: EUPL-1.2
import { all, type Element, readXml } from '../xml/index.ts'
import { clipped, type Point } from './clip.ts'
import { escaped } from './escaped.ts'

/** In English Metric Units. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Picture {
  readonly svg: string
  /** What it shows, for those who do not see it. */
  readonly alt: string
  readonly area: Area
  /** From which its shapes are numbered. */
  readonly firstId: number
}

/**
 * A drawing of our own as shapes that can be edited: lines, planes with their hatching, and text
 * (ECMA-376 part 1, DrawingML). Of SVG it knows what those drawings are made of; anything else is
 * left out. Empty when it is no drawing.
 */
export function pictureShapes({ svg, alt, area, firstId }: Picture): string {
  const read = readXml(svg)
  if (!('root' in read) || read.root.name !== 'svg') return ''
  const [, , wide = 0, high = 0] = (read.root.attributes['viewBox'] ?? '').split(' ').map(Number)
  if (!(wide > 0 && high > 0)) return ''
  const scale = Math.min(area.width / wide, area.height / high)
  const pen: Pen = {
    scale,
    left: area.left + (area.width - wide * scale) / 2,
    top: area.top,
    named: namedIn(read.root),
    count: { next: firstId + 1 },
  }
  const shapes = drawn(read.root, pen, null)
  const at = `<a:off x="${whole(pen.left)}" y="${whole(pen.top)}"/><a:ext cx="${whole(wide * scale)}" cy="${whole(high * scale)}"/>`
  const frame = `<a:xfrm>${at}${at.replace('a:off', 'a:chOff').replace('a:ext', 'a:chExt')}</a:xfrm>`
  return `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${firstId}" name="Picture" descr="${escaped(alt).replaceAll('"', '&quot;')}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>${frame}</p:grpSpPr>${shapes}</p:grpSp>`
}

interface Pen {
  readonly scale: number
  readonly left: number
  readonly top: number
  /** Patterns and clips by their id. */
  readonly named: ReadonlyMap<string, Element>
  /** Shared by all that is drawn. */
  readonly count: { next: number }
}

const unseen: readonly string[] = ['title', 'desc', 'defs', 'clipPath', 'pattern']

function drawn(element: Element, pen: Pen, clip: readonly Point[] | null): string {
  return element.children
    .map((child) => {
      const { name, attributes } = child
      if (unseen.includes(name)) return ''
      if (name === 'g' || name === 'a') {
        const held = pen.named.get(idIn(attributes['clip-path']))
        const inside = held === undefined ? clip : pointsIn(all(held, 'polygon')[0])
        return drawn(child, moved(pen, attributes['transform']), inside)
      }
      if (name === 'text') return textShape(child, pen)
      if (name === 'circle') return lines(circlePoints(child), true, child, pen)
      if (name === 'path') return pathShapes(child, pen)
      const isClosed = name === 'rect' || name === 'polygon'
      const points = name === 'rect' ? corners(child) : pointsIn(child)
      const kept = clip === null ? points : clipped(points, clip)
      return lines(kept, isClosed, child, pen)
    })
    .join('')
}

/** Of the ways to move a group only the one that our drawings use. */
function moved(pen: Pen, transform: string | undefined): Pen {
  const [, x, y] = /^translate\(([-\d.]+)[ ,]+([-\d.]+)\)$/.exec(transform ?? '') ?? []
  if (x === undefined) return pen
  const [left, top] = [pen.left + Number(x) * pen.scale, pen.top + Number(y) * pen.scale]
  return { ...pen, left, top }
}

function lines(points: readonly Point[], isClosed: boolean, of: Element, pen: Pen): string {
  const { attributes } = of
  const isFilled = isClosed && (attributes['fill'] ?? '') !== 'none'
  const stroke = attributes['stroke'] ?? 'none'
  if (points.length < 2 || (!isFilled && stroke === 'none')) return ''
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top].map((one) =>
    Math.max(1, whole(one * pen.scale)),
  )
  const at = ([x, y]: Point) =>
    `<a:pt x="${whole((x - left) * pen.scale)}" y="${whole((y - top) * pen.scale)}"/>`
  const steps = points.map((one, n) =>
    (n === 0 ? 'moveTo' : 'lnTo').replace(/.*/, `<a:$&>${at(one)}</a:$&>`),
  )
  const path = `<a:path w="${width}" h="${height}">${steps.join('')}${isClosed ? '<a:close/>' : ''}</a:path>`
  const place = `<a:xfrm><a:off x="${whole(pen.left + left * pen.scale)}" y="${whole(pen.top + top * pen.scale)}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`
  const geometry = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${path}</a:pathLst></a:custGeom>`
  const fill = isFilled ? filled(attributes['fill'] ?? '#000000', pen) : '<a:noFill/>'
  return shape(pen, `${place}${geometry}${fill}${stroked(attributes, pen)}`, '')
}

function filled(fill: string, { named }: Pen): string {
  const pattern = named.get(idIn(fill))
  if (pattern === undefined) return solid(fill)
  const inks = pattern.children.map((one) => one.attributes['fill'] ?? '#ffffff')
  const ink = inks.find((one) => one !== inks[0]) ?? inks[0] ?? '#000000'
  const preset = all(pattern, 'circle').length > 0 ? 'pct20' : 'wdUpDiag'
  return `<a:pattFill prst="${preset}"><a:fgClr>${colour(ink)}</a:fgClr><a:bgClr>${colour(inks[0] ?? '#ffffff')}</a:bgClr></a:pattFill>`
}

function stroked(attributes: Element['attributes'], { scale }: Pen): string {
  const stroke = attributes['stroke'] ?? 'none'
  if (stroke === 'none') return '<a:ln><a:noFill/></a:ln>'
  const dash = attributes['stroke-dasharray']
  const kind = dash === undefined ? '' : `<a:prstDash val="${dash === '2 3' ? 'sysDot' : 'dash'}"/>`
  const width = whole(Number(attributes['stroke-width'] ?? 1) * scale)
  return `<a:ln w="${width}">${solid(stroke)}${kind}</a:ln>`
}

/** `M` and `L` with absolute places; a path with curves is left out. */
function pathShapes(of: Element, pen: Pen): string {
  const said = of.attributes['d'] ?? ''
  if (/[^MLZ\d\s.,-]/.test(said)) return ''
  return said
    .split('M')
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const points = numbered(one.replaceAll(/[LZ]/g, ' '))
      return lines(points, one.includes('Z'), of, pen)
    })
    .join('')
}

/** Of the height of letters: how far they reach above the line they stand on, and a line in all. */
const above = 0.95
const lineHigh = 1.25
const anchors: Readonly<Record<string, readonly [string, number]>> = {
  start: ['l', 0],
  middle: ['ctr', 0.5],
  end: ['r', 1],
}

function textShape({ attributes, text }: Element, pen: Pen): string {
  const size = Number(attributes['font-size'] ?? 0)
  const [x, y] = [Number(attributes['x'] ?? 0), Number(attributes['y'] ?? 0)]
  const [align = 'l', part = 0] = anchors[attributes['text-anchor'] ?? 'start'] ?? []
  const width = text.length * size * 0.62 + size
  const place = `<a:xfrm><a:off x="${whole(pen.left + (x - width * part) * pen.scale)}" y="${whole(pen.top + (y - size * above) * pen.scale)}"/><a:ext cx="${whole(width * pen.scale)}" cy="${whole(size * lineHigh * pen.scale)}"/></a:xfrm>`
  const points = Math.max(600, whole((size * pen.scale) / 127))
  const bold = attributes['font-weight'] === '600' ? ' b="1"' : ''
  const run = `<a:r><a:rPr sz="${points}"${bold}>${solid(attributes['fill'] ?? '#000000')}</a:rPr><a:t>${escaped(text)}</a:t></a:r>`
  const body = `<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:pPr algn="${align}"/>${run}</a:p></p:txBody>`
  return shape(pen, `${place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`, body)
}

function shape(pen: Pen, properties: string, body: string): string {
  const id = pen.count.next
  pen.count.next += 1
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Shape ${id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${properties}</p:spPr>${body}</p:sp>`
}

function solid(of: string): string {
  return `<a:solidFill>${colour(of)}</a:solidFill>`
}

function colour(of: string): string {
  const value = /^#([0-9a-f]{6})$/i.exec(of)?.[1] ?? '000000'
  return `<a:srgbClr val="${value}"/>`
}

function corners({ attributes }: Element): readonly Point[] {
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
    Number(attributes[name] ?? 0),
  )
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
}

const sides = 16

function circlePoints({ attributes }: Element): readonly Point[] {
  const [x = 0, y = 0, r = 0] = ['cx', 'cy', 'r'].map((name) => Number(attributes[name] ?? 0))
  return [...Array(sides).keys()].map((n) => {
    const angle = (2 * Math.PI * n) / sides
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)]
  })
}

function pointsIn(of: Element | undefined): readonly Point[] {
  if (of === undefined) return []
  if (of.name !== 'line') return numbered(of.attributes['points'] ?? '')
  const { x1, y1, x2, y2 } = of.attributes
  return numbered([x1, y1, x2, y2].join(' '))
}

function numbered(text: string): readonly Point[] {
  const all_ = text
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .map(Number)
  return all_.flatMap((x, at): Point[] => (at % 2 === 0 ? [[x, all_[at + 1] ?? 0]] : []))
}

function namedIn(root: Element): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>()
  const look = (element: Element) => {
    const { id } = element.attributes
    if (id !== undefined) found.set(id, element)
    element.children.forEach(look)
  }
  look(root)
  return found
}

function idIn(url: string | undefined): string {
  return /^url\(#(.*)\)$/.exec(url ?? '')?.[1] ?? ''
}

const whole = (value: number) => Math.round(value)
