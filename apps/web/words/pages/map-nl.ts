// SPDX-License-Identifier: EUPL-1.2

const devices = (count: number) => (count === 1 ? '1 apparaat' : `${count} apparaten`)
const jewels = (count: number) => (count === 1 ? '1 kroonjuweel' : `${count} kroonjuwelen`)

export const mapNl = {
  title: 'Kaart van het netwerk',
  intro:
    'Wie er is en wie met wie praat, zoals opnamen het tonen. Kantoor staat boven, het proces onder. Wat door een muur breekt is rood.',
  empty:
    'Er is nog niets om te tekenen. Lees een opname van het netwerk in; dat gebeurt in uw browser.',
  toCapture: 'Een opname bekijken',
  drawing: 'De kaart wordt getekend.',
  noZone: 'In geen zone',
  outside: 'Buiten het bedrijf',
  count: '# app.',
  layers: {
    '5': 'Internet',
    '4': 'Kantoor\nniveau 4',
    '3.5': 'Tussenzone\nniveau 3.5',
    '3': 'Productie-IT\nniveau 3',
    '2': 'Bediening\nniveau 2',
    '1': 'Besturing\nniveau 1',
    '0': 'Proces\nniveau 0',
    '': 'Niveau\nonbekend',
  } as Readonly<Record<string, string>>,
  picture: (nodes: number, edges: number) =>
    `Kaart met ${devices(nodes)} en ${edges} gesprekken. Dezelfde gegevens staan eronder in een tabel.`,
  keys: 'Slepen of pijltjes verplaatsen, + en − vergroten, 0 toont alles, Ctrl met het wiel vergroot. Klik op een apparaat voor zijn gesprekken.',
  nearer: 'Vergroten',
  further: 'Verkleinen',
  whole: 'Alles tonen',
  find: 'Zoek een apparaat',
  from: 'Vanaf',
  until: 'Tot en met',
  all: 'Elk gesprek tekenen',
  legend: 'Legenda',
  legendItems: [
    ['allowed', 'toegestaan'],
    ['undecided', 'nog niet besloten'],
    ['forbidden', 'verboden'],
    ['within', 'binnen een zone'],
    ['registered', 'in het register'],
    ['stranger', 'gezien, niet in het register'],
  ] as readonly (readonly [string, string])[],
  seenIn: (sources: string) => `Uit ${sources} ${sources === '1' ? 'bron' : 'bronnen'}.`,
  leftOut: (count: string) => `${count} gesprekken uit oudere bronnen zijn weggelaten.`,
  csvHead: ['Van', 'Zone', 'Naar', 'Zone', 'Dienst', 'Oordeel', 'Pakketten', 'Opname', 'Pakket'],
  verdicts: {
    within: 'binnen de zone',
    allowed: 'toegestaan',
    refused: 'geweigerd',
    forbidden: 'verboden',
    undecided: 'niet besloten',
    unknown: 'zone onbekend',
  },
  rules: {
    internet_to_ot: 'van internet de fabriek in',
    internet_from_ot: 'uit de fabriek het internet op',
    safety_reached: 'een veiligheidszone in',
    outside_to_ot: 'van kantoor of leverancier de fabriek in',
  },
  opens: 'opent',
  to: 'naar',
  source: 'bron',
  frame: (frame: string) => `pakket ${frame}`,
  close: 'Sluiten',
  noRole: 'rol onbekend',
  zoneBy: {
    register: 'volgens het register',
    range: 'volgens het adres',
    vlan: 'volgens het VLAN',
    outside: 'een adres op internet',
  },
  inRegister: 'in het register',
  notRegistered: 'in geen register',
  isJewel: 'Dit is een kroonjuweel, of hoort bij een proces dat er een is.',
  asJewel: 'Reken dit op proef tot de kroonjuwelen',
  ownTalks: (count: number) => (count === 1 ? '1 gesprek' : `${count} gesprekken`),
  inTable: (count: number) => `Nog ${count} staan in de tabel onderaan.`,
  thinkAway: 'Denk weg',
  putBack: 'Zet terug',
  waysTitle: 'Wegen naar de kroonjuwelen',
  waysIntro:
    'Elke stap is een gesprek dat gezien is. Wie een apparaat in handen heeft, kan langs dezelfde gesprekken verder. Wat toegestaan is, geldt als nodig voor de productie.',
  entries: 'Een aanvaller staat in',
  entryKinds: {
    internet: 'internet',
    office: 'kantoor',
    guest: 'gastnetwerk',
    supplier: 'netwerk van een leverancier',
    dmz: 'tussenzone',
  },
  removed: (count: number) =>
    `Wat als: ${count === 1 ? '1 gesprek is weggedacht' : `${count} gesprekken zijn weggedacht`}. In het echt is er niets veranderd.`,
  restore: 'Alles terugzetten',
  noJewels: (isRest: boolean): string =>
    isRest ? 'Er zijn geen andere kroonjuwelen.' : 'Er zijn geen kroonjuwelen op de kaart.',
  inside: (names: string) =>
    `Deze kroonjuwelen staan zelf waar een aanvaller kan staan: ${names}. Geef ze een eigen zone; een gesprek beëindigen helpt daar niet.`,
  toJewels: 'Kroonjuwelen aanwijzen',
  closed: (count: number) =>
    `Geen weg meer naar ${count === 1 ? 'het kroonjuweel' : `een van de ${jewels(count)}`}.`,
  reached: (reached: number, of: number) =>
    `${reached} van ${jewels(of)} ${reached === 1 ? 'is' : 'zijn'} te bereiken.`,
  wayTo: (name: string, hops: number) => `${name}: in ${hops === 1 ? '1 stap' : `${hops} stappen`}`,
  onMap: 'Toon op de kaart',
  morePaths: (count: number) => `En nog ${count} andere.`,
  cutTitle: 'De kleinste ingreep',
  cutText: (count: number) =>
    count === 1
      ? 'Eindigt dit ene gesprek, dan is er geen weg meer. Vraag eerst na wat er verder mee stopt.'
      : `Eindigen deze ${count} gesprekken, dan is er geen weg meer. Minder is niet genoeg. Vraag eerst na wat er verder mee stopt.`,
  keptOpen:
    'Er is geen ingreep die genoeg is: gesprekken die nodig zijn voor de productie houden een weg open. Dit is zo’n weg.',
  cutOnMap: 'Toon op de kaart, met een schaar',
  isNeeded: 'Nodig voor de productie',
  notNeeded: 'Toch niet nodig',
  firewallTitle: 'Wat de firewall doorlaat',
  firewallIntro:
    'De kaart toont wat gezien is. Een firewall laat vaak meer door. Kies de instellingen van uw firewall en zie wat er open staat. Het bestand blijft in deze browser.',
  firewallChoose: 'Kies de instellingen van de firewall',
  firewallKinds:
    'nftables, iptables, Cisco ASA of IOS, FortiGate, OPNsense of pfSense. U kunt het hier ook neerzetten.',
  firewallTooLarge: 'Dit bestand is groter dan 20 MB. Zo groot zijn regels van een firewall niet.',
  firewallNotRead:
    'Hier staan geen regels in die Schouw kent. Verwacht: uitvoer van nft list ruleset of iptables-save, of de instellingen van een Cisco, FortiGate, OPNsense of pfSense.',
  firewallReading: 'De regels worden gelezen.',
  firewallRead: (name: string, dialect: string) => `Gelezen: ${name}, regels van ${dialect}.`,
  dialects: {
    nftables: 'nftables',
    iptables: 'iptables',
    cisco: 'Cisco',
    fortigate: 'FortiGate',
    opnsense: 'OPNsense',
    pfsense: 'pfSense',
  },
  firewallClosed: (count: number) =>
    `Deze regels laten geen weg open naar ${count === 1 ? 'het kroonjuweel' : `een van de ${jewels(count)}`}.`,
  firewallReached: (reached: number, of: number) =>
    `Langs wat gezien is en wat de firewall toelaat ${reached === 1 ? 'is' : 'zijn'} ${reached} van ${jewels(of)} te bereiken.`,
  nothingOpen: 'Tussen de zones op de kaart laten deze regels niets door.',
  mayOpen: 'Mag openen',
  everything: 'alles',
  devicesOf: (count: number) => `(${devices(count)})`,
  permittedOnly: 'toegelaten, niet gezien',
  wasSeen: 'gezien',
  withoutAddress: (count: number) =>
    `Van ${devices(count)} is geen adres bekend waar deze regels over gaan. Daarover zeggen ze niets.`,
  permittedLeftOut: (count: number) =>
    `${count} toegelaten gesprekken zijn niet meegezocht: het zijn er te veel.`,
  rulesUnread: (count: number) =>
    count === 1
      ? '1 regel is niet of deels gelezen en telt als open'
      : `${count} regels zijn niet of deels gelezen en tellen als open`,
  ruleLine: (line: number) => (line === 0 ? '' : `Regel ${line}:`),
  remarkCodes: {
    condition_not_read: 'voorwaarde niet gelezen',
    line_not_read: 'niet gelezen',
    unknown_name: 'naam onbekend',
  },
  proposalTitle: 'Voorstel voor de firewall',
  proposalText:
    'Deze regels laten door wat gezien is en mag blijven, en verder niets. Laat wie de firewall beheert ze nakijken. Schouw stuurt ze nergens heen.',
  proposalCloses: 'Daarmee is er geen weg meer naar een kroonjuweel.',
  proposalLeaves: (reached: number, of: number) =>
    `Daarmee ${reached === 1 ? 'blijft' : 'blijven'} nog ${reached} van ${jewels(of)} te bereiken, langs gesprekken die nodig zijn.`,
  unwritten: (count: number) =>
    `Voor ${count === 1 ? '1 gesprek' : `${count} gesprekken`} is geen regel te schrijven: het adres of de poort ontbreekt.`,
  proposalSave: 'Bewaar het voorstel',
  proposalLines: (count: number) => `Toon ${count === 1 ? 'de regel' : `de ${count} regels`}`,
  talks: (count: string) => (count === '' ? 'Gesprekken' : `Gesprekken (${count})`),
  verdict: 'Oordeel',
  anyVerdict: 'alle',
  search: 'Zoek in naam of dienst',
  fromHead: 'Van',
  toHead: 'Naar',
  service: 'Dienst',
  packets: 'Pakketten',
  seen: 'Gezien in',
  more: (count: number) => `Nog ${count} tonen`,
}

export type MapWords = typeof mapNl
