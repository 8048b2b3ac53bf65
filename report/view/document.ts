// SPDX-License-Identifier: EUPL-1.2
import type { Drawing, Style } from '../drawings/index.ts'

/** A piece of running text. `to` is the id of a place in the same document. */
export interface Run {
  readonly text: string
  readonly to?: string
  /** Makes it a place that others lead to. */
  readonly id?: string
  readonly strong?: true
  readonly mono?: true
  readonly quiet?: true
  /** Something broken, late or contradicted; the words say so too. */
  readonly broken?: true
  /** A sign that only repeats for the eye what the words beside it say. */
  readonly isMark?: true
  /** On a line of its own. */
  readonly opensLine?: true
}
export type Text = readonly Run[]

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
  /** Share of the width in a printed table; 0 is as narrow as its words. */
  readonly grow: number
}

export interface Row {
  readonly id?: string
  /** Heads the rows below it: its only cell goes over all columns. */
  readonly spans?: true
  readonly cells: readonly Text[]
}

export interface Table {
  readonly caption: string
  /** The heading above already says it: the caption is spoken, not shown. */
  readonly isCaptionHidden?: true
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** Drawn when the page knows its width and colours. `links`: parts may lead to places. */
export type Picture = (style: Style, links: boolean) => Drawing

export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'table'
      readonly table: Table
      /** On paper it begins a page. */
      readonly opensPage?: boolean
    }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly table: Table | null }
  | {
      readonly kind: 'group'
      readonly id: string
      readonly title: string
      /** Stands beside `lead`; says nothing that the words do not say. */
      readonly mark?: Picture
      readonly lead?: readonly Block[]
      readonly blocks: readonly Block[]
    }

export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface FrontFigure {
  readonly isMeasured: boolean
  readonly value: string
  readonly base: string
  readonly label: string
  readonly source: Text
}

export interface FrontStop {
  readonly number: number
  /** Its name, which leads to the chapter. */
  readonly title: Text
  /** Why it can happen here. */
  readonly why: string
  /** What would stand still, and whether people are in danger. */
  readonly lost: Text
  readonly outage: string
  readonly money: string
  readonly range: { readonly low_eur: number; readonly high_eur: number } | null
}

export interface FrontDecision {
  readonly question: string
  readonly yes: string | null
  readonly no: string | null
  /** When, what it costs, who proposes. */
  readonly facts: readonly string[]
}

/** Three sentences for one section of the dike. */
export interface DikeNote {
  readonly id: string
  readonly title: string
  readonly sentences: readonly string[]
  readonly to: string
}

/** Page one: everything a director needs to decide today. */
export interface Front {
  readonly title: string
  readonly answer: string
  readonly scope: {
    readonly title: string
    readonly verdict: string
    readonly lines: readonly Text[]
    readonly articles: Text
  }
  readonly dates: {
    readonly title: string
    readonly table: Table
    readonly notes: readonly string[]
  }
  /** What would complete the picture; null when everything was given. */
  readonly next: {
    readonly title: string
    readonly items: readonly Text[]
    /** Nothing is measured: then it comes first. */
    readonly isFirst: boolean
  } | null
  readonly figures: { readonly title: string; readonly list: readonly FrontFigure[] }
  readonly dike: {
    readonly picture: Picture
    readonly table: Table
    readonly notes: readonly DikeNote[]
    readonly hint: string
  }
  readonly stops: {
    readonly title: string
    readonly columns: {
      readonly what: string
      readonly lost: string
      readonly outage: string
      readonly money: string
    }
    readonly list: readonly FrontStop[]
    /** Why the amounts are alike, when they are. */
    readonly same: string | null
    /** Amounts are known, and told apart at a glance. */
    readonly hasBars: boolean
    readonly more: string | null
    readonly none: string
  }
  readonly decisions: {
    readonly title: string
    readonly list: readonly FrontDecision[]
    readonly more: string | null
    readonly none: string
    readonly ifYes: string
    readonly ifNo: string
  }
}

/** The whole report before it becomes a page or a screen. */
export interface Report {
  readonly language: 'nl' | 'en'
  readonly title: string
  readonly organisation: string
  readonly kind: string
  readonly asOf: string
  readonly page: string
  readonly contents: string
  readonly skip: string
  readonly seeTable: string
  readonly front: Front
  readonly sections: readonly Section[]
}
