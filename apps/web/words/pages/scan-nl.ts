// SPDX-License-Identifier: EUPL-1.2

const findings = (count: number) => (count === 1 ? '1 bevinding' : `${count} bevindingen`)

export const scanNl = {
  origin: 'Wat is het?',
  origins: { scan: 'Een scan', penetration_test: 'Een penetratietest' },
  tool: 'Naam van de scan of test',
  toolHelp: 'Zo weet Schouw de volgende keer wat er van dezelfde test bij kwam en verdween.',
  foundOn: 'Van welke dag',
  read: 'Lezen',
  fresh: (count: number) => `Nieuw: ${findings(count)}.`,
  known: (count: number) => `Nog steeds: ${findings(count)}. Wat u daarover schreef, blijft staan.`,
  skipped: (count: number) =>
    `Overgeslagen, volgens het bestand niet aan de hand: ${findings(count)}.`,
  hosts: 'Deze adressen horen bij geen enkel apparaat in het register:',
  toImport: 'Bekijk de proef en leg vast',
  fixed: (count: number) => `Niet meer gevonden: ${findings(count)}`,
  fixedText:
    'Alleen als deze test hetzelfde bekeek als de vorige. Iemand anders kijkt nog of het echt is opgelost.',
  markSolved: 'Als opgelost noteren',
  back: (count: number) => `Weer gevonden: ${findings(count)}`,
  backText: 'Deze stonden als opgelost en zijn er weer.',
  openAgain: 'Weer openen',
  reason: (file: string) => `weer gevonden in ${file}`,
  done: 'Gedaan; het staat in het register.',
  notAll: (count: number) => `Bij ${findings(count)} lukte dit niet. Kijk in het register waarom.`,
  problems: 'Niet alles was leesbaar',
}

export type ScanWords = typeof scanNl
