// SPDX-License-Identifier: EUPL-1.2
// Words of the summary that `schouw inspect` prints. Roles and detections have theirs in report.
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
  readonly unseen: string
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
  unseen: 'What this recording does not show',
  andMore: (count) => `… and ${count} more (--json has all)`,
  range: 'Site ranges',
  advice: {
    let_engineer_browse: ({ controllers, without_model }) =>
      `${without_model} of ${controllers} controllers and field devices do not state a model. Let an engineer browse the network for ten minutes from the engineering station while the recording runs.`,
    few_models: ({ assets, with_model }) =>
      `${with_model} of ${assets} devices state a model. Passive traffic states little: add days, or an export.`,
    import_engineering_export: ({ assets, with_firmware }) =>
      `${with_firmware} of ${assets} devices state a firmware version. An export from the engineering software has the rest.`,
    mirror_elsewhere: ({ silent }) =>
      `${silent} devices are named or addressed but never speak here. A mirror port on another switch would show them.`,
    mirror_both_directions: ({ one_way, conversations }) =>
      `${one_way} of ${conversations} connections show one direction only. Let the mirror port copy both.`,
    encrypted_control_traffic: ({ conversations }) =>
      `${conversations} control connections are encrypted: who talks to whom is visible, what they say is not.`,
    listen_longer: ({ seconds }) =>
      `The recording lasts ${seconds} seconds. What speaks once an hour or once a shift is not in it.`,
    swept_addresses: ({ addresses }) =>
      `${addresses} addresses were only tried by a sweep and are not listed.`,
    left_out: ({ what, left_out, limit }) =>
      `${left_out} ${what} beyond the bound of ${limit} were left out.`,
  },
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
  unseen: 'Wat deze opname niet laat zien',
  andMore: (count) => `… en nog ${count} (--json heeft alles)`,
  range: 'Adresreeksen van de locatie',
  advice: {
    let_engineer_browse: ({ controllers, without_model }) =>
      `${without_model} van ${controllers} besturingen en veldapparaten noemen geen model. Laat een engineer tien minuten vanaf het engineeringstation door het netwerk bladeren terwijl de opname loopt.`,
    few_models: ({ assets, with_model }) =>
      `${with_model} van ${assets} apparaten noemen een model. Meeluisteren levert weinig: voeg dagen toe, of een export.`,
    import_engineering_export: ({ assets, with_firmware }) =>
      `${with_firmware} van ${assets} apparaten noemen een firmwareversie. Een export uit de engineeringsoftware heeft de rest.`,
    mirror_elsewhere: ({ silent }) =>
      `${silent} apparaten worden genoemd of aangesproken maar spreken hier nooit. Een spiegelpoort op een andere switch zou ze laten zien.`,
    mirror_both_directions: ({ one_way, conversations }) =>
      `${one_way} van ${conversations} verbindingen zijn maar in één richting te zien. Laat de spiegelpoort beide richtingen kopiëren.`,
    encrypted_control_traffic: ({ conversations }) =>
      `${conversations} besturingsverbindingen zijn versleuteld: wie met wie praat is te zien, wat zij zeggen niet.`,
    listen_longer: ({ seconds }) =>
      `De opname duurt ${seconds} seconden. Wat eens per uur of eens per ploeg spreekt, staat er niet in.`,
    swept_addresses: ({ addresses }) =>
      `${addresses} adressen zijn alleen door een zoekronde geprobeerd en staan niet in de lijst.`,
    left_out: ({ what, left_out, limit }) =>
      `${left_out} ${what} boven de grens van ${limit} zijn weggelaten.`,
  },
}

export const summaryWords: Readonly<Record<Language, SummaryWords>> = { en, nl }
