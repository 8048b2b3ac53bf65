// SPDX-License-Identifier: EUPL-1.2
// Words of the summary that `schouw inspect` prints. Roles and detections have theirs in report.
import { captureAdvice, mirrorWords } from '@schouw/report/captures'
import type { Language } from '../language.ts'

type Facts = Readonly<Record<string, string | number>>

interface SummaryWords {
  readonly packets: string
  readonly captures: string
  readonly devices: string
  readonly deviceColumns: readonly string[]
  readonly silent: string
  readonly outside: string
  readonly unknown: string
  readonly signals: string
  readonly noSignals: string
  readonly signalColumns: readonly string[]
  readonly targets: (count: number) => string
  readonly alsoReads: string
  readonly talk: string
  readonly talkColumns: readonly string[]
  readonly protocols: string
  readonly unknownTraffic: string
  readonly unseen: string
  readonly mirror: string
  readonly mirrorWell: (count: number) => string
  readonly signs: (typeof mirrorWords)[Language]
  readonly andMore: (count: number) => string
  readonly range: string
  readonly advice: Readonly<Record<string, (facts: Facts) => string>>
}

const en: SummaryWords = {
  packets: 'packets',
  captures: 'Captures',
  devices: 'Devices',
  deviceColumns: ['Address', 'Name', 'Maker', 'Model', 'Firmware', 'Role', 'Level'],
  silent: 'Addressed or named by others, silent here',
  outside: 'Outside the site',
  unknown: '?',
  signals: 'To judge',
  noSignals: 'Nothing found that a person must judge.',
  signalColumns: ['What', 'From', 'To', 'Times', 'Details', 'First frame'],
  targets: (count) => `${count} devices`,
  alsoReads: 'reads them all the time too',
  talk: 'Factory conversations',
  talkColumns: ['From', 'To', 'Service', 'Packets', 'Operations'],
  protocols: 'Protocols',
  unknownTraffic: 'Not recognised, by port and first bytes (packets)',
  unseen: 'What this recording does not show',
  mirror: 'Did the mirror port see what it should?',
  mirrorWell: (count) => (count === 1 ? 'One sign is in order.' : `${count} signs are in order.`),
  signs: mirrorWords.en,
  andMore: (count) => `… and ${count} more (--json has all)`,
  range: 'Site ranges',
  advice: captureAdvice.en,
}

const nl: SummaryWords = {
  packets: 'pakketten',
  captures: 'Opnamen',
  devices: 'Apparaten',
  deviceColumns: ['Adres', 'Naam', 'Maker', 'Model', 'Firmware', 'Rol', 'Niveau'],
  silent: 'Door anderen aangesproken of genoemd, hier stil',
  outside: 'Buiten de locatie',
  unknown: '?',
  signals: 'Te beoordelen',
  noSignals: 'Niets gevonden dat een mens moet beoordelen.',
  signalColumns: ['Wat', 'Van', 'Naar', 'Keer', 'Bijzonderheden', 'Eerste frame'],
  targets: (count) => `${count} apparaten`,
  alsoReads: 'leest ze ook voortdurend',
  talk: 'Gesprekken in de fabriek',
  talkColumns: ['Van', 'Naar', 'Dienst', 'Pakketten', 'Opdrachten'],
  protocols: 'Protocollen',
  unknownTraffic: 'Niet herkend, naar poort en eerste bytes (pakketten)',
  unseen: 'Wat deze opname niet laat zien',
  mirror: 'Zag de spiegelpoort wat hij moest zien?',
  mirrorWell: (count) => (count === 1 ? 'Eén teken is in orde.' : `${count} tekens zijn in orde.`),
  signs: mirrorWords.nl,
  andMore: (count) => `… en nog ${count} (--json heeft alles)`,
  range: 'Adresreeksen van de locatie',
  advice: captureAdvice.nl,
}

export const summaryWords: Readonly<Record<Language, SummaryWords>> = { en, nl }
