// SPDX-License-Identifier: EUPL-1.2
import type { ListWords } from './list-nl.ts'

export const listEn: ListWords = {
  filter: (count) => (count === 0 ? 'Filter' : `Filter (${count})`),
  any: 'All',
  clear: 'Clear filters',
  loaded: (count, isAll) =>
    isAll
      ? count === 1
        ? '1 row'
        : `${count.toLocaleString('en-GB')} rows`
      : `${count.toLocaleString('en-GB')} rows loaded; scroll on for more`,
  loadingMore: 'Loading more rows',
  keys: 'Arrows move, Home and End jump, Enter opens.',
  view: 'This view stands in the address: bookmark it or pass on the link.',
  keep: 'Keep this view',
  keepName: 'Name of the view',
  kept: 'Your views:',
  forget: (name) => `Remove the view ${name}`,
  noneSo: 'Nothing meets these filters.',
}
