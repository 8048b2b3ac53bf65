// SPDX-License-Identifier: EUPL-1.2
import type { ReportPointWords } from './report-point-words.ts'

export const reportPointNl: ReportPointWords = {
  at: (organisation: string, name: string) => `${organisation} · ${name}`,
  anonymous: 'U hoeft uw naam niet te noemen. Foto’s gaan zonder plaatsbepaling mee.',
  files: 'Foto of bewaarde mail',
  code: 'Uw code',
  codeHelp:
    'Schrijf deze code op of maak er een foto van. Hiermee leest u later wat ermee is gedaan.',
  follow: 'Wat is er met mijn melding gedaan?',
  look: 'Kijk',
  states: {
    received: 'Uw melding is binnen. Er is nog niet naar gekeken.',
    looked_at: 'Er wordt naar gekeken.',
    closed: 'Uw melding is afgehandeld. Dank u.',
  },
  noFeedback: 'Er is nog niets teruggeschreven.',
  feedback: 'Antwoord',
  gone: {
    title: 'Deze link werkt niet meer',
    text: 'Vraag op uw werk naar de nieuwe, of meld het bij uw leidinggevende.',
  },
  points: 'Meldpunten',
  pointsIntro:
    'Eén pagina zonder account, achter een QR-code aan de muur. Wie iets vreemds ziet, meldt het in een halve minuut; u ziet het bij de incidenten met stand Gemeld.',
  pointName: 'Waar hangt het',
  pointHelp: 'Bijvoorbeeld: hal 2, kantine, kade',
  make: 'Maak een meldpunt',
  made: (day: string) => `gemaakt op ${day}`,
  ended: 'gesloten',
  end: 'Sluit',
  poster: 'Poster',
  posterOnce:
    'De link staat alleen nu op het scherm. Druk de poster af; sluit u dit, dan maakt u later een nieuw meldpunt.',
  posterPdf: 'Bewaar als PDF',
  print: 'Druk af',
  close: 'Sluit de poster',
}
