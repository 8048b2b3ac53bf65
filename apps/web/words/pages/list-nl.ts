// SPDX-License-Identifier: EUPL-1.2

export const listNl = {
  filter: (count: number) => (count === 0 ? 'Filteren' : `Filteren (${count})`),
  any: 'Alles',
  clear: 'Filters wissen',
  loaded: (count: number, isAll: boolean) =>
    isAll
      ? count === 1
        ? '1 regel'
        : `${count.toLocaleString('nl-NL')} regels`
      : `${count.toLocaleString('nl-NL')} regels geladen; blader door voor meer`,
  loadingMore: 'Meer regels laden',
  keys: 'Pijltjes bladeren, Home en End springen, Enter opent.',
  view: 'Deze weergave staat in het adres: bewaar haar als bladwijzer of stuur de link door.',
  keep: 'Weergave bewaren',
  keepName: 'Naam van de weergave',
  kept: 'Uw weergaven:',
  forget: (name: string) => `Weergave ${name} verwijderen`,
  noneSo: 'Niets voldoet aan deze filters.',
}

export type ListWords = typeof listNl
