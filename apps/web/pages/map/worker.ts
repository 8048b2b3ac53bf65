// SPDX-License-Identifier: EUPL-1.2
// The thread in which the map is judged, placed, drawn and searched, so that the page never waits.
import { canvasPen } from './canvas-pen.ts'
import { type Layout, layoutOf } from './layout.ts'
import type { Asked, Frame, Told } from './messages.ts'
import { type MapModel, modelOf } from './model.ts'
import { type Look, paintMap } from './paint.ts'
import { waysOf } from './paths.ts'
import { permittedBy, ruleSetOf } from './permitted.ts'
import { escaped, svgPen } from './svg-pen.ts'

let placed: { readonly model: MapModel; readonly layout: Layout } | undefined

const tell = (told: Told, moved: readonly Transferable[] = []) =>
  postMessage(told, { transfer: [...moved] })

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.ask === 'network') {
    const model = modelOf(data.network, data.names)
    placed = { model, layout: layoutOf(model) }
    tell({ tell: 'placed', ...placed })
    return
  }
  if (placed === undefined) return
  if (data.ask === 'picture') {
    const bitmap = pictureOf(placed, data.frame, data.look).transferToImageBitmap()
    tell({ tell: 'picture', frame: data.frame, bitmap }, [bitmap])
  } else if (data.ask === 'ways') {
    tell({ tell: 'ways', number: data.number, ways: waysOf(placed.model, data.whatIf) })
  } else if (data.ask === 'rules') {
    const set = ruleSetOf(data.file)
    const permitted = set === undefined ? null : permittedBy(placed.model, set, data.whatIf)
    tell({ tell: 'rules', number: data.number, permitted })
  } else if (data.type === 'svg') {
    tell({ tell: 'file', type: 'svg', blob: svgOf(placed, data.look, data.title) })
  } else {
    const { width, height } = placed.layout
    const density = Math.min(2, 8_000 / Math.max(width, height))
    const frame = { view: { x: 0, y: 0, scale: 1 }, width, height, density }
    void pictureOf(placed, frame, data.look)
      .convertToBlob({ type: 'image/png' })
      .then((blob) => tell({ tell: 'file', type: 'png', blob }))
  }
})

function pictureOf(
  { model, layout }: NonNullable<typeof placed>,
  { view, width, height, density }: Frame,
  look: Look,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * density)),
    Math.max(1, Math.round(height * density)),
  )
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) return canvas
  const scale = view.scale * density
  context.setTransform(scale, 0, 0, scale, -view.x * scale, -view.y * scale)
  const box = { x: view.x, y: view.y, width: width / view.scale, height: height / view.scale }
  paintMap(canvasPen(context), { model, layout, look, scale: view.scale, box })
  return canvas
}

function svgOf({ model, layout }: NonNullable<typeof placed>, look: Look, title: string): Blob {
  const pen = svgPen()
  const { width, height } = layout
  const box = { x: 0, y: 0, width, height }
  // Names are in the file whatever its size: whoever opens it can look closer.
  paintMap(pen, { model, layout, look, scale: 3, box })
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" font-family="Schouw Sans, sans-serif" role="img">`
  const text = `${head}\n<title>${escaped(title)}</title>\n${pen.markup()}\n</svg>\n`
  return new Blob([text], { type: 'image/svg+xml' })
}
