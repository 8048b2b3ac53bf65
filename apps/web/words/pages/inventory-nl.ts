// SPDX-License-Identifier: EUPL-1.2

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

export const inventoryNl = {
  title: 'Gezien en geregistreerd',
  intro:
    'Wat opnamen en bestanden laten zien, naast wat in het register staat. Niets verandert tot u het zegt, en elke stap komt in het logboek.',
  empty:
    'Er is nog niets gezien. Lees een opname van het netwerk of een bestand van een ander hulpmiddel; daarna staat hier wat nieuw, weg of veranderd is.',
  toCaptures: 'Opname bekijken',
  toImport: 'Bestand inlezen',
  sources: (count: number) => `Vergeleken met ${counted(count, 'bron', 'bronnen')}.`,
  leftOut: (count: number) =>
    `${counted(count, 'waarneming', 'waarnemingen')} van oudere bronnen is niet meegenomen.`,
  coverage: 'Hoe volledig is het register?',
  coverageText:
    'Van de eigen apparaten die gezien zijn, telt mee wat in het register staat en door iemand bevestigd is. Een opname toont alleen wat langs het meetpunt kwam.',
  toKpi: 'De stuurgrootheid telt het register zelf',
  site: 'Vestiging',
  noSite: 'Zonder vestiging',
  seen: 'Gezien',
  known: 'In het register',
  share: 'Dekking',
  unconfirmed: 'Nog te bevestigen',
  unseen: 'Wel geregistreerd, nooit gezien',
  ignored: 'Terzijde gelegd',
  nothingSeen: 'niets gezien',
  tabs: {
    new: 'Nieuw',
    changed: 'Veranderd',
    gone: 'Weg',
    doubles: 'Dubbel of samen',
    ignored: 'Terzijde gelegd',
  },
  noNew: 'Alles wat gezien is, staat in het register of is terzijde gelegd.',
  noChanged: 'Firmware, kaart, adres en rol zijn zoals het register ze heeft.',
  noGone: 'Geen apparaat ontbreekt in een latere opname van dezelfde zone.',
  noDoubles: 'Geen twee regels delen een kaart, serienummer, adres of naam.',
  noIgnored: 'Niets is terzijde gelegd.',
  device: 'Apparaat',
  address: 'Adres',
  maker: 'Maker',
  role: 'Rol',
  times: 'Gezien',
  seenIn: (count: number, first: string, last: string) =>
    `${counted(count, 'bron', 'bronnen')}, ${first} tot ${last}`,
  act: 'Wat doet u?',
  take: 'In het register',
  takeOver: 'Overnemen',
  choose: 'Kies welk apparaat',
  mayBe: (names: string) => `Mogelijk ${names}`,
  because: {
    several: 'past op meer dan één regel',
    'other-mac': 'het adres hoort bij een andere kaart: vervangen, of een tweede apparaat',
  },
  ignore: 'Terzijde leggen',
  reason: 'Waarom',
  reasonHelp: 'Bijvoorbeeld: telefoon van een bezoeker',
  heed: 'Weer meenemen',
  since: (when: string) => `sinds ${when}`,
  fields: { firmware: 'Firmware', macs: 'Netwerkkaart', ips: 'Adres', role: 'Rol' },
  field: 'Wat',
  was: 'Was',
  wasBy: { register: 'volgens het register', earlier: 'eerder gezien' },
  now: 'Nu gezien',
  history: 'Verloop',
  span: (value: string, first: string, last: string, source: string) =>
    `${value}: ${first} tot ${last} (${source})`,
  goneHead: 'Laatst gezien',
  missed: 'Sindsdien gemist in',
  missedIn: (count: number) => counted(count, 'bron', 'bronnen'),
  goneText:
    'Deze apparaten zijn eerder gezien en ontbreken in een latere bron die wel buren uit hun zone laat zien. Ga kijken, en zet in het register wat u vindt.',
  doublesText: 'Deze regels delen iets dat maar één apparaat heeft. Kies welke blijft.',
  sharedBy: {
    mac: 'dezelfde kaart',
    serial: 'hetzelfde serienummer',
    ip: 'hetzelfde adres',
    name: 'dezelfde naam',
  },
  keep: 'Deze blijft',
  merge: 'Samenvoegen',
  mergeText:
    'Wat de andere regel meer wist en alles wat ernaar verwijst, gaat mee. De andere regel gaat uit dienst en blijft leesbaar.',
  severalText: (source: string) =>
    `In ${source} zijn dit apparaten met een eigen kaart en naam, die nu één regel delen.`,
  split: 'Losmaken',
  newName: 'Naam van het losgemaakte apparaat',
  splitWhich: 'Wat hoort bij het andere apparaat?',
  outcomes: {
    created: 'Het apparaat staat in het register als gezien. Bevestig daar van wie het is.',
    changed: 'Het register is bijgewerkt.',
    same: 'Het register had dit al.',
    waiting: 'Dit wacht op een tweede persoon.',
    refused: 'Het register neemt deze waarde niet aan.',
    stale: 'Er is intussen iets veranderd. Kijk nog eens.',
    ignored: 'Terzijde gelegd. Het telt niet meer mee en wordt niet opnieuw voorgesteld.',
    heeded: 'Het wordt weer meegenomen.',
    merged: 'Samengevoegd.',
    split: 'Losgemaakt.',
  },
}

export type InventoryWords = typeof inventoryNl
