// SPDX-License-Identifier: EUPL-1.2
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Ready } from './state.tsx'

interface ListedProps<Item> {
  readonly of: UseQueryResult<{ readonly pages: readonly { readonly items: readonly Item[] }[] }>
  /** What an empty list says; not what one that is not there yet says. */
  readonly none: string
  /** Lines shown; all of them when absent. */
  readonly most?: number
  readonly order?: (a: Item, b: Item) => number
  /** One line, a list item with a key. */
  readonly children: (item: Item) => ReactNode
}

/** A short list of records on a page about something else: loading, failed, empty or its lines. */
export function Listed<Item>({ of: query, none, most, order, children }: ListedProps<Item>) {
  return (
    <Ready of={query}>
      {({ pages }) => {
        const items = pages.flatMap(({ items }) => items)
        if (items.length === 0) return <p className="quiet">{none}</p>
        const ordered = order === undefined ? items : items.toSorted(order)
        return <ul className="plain">{ordered.slice(0, most).map(children)}</ul>
      }}
    </Ready>
  )
}
