// SPDX-License-Identifier: EUPL-1.2
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Frame, View } from './messages.ts'
import type { Look } from './paint.ts'
import type { Placed, useMapThread } from './use-map.ts'

export type Thread = Pick<ReturnType<typeof useMapThread>, 'draw' | 'onPicture'>

/** Drawn beyond its edges on each side, so that moving shows something at once. */
const margin = 0.25
const scales = { least: 0.04, most: 12 }

interface Elements {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly canvas: RefObject<HTMLCanvasElement | null>
}

/** Shows the last picture where it belongs, and asks for the one that is wanted. */
function usePicture({ frame, canvas }: Elements, look: Look, { draw, onPicture }: Thread) {
  const view = useRef<View>({ x: 0, y: 0, scale: 1 })
  const drawn = useRef<Frame>(null)
  const [isReady, setIsReady] = useState(false)
  const shift = useCallback(() => {
    const [here, was] = [view.current, drawn.current]
    if (canvas.current === null || was === null) return
    const k = here.scale / was.view.scale
    const dx = (was.view.x - here.x) * here.scale
    const dy = (was.view.y - here.y) * here.scale
    canvas.current.style.transform = `translate(${dx}px, ${dy}px) scale(${k})`
  }, [canvas])
  const redraw = useCallback(() => {
    if (frame.current === null) return
    const { clientWidth, clientHeight } = frame.current
    const { x, y, scale } = view.current
    const [wide, high] = [clientWidth * margin, clientHeight * margin]
    const made = {
      view: { x: x - wide / scale, y: y - high / scale, scale },
      width: clientWidth + 2 * wide,
      height: clientHeight + 2 * high,
      density: Math.min(2, devicePixelRatio),
    }
    draw(made, look)
  }, [draw, look, frame])
  const moveTo = useCallback(
    (next: View) => {
      view.current = next
      if (frame.current !== null) {
        frame.current.dataset['view'] = [next.x, next.y, next.scale].map(Math.fround).join(' ')
      }
      shift()
      redraw()
    },
    [redraw, shift, frame],
  )
  useEffect(() => {
    onPicture.current = (made, bitmap) => {
      const element = canvas.current
      if (element === null) return
      element.width = bitmap.width
      element.height = bitmap.height
      element.style.width = `${made.width}px`
      element.style.height = `${made.height}px`
      element.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap)
      drawn.current = made
      shift()
      setIsReady(true)
    }
  }, [onPicture, shift, canvas])
  return { view, moveTo, redraw, isReady }
}

/** Where one looks, and how that is changed. */
export function useSteering(elements: Elements, placed: Placed, look: Look, thread: Thread) {
  const { frame } = elements
  const { layout, model } = placed
  const { view, moveTo, redraw, isReady } = usePicture(elements, look, thread)
  const fit = useCallback(() => {
    if (frame.current === null) return
    const { clientWidth, clientHeight } = frame.current
    const scale = Math.min(clientWidth / layout.width, clientHeight / layout.height, 1.4)
    const x = (layout.width - clientWidth / scale) / 2
    moveTo({ x, y: (layout.height - clientHeight / scale) / 2, scale })
  }, [layout, moveTo, frame])
  // The whole network first; afterwards only what is shown of it changes.
  const fitted = useRef<Placed['layout']>(null)
  useEffect(() => {
    if (fitted.current === layout) redraw()
    else {
      fitted.current = layout
      fit()
    }
  }, [layout, fit, redraw])
  useEffect(() => {
    if (frame.current === null) return
    const observer = new ResizeObserver(() => redraw())
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [redraw, frame])
  const zoom = (factor: number, px?: number, py?: number) => {
    const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {}
    const { x, y, scale } = view.current
    const next = Math.min(scales.most, Math.max(scales.least, scale * factor))
    const [cx, cy] = [px ?? clientWidth / 2, py ?? clientHeight / 2]
    moveTo({ x: x + cx / scale - cx / next, y: y + cy / scale - cy / next, scale: next })
  }
  const pan = (dx: number, dy: number) => {
    const { x, y, scale } = view.current
    moveTo({ x: x + dx / scale, y: y + dy / scale, scale })
  }
  /** The device nearest to a place in the frame, or on whose name it is. */
  const nodeAt = (px: number, py: number): number | null => {
    const { x, y, scale } = view.current
    return nearest({ layout, count: model.nodes.length }, x + px / scale, y + py / scale, scale)
  }
  return { fit, zoom, pan, nodeAt, isReady }
}

function nearest(
  { layout, count }: { readonly layout: Placed['layout']; readonly count: number },
  x: number,
  y: number,
  scale: number,
): number | null {
  const { xs, ys, cell } = layout
  let best: number | null = null
  let least = Math.max(10, 12 / scale)
  for (let at = 0; at < count; at += 1) {
    const [dx, dy] = [Math.abs((xs[at] ?? 0) - x), Math.abs((ys[at] ?? 0) - y)]
    const isName = cell.hasName && dy < 11 && x > (xs[at] ?? 0) && dx < cell.width - 16
    const distance = isName ? dy : Math.hypot(dx, dy)
    if (distance < least) {
      least = distance
      best = at
    }
  }
  return best
}
