// SPDX-License-Identifier: EUPL-1.2
import { element, escaped, type Markup } from './svg.ts'

/** Paints by meaning. On paper fixed colours, on screen variables that follow light and dark. */
export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly shade: string
  readonly dike: string
  readonly water: string
  /** Asks a decision. */
  readonly ask: string
  /** Broken or late. */
  readonly broken: string
}

export const onPaper: Palette = {
  paper: '#ffffff',
  ink: '#1b2227',
  quiet: '#56616a',
  line: '#c9d0d5',
  shade: '#f1f4f5',
  dike: '#4d6a5c',
  water: '#1f5f8b',
  ask: '#a45200',
  broken: '#b3261e',
}

export const onScreen: Palette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  line: 'var(--line)',
  shade: 'var(--shade)',
  dike: 'var(--dike)',
  water: 'var(--water)',
  ask: 'var(--ask)',
  broken: 'var(--broken)',
}

/** The same in rows: for those who do not see the picture and those who want the figures. */
export interface DrawingTable {
  readonly caption: string
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly title: string
  /** What the picture shows, in one or two sentences. */
  readonly description: string
  readonly table: DrawingTable
}

export interface Style {
  readonly palette: Palette
  /** Before every id in the picture: two pictures on one page must not share one. */
  readonly prefix: string
  readonly width: number
}

export function drawing(
  of: {
    readonly style: Style
    readonly height: number
    readonly title: string
    readonly description: string
    readonly table: DrawingTable
    /** With links inside, the picture is a group; without, one image. */
    readonly isInteractive?: boolean
  },
  ...parts: readonly (Markup | readonly Markup[] | undefined)[]
): Drawing {
  const { style, height, title, description, table } = of
  const width = style.width
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      role: of.isInteractive === true ? 'group' : 'img',
      'aria-labelledby': `${style.prefix}-t ${style.prefix}-d`,
      'font-family': 'Schouw Sans, sans-serif',
    },
    element('title', { id: `${style.prefix}-t` }, escaped(title)),
    element('desc', { id: `${style.prefix}-d` }, escaped(description)),
    ...parts,
  )
  return { svg, width, height: Math.ceil(height), title, description, table }
}
