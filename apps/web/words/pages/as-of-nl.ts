// SPDX-License-Identifier: EUPL-1.2

export const asOfNl = {
  bar: 'Een andere dag',
  stood: (day: string) => `Zoals het stond op ${day}.`,
  head: (entries: string) => `Stand van het logboek: ${entries} regels, wortel`,
  after: (at: string, authority: string) =>
    `Tijdstempel van ${authority}: op ${at} bestond dit allemaal.`,
  before: (entries: string, at: string) => `Eerder gestempeld: ${entries} regels op ${at}.`,
  none: 'Nog geen tijdstempel: deze tijd is die van uw eigen server.',
  checkpoint: 'checkpoint',
  token: 'tijdstempel',
  today: 'Terug naar vandaag',
  not: 'Deze pagina toont vandaag. Zoals het op een andere dag stond, ziet u in de registers, op de voorpagina en in de stukken.',
}

export type AsOfWords = typeof asOfNl
