// SPDX-License-Identifier: EUPL-1.2

export const ownAdvisoriesNl = {
  title: 'Eigen producten',
  text: 'Wat u uw klanten vertelt over lekken in wat u zelf maakt. Leg producten, lekken en meldingen vast in de registers; een tweede persoon keurt een melding goed. Pas als u publiceren aanzet, leest de wereld mee.',
  registers: {
    products: 'Producten',
    vulnerabilities: 'Lekken',
    advisories: 'Meldingen',
  },
  empty:
    'Er is nog geen melding. Begin met het product, leg dan het lek vast, en schrijf de melding.',
  advisory: 'Melding',
  state: 'Stand',
  states: { draft: 'concept', published: 'goedgekeurd', withdrawn: 'ingetrokken' } as Readonly<
    Record<string, string>
  >,
  missing: 'Wat er nog aan ontbreekt',
  problems: {
    'no-revision': 'een versie met moment en samenvatting',
    'no-weakness': 'een lek',
    'no-product': 'een product bij elk lek',
    'no-publisher': 'uw naam en adres, hieronder',
    'id-unusable': 'een nummer van letters, cijfers, punten en streepjes',
    'not-approved': 'de goedkeuring van een tweede persoon',
  } as Readonly<Record<string, string>>,
  rule: (number: string) => `regel ${number} van CSAF`,
  better: 'Kan beter, maar houdt publiceren niet tegen',
  warnings: {
    '6.2.18': 'schrijf de getroffen versies als VERS, zoals vers:intdot/<2.4.1 (CSAF 6.2.18)',
  } as Readonly<Record<string, string>>,
  nothing: 'niets',
  publication: 'Gepubliceerd',
  revision: (number: number, on: string) => `versie ${number}, ${on}`,
  publish: 'Publiceren',
  again: 'Opnieuw publiceren',
  draft: 'Bekijk als CSAF',
  settings: 'Publiceren voor iedereen',
  isOn: 'De wereld mag de goedgekeurde meldingen lezen',
  name: 'Naam van uw bedrijf',
  namespace: 'Webadres van uw bedrijf',
  contact: 'Waar men een lek meldt',
  contactHelp: 'Bijvoorbeeld een mailadres en een telefoonnummer.',
  address: 'Adres van deze server',
  addressHelp: 'Zoals de wereld het bereikt, met https.',
  save: 'Vastleggen',
  metadata: 'Uw adres voor lezers',
}

export type OwnAdvisoryWords = typeof ownAdvisoriesNl
