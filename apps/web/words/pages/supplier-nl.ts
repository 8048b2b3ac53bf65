// SPDX-License-Identifier: EUPL-1.2

export const supplierNl = {
  title: (organisation: string) => `Vragen van ${organisation}`,
  gone: {
    title: 'Deze link werkt niet',
    text: 'De link is verlopen, ingetrokken of niet volledig. Vraag uw klant om een nieuwe.',
  },
  hello: (name: string, supplier: string) => `${name}, ${supplier}`,
  intro:
    'Uw klant weegt de risico’s van zijn leveranciers. Wat u typt wordt meteen bewaard; u kunt stoppen en later verdergaan met dezelfde link.',
  until: (day: string) => `Graag uiterlijk ${day}.`,
  who: 'Uw naam',
  whoHelp: 'Zo weten collega’s wie wat heeft ingevuld.',
  start: 'Beginnen',
  progress: (done: number, all: number) => `${done} van ${all} beantwoord`,
  section: 'Onderdeel',
  next: 'Volgend onderdeel',
  previous: 'Vorig onderdeel',
  explanation: 'Toelichting',
  before: (answer: string) => `Vorige keer: ${answer}`,
  still: 'Nog steeds zo',
  changed: 'Anders dan vorige keer',
  saving: 'Bewaren',
  saved: 'Bewaard',
  unsaved: 'Niet bewaard. Wij proberen het opnieuw.',
  merged: (writer: string) => `${writer} schreef hier ook. Beide teksten staan er.`,
  by: (writer: string) => `Laatst: ${writer}`,
  file: 'Bewijs toevoegen',
  fileHelp: 'PDF, afbeelding, Word, Excel, CSV, JSON of XML, hoogstens 25 MB.',
  apart: 'Ontvangen. Uw klant bekijkt dit bestand eerst.',
  remove: 'Weghalen',
  pass: 'Doorgeven aan een collega',
  passHelp: 'Uw collega krijgt een eigen link voor een deel. Insturen doet u zelf.',
  colleague: 'Naam van uw collega',
  parts: 'Welke onderdelen',
  makeLink: 'Link maken',
  passed: 'Geef deze link aan uw collega. Hij wordt één keer getoond:',
  withdraw: 'Intrekken',
  opened: 'geopend',
  notOpened: 'nog niet geopend',
  finish: 'Insturen',
  finishHelp: 'Daarna kunt u niets meer wijzigen. Open vragen tellen als niet beantwoord.',
  openLeft: (count: number) =>
    count === 0
      ? 'Alles is beantwoord.'
      : count === 1
        ? 'Eén vraag is nog open.'
        : `${count} vragen zijn nog open.`,
  remarks: 'Wilt u nog iets kwijt?',
  send: 'Antwoorden insturen',
  copy: 'Uw antwoorden bewaren',
  thanks: 'Ontvangen. Dank u.',
  thanksText: 'Uw klant bekijkt uw antwoorden. Bewaar een kopie voor uzelf.',
  closed: 'Deze vragenlijst is ingestuurd en verandert niet meer.',
  past: 'De dag waarop u kon antwoorden is voorbij. Vraag uw klant om meer tijd.',
  delegateDone: 'Wat u invult is bewaard. Uw collega stuurt het in.',
  reuse: {
    keep: 'Ondertekend bestand voor een andere klant',
    bring: 'Antwoorden overnemen uit een bestand',
    help: 'Vulde u dit al in voor een andere klant met Schouw? Neem dan dat ondertekende bestand over. U kunt daarna alles nog wijzigen.',
    taken: (count: number, from: string) =>
      `De handtekening klopt. ${count} ${count === 1 ? 'antwoord' : 'antwoorden'} overgenomen die u gaf aan ${from}.`,
    changed: (name: string) =>
      `${name} is na het ondertekenen gewijzigd. Er is niets overgenomen; uw klant ziet dit ook.`,
  },
  trouble: {
    title: 'Is er bij u iets misgegaan?',
    help: 'Een aanval, een lek of een storing die uw klant kan raken. Dit gaat direct naar uw klant, los van de vragen.',
    what: 'Wat is er gebeurd',
    since: 'Sinds wanneer, als u dat weet',
    contact: 'Waar uw klant u nu kan bereiken',
    send: 'Melden',
    sent: 'Gemeld. Uw klant kijkt ernaar en neemt contact op.',
  },
}

export type SupplierWords = typeof supplierNl
