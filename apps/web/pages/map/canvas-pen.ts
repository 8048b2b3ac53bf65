// SPDX-License-Identifier: EUPL-1.2
import { corners, cutTo, type Letters, type Pen, type Shape, type Stroke } from './pen.ts'

const family = '"Schouw Sans", system-ui, sans-serif'

/** Draws in world units on whatever transform the canvas has. */
export function canvasPen(context: OffscreenCanvasRenderingContext2D): Pen {
  const begin = ({ color, width, dashes = [], opacity = 1 }: Stroke) => {
    context.globalAlpha = opacity
    context.strokeStyle = color
    context.lineWidth = width
    context.setLineDash([...dashes])
    context.beginPath()
  }
  const end = () => {
    context.stroke()
    context.globalAlpha = 1
  }
  return {
    rect({ x, y, width, height, fill, stroke }) {
      if (fill !== undefined) {
        context.fillStyle = fill
        context.fillRect(x, y, width, height)
      }
      if (stroke === undefined) return
      begin(stroke)
      context.rect(x, y, width, height)
      end()
    },
    line(points, stroke) {
      begin(stroke)
      for (let at = 0; at < points.length; at += 2) {
        context.lineTo(points[at] ?? 0, points[at + 1] ?? 0)
      }
      end()
    },
    lines(pairs, stroke) {
      begin(stroke)
      for (let at = 0; at < pairs.length; at += 4) {
        context.moveTo(pairs[at] ?? 0, pairs[at + 1] ?? 0)
        context.lineTo(pairs[at + 2] ?? 0, pairs[at + 3] ?? 0)
      }
      end()
    },
    mark(shape, x, y, size, fill, paper) {
      mark(context, { shape, x, y, size, fill, paper })
    },
    text(text, x, y, { size, color, isBold = false, anchor = 'start', most }: Letters) {
      context.font = `${isBold ? '600 ' : ''}${size}px ${family}`
      context.textAlign = anchor === 'middle' ? 'center' : 'left'
      context.fillStyle = color
      context.fillText(cutTo(text, size, most), x, y)
    },
  }
}

interface Mark {
  readonly shape: Shape
  readonly x: number
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly paper: string
}

function mark(context: OffscreenCanvasRenderingContext2D, given: Mark): void {
  const { shape, x, y, size, fill, paper } = given
  const isHollow = shape === 'frame' || shape === 'ring' || shape === 'triangle'
  context.fillStyle = isHollow ? paper : fill
  context.beginPath()
  const points = corners[shape]
  if (points !== undefined) {
    for (let at = 0; at < points.length; at += 2) {
      context.lineTo(x + (points[at] ?? 0) * size, y + (points[at + 1] ?? 0) * size)
    }
    context.closePath()
  } else if (shape === 'square' || shape === 'frame') {
    context.rect(x - size, y - size, 2 * size, 2 * size)
  } else context.arc(x, y, shape === 'dot' ? size * 0.55 : size, 0, 2 * Math.PI)
  context.fill()
  if (!isHollow) return
  context.setLineDash([])
  context.strokeStyle = fill
  context.lineWidth = size * 0.35
  context.stroke()
}
