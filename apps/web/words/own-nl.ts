// SPDX-License-Identifier: EUPL-1.2

/** Words of one's own work and of the form for something odd; loaded with them. */
export const ownNl = {
  title: 'Uw werk',
  more: 'Alles in het register',
  late: (on: string) => `moest klaar zijn vóór ${on}`,
  before: (on: string) => `vóór ${on}`,
  noDay: 'zonder datum',
  blocks: {
    unowned: 'Acties zonder eigenaar',
    unowned_finding: 'Bevindingen zonder eigenaar',
    action: 'Acties op uw naam',
    finding: 'Open bevindingen op uw naam',
    risk: 'Uw risico’s',
    asset: 'Uw apparaten',
    zone: 'Uw zones',
    process: 'Uw processen',
    backup: 'Uw reservekopieën',
  },
  report: {
    title: 'Meld iets vreemds',
    intro:
      'Een scherm dat raar doet, een mail die niet klopt, iemand die u niet kent bij een machine: meld het. Liever tien keer voor niets dan één keer te laat.',
    what: 'Wat zag u?',
    whatHelp: 'In uw eigen woorden; één zin is genoeg.',
    where: 'Waar?',
    whereHelp: 'Hal, machine, kamer of programma',
    photo: 'Foto',
    contact: 'Hoe kunnen wij u bereiken?',
    contactHelp: 'Mag leeg blijven.',
    send: 'Versturen',
    empty: 'Schrijf in één zin wat u zag.',
    thanks: 'Dank u. Uw melding is binnen.',
    number: (code: string) => `Uw nummer: ${code}`,
    next: 'Uw melding staat nu bij wie over beveiliging gaat. Is het dringend, bel dan ook uw leidinggevende. Zet niets uit en wis niets.',
    another: 'Nog iets melden',
  },
}

export type OwnWords = typeof ownNl
