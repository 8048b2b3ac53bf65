// SPDX-License-Identifier: EUPL-1.2

/** What the demonstration says in the terminal. */
export const demoWords = {
  nl: {
    preparing: 'de voorbeeldfabriek wordt klaargezet; een halve minuut…',
    notOurs: (folder: string) =>
      `${folder} bevat al iets anders; geef een lege map of laat --data weg`,
    port: (found: string) => `een poort is een getal van 0 tot 65535, niet ${found}`,
    open: (link: string, kept: string | null) =>
      [
        '',
        'Kijk nu zelf rond. Deze link meldt u aan als de CISO van de voorbeeldfabriek:',
        '',
        `  ${link}`,
        '',
        'Bovenaan de pagina kiest u als wie u kijkt: bestuurder, commissaris, IT, OT of de werkvloer.',
        kept === null
          ? 'Stop met Ctrl-C; wat u hier wijzigt, verdwijnt dan.'
          : `Stop met Ctrl-C; wat u wijzigt, blijft in ${kept}.`,
        '',
      ].join('\n'),
  },
  en: {
    preparing: 'setting up the example factory; half a minute…',
    notOurs: (folder: string) =>
      `${folder} holds something else already; name an empty folder or leave --data out`,
    port: (found: string) => `a port is a number from 0 to 65535, not ${found}`,
    open: (link: string, kept: string | null) =>
      [
        '',
        'Now look around. This link signs you in as the CISO of the example factory:',
        '',
        `  ${link}`,
        '',
        'At the top of the page you choose whose eyes to use: a director, the supervisory board, IT, OT',
        'or the shop floor.',
        kept === null
          ? 'Stop with Ctrl-C; what you change here is gone then.'
          : `Stop with Ctrl-C; what you change stays in ${kept}.`,
        '',
      ].join('\n'),
  },
} as const
