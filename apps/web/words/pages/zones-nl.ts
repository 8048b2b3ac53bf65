// SPDX-License-Identifier: EUPL-1.2

const devices = (count: number) => (count === 1 ? '1 apparaat' : `${count} apparaten`)

export const zonesNl = {
  title: 'Zones uit het verkeer',
  intro:
    'Wie een adresreeks deelt, wie vooral met elkaar praat en aan welke kant van het huis een apparaat werkt: daaruit volgt een voorstel. U kent de fabriek; verbeter het en leg het vast.',
  empty: 'Er is nog geen verkeer om zones uit voor te stellen.',
  toCapture: 'Opname bekijken',
  agreement: (compared: number, share: string) =>
    `Van ${devices(compared)} is de zone al bekend. Overeenkomst van voorstel en register: ${share} (1 is gelijk, 0 is toeval).`,
  noAgreement: 'Er zijn nog geen zones om mee te vergelijken.',
  open: (count: number) => `Ter beslissing (${count})`,
  noOpen: 'Wat het verkeer laat zien, past bij de zones die u hebt.',
  agreed: (count: number) => `Gelijk aan een zone die er is (${count})`,
  same: (name: string, count: number) => `${name}: ${devices(count)}`,
  odds: (names: string) => `${names}: werkt aan de andere kant. Hoort dat hier?`,
  proposal: (number: number, count: number) => `Voorstel ${number}: ${devices(count)}`,
  partly: (name: string, count: number, of: number) => `${count} van ${of} staan al in ${name}.`,
  inside: (percent: string) => `${percent} van hun verkeer blijft onder elkaar.`,
  flat: 'Deze adresreeks staat ook in een ander voorstel: kantoor en proces delen hem. Pas als de adressen gescheiden zijn, kan een firewall ze uit elkaar houden.',
  name: 'Naam van de zone',
  kind: 'Soort',
  chooseKind: 'Kies',
  level: 'Purdue-niveau',
  noLevel: 'Niet bekend',
  ranges: 'Adresreeksen',
  members: 'Apparaten in deze zone',
  device: 'Apparaat',
  address: 'Adres',
  why: 'Waarom',
  by: { range: 'adresreeks', vlan: 'VLAN', talk: 'praat vooral met deze apparaten' },
  odd: 'werkt aan de andere kant: hoort dit hier?',
  include: (name: string) => `${name} hoort erbij`,
  unregistered: 'niet in het register',
  now: 'Nu in',
  keep: 'Zone vastleggen',
  keepText: (count: number) =>
    `Maakt de zone in het register en zet haar op ${devices(count)} van het register.`,
  kept: (name: string, count: number) => `${name} staat in het register, met ${devices(count)}.`,
  refused: (names: string) => `Niet gelukt voor ${names}. Zet de zone daar zelf.`,
  add: (name: string) => `Zet ze in ${name}`,
  rangeOdd: (text: string) => `${text} is geen adresreeks. Verwacht: 10.20.0.0/24.`,
}

export type ZonesWords = typeof zonesNl
