// SPDX-License-Identifier: EUPL-1.2

/** Words of the demonstration; loaded only there. */
export const demoNl = {
  title: 'Voorbeeldfabriek',
  what: 'Verzonnen fabriek. Probeer alles; wat u wijzigt, is weg als u stopt.',
  as: 'U kijkt als',
  choose: 'Kies iemand',
  entering: 'De deur gaat open.',
  stale: 'Deze link werkt niet meer. Open de link die nu in uw terminal staat.',
}

export type DemoWords = typeof demoNl
