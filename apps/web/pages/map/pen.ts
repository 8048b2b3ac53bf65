// SPDX-License-Identifier: EUPL-1.2
// What the map is drawn with: on a canvas, or as SVG. Both draw the same.

export interface Stroke {
  readonly color: string
  readonly width: number
  readonly dashes?: readonly number[]
  readonly opacity?: number
}

export interface Letters {
  readonly size: number
  readonly color: string
  readonly isBold?: boolean
  readonly anchor?: 'start' | 'middle'
  /** Cut with an ellipsis beyond it. */
  readonly most?: number
}

export type Shape = 'square' | 'frame' | 'disc' | 'ring' | 'diamond' | 'triangle' | 'dot'

export interface Pen {
  rect(box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    readonly fill?: string
    readonly stroke?: Stroke
  }): void
  line(points: readonly number[], stroke: Stroke): void
  /** Many of one look, as one path: x1 y1 x2 y2 … */
  lines(pairs: readonly number[], stroke: Stroke): void
  mark(shape: Shape, x: number, y: number, size: number, fill: string, paper: string): void
  text(text: string, x: number, y: number, letters: Letters): void
}

/** About; a canvas could measure, a file of SVG cannot, and both are to be the same. */
export function cutTo(text: string, size: number, most: number | undefined): string {
  if (most === undefined) return text
  const count = Math.floor(most / (size * 0.54))
  if (text.length <= count) return text
  return count < 3 ? '' : `${text.slice(0, count - 1)}…`
}

/** Corner points of the shapes that have any, around 0 with radius 1. */
export const corners: Readonly<Partial<Record<Shape, readonly number[]>>> = {
  diamond: [0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0],
  triangle: [0, -1.15, 1.1, 0.9, -1.1, 0.9],
}
