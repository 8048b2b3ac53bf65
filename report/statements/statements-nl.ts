// SPDX-License-Identifier: EUPL-1.2
import type { StatementModel } from './model.ts'

export const statementsNl: readonly StatementModel[] = [
  {
    code: 'EB-01',
    name: 'Eerste bericht aan medewerkers',
    audience: 'staff',
    text: [
      'Sinds [tijd] werkt een deel van onze systemen niet. Wij onderzoeken wat er is gebeurd.',
      '',
      'Wat u nu doet:',
      '- Laat uw computer aan, trek de netwerkkabel eruit en zet wifi uit.',
      '- Log nergens in en open geen bijlagen, ook niet thuis.',
      '- Machines: volg de aanwijzingen van uw ploegleider. Uw veiligheid gaat voor.',
      '- Zag u iets vreemds? Bel [nummer]. Iedere melding is welkom; niemand krijgt een verwijt.',
      '',
      'Spreek er niet over op sociale media of met de pers. Vragen van buiten gaan naar [woordvoerder].',
      'U hoort weer van ons om [tijd], via [kanaal buiten ons netwerk].',
    ].join('\n'),
  },
  {
    code: 'EB-02',
    name: 'Eerste bericht aan klanten',
    audience: 'customers',
    text: [
      'Op [datum] om [tijd] hebben wij een storing in onze systemen vastgesteld. Wij hebben [deel van de productie of dienst] uit voorzorg stilgelegd en onderzoeken de oorzaak met deskundigen.',
      '',
      'Wat dit voor u betekent: leveringen die voor [dagen] gepland staan, kunnen later komen. Wij bellen u zelf als dat uw bestelling raakt.',
      '',
      'Wat u kunt doen: vertrouw geen mail die uit onze naam om een betaling, een nieuw rekeningnummer of een wachtwoord vraagt. Bel bij twijfel het nummer dat u al van ons had.',
      '',
      'Wij weten nog niet of gegevens van u zijn geraakt. Zodra wij dat weten, hoort u het van ons. Uw aanspreekpunt is [naam], [nummer].',
    ].join('\n'),
  },
  {
    code: 'EB-03',
    name: 'Eerste bericht aan de pers',
    audience: 'press',
    text: [
      '[Bedrijf] heeft op [datum] een digitaal incident vastgesteld. Uit voorzorg is een deel van de systemen losgekoppeld. Daardoor ligt [deel van de productie] stil.',
      '',
      'De veiligheid van onze mensen en van de omgeving staat voorop; daar is op dit moment [geen aanwijzing voor gevaar / het volgende over te zeggen: …].',
      '',
      'Wij werken met deskundigen aan herstel en staan in contact met de bevoegde instanties. Over de oorzaak en over wie erachter zit doen wij nu geen uitspraak.',
      '',
      'Een volgend bericht komt op [datum] om [tijd]. Woordvoerder: [naam], [nummer].',
    ].join('\n'),
  },
  {
    code: 'EB-04',
    name: 'Eerste bericht aan overheden',
    audience: 'authorities',
    text: [
      '[Bedrijf], [registratienummer], meldt dat op [datum] om [tijd] een digitaal incident bekend is geworden. Dit bericht vervangt geen wettelijke melding; die volgt langs de weg die daarvoor is.',
      '',
      'Wat wij weten: [getroffen systemen, lijnen en locaties].',
      'Wat wij niet weten: [oorzaak, omvang, of gegevens zijn geraakt].',
      'Gevaar voor mensen of omgeving: [nee / ja: wat, en wie er is gewaarschuwd].',
      'Wat wij hebben gedaan: [losgekoppeld, stilgelegd, veiliggesteld].',
      '',
      'Contactpersoon, dag en nacht: [naam], [nummer dat niet van ons netwerk afhangt].',
    ].join('\n'),
  },
]
