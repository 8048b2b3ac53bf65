// SPDX-License-Identifier: EUPL-1.2

export const providersNl = {
  title: 'Ophalen bij fabrikanten',
  text: 'Schouw haalt alleen iets op bij adressen die u hier noemt: één keer per dag als u dat aanzet, of nu. Van een document dat niet bij zijn controlegetal past, wordt niets gebruikt. Een handtekening wordt bewaard, maar niet gecontroleerd.',
  empty: 'Er is nog geen adres. U kunt bestanden ook zelf meebrengen.',
  sort: 'Wat',
  sorts: {
    csaf: 'Meldingen (CSAF)',
    kev: 'Misbruikte kwetsbaarheden (KEV)',
    epss: 'Kansen op misbruik (EPSS)',
  },
  name: 'Naam',
  url: 'Adres',
  urlHelp: {
    csaf: 'Van provider-metadata.json, van een ROLIE-feed, of van een map (eindigt op /).',
    kev: 'Van het bestand met de lijst, JSON.',
    epss: 'Van het bestand met de kansen, CSV of CSV.GZ.',
  },
  licence: 'Voorwaarden',
  licenceHelp: 'Waaronder u het mag gebruiken, bijvoorbeeld TLP:CLEAR.',
  add: 'Adres toevoegen',
  daily: 'Elke dag',
  now: 'Nu ophalen',
  remove: 'Weghalen',
  cancel: 'Afbreken',
  never: 'nog niet opgehaald',
  states: { done: 'gelukt', failed: 'niet gelukt', cancelled: 'afgebroken' },
  counts: {
    listed: 'genoemd',
    fetched: 'opgehaald',
    unchanged: 'onveranderd',
    left_out: 'niet gebruikt, volgende keer weer gevraagd',
    without_hash: 'zonder controlegetal',
    signed: 'met handtekening, niet gecontroleerd',
  } as Readonly<Record<string, string>>,
  more: 'Er was meer dan in één keer wordt opgehaald; de rest komt de volgende keer.',
  faults: {
    'address-refused': 'dit adres mag niet',
    'address-private': 'dit adres ligt binnen het eigen netwerk',
    'address-unknown': 'de naam is niet te vinden',
    connection: 'geen verbinding',
    certificate: 'het certificaat klopt niet',
    time: 'duurde te lang',
    'too-large': 'te groot',
    redirects: 'te vaak doorverwezen',
    'cut-off': 'halverwege afgebroken',
    'sha512 differs': 'het controlegetal (SHA-512) klopt niet',
    'sha256 differs': 'het controlegetal (SHA-256) klopt niet',
    'status-404': 'staat er niet (404)',
  } as Readonly<Record<string, string>>,
  refused: {
    'url-not-https': 'Alleen adressen met https.',
    'url-private': 'Dit adres ligt binnen het eigen netwerk.',
    'url-refused': 'Dit is geen adres dat te gebruiken is.',
  } as Readonly<Record<string, string>>,
}

export type ProviderWords = typeof providersNl
