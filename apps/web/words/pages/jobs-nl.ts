// SPDX-License-Identifier: EUPL-1.2
import type { Job } from '../../data/jobs.ts'

export interface JobsWords {
  readonly title: string
  readonly intro: string
  readonly all: string
  readonly going: string
  readonly quiet: string
  readonly ended: string
  readonly noneEnded: string
  readonly what: string
  readonly by: string
  readonly began: string
  readonly state: string
  readonly progress: string
  readonly stop: string
  readonly stopping: string
  readonly open: string
  readonly names: Readonly<Record<Job['name'], string>>
  readonly states: Readonly<Record<Job['state'], string>>
  readonly leaves: Readonly<Record<Job['leaves'], string>>
  readonly left: Readonly<Record<Job['leaves'], string>>
  readonly lost: string
  readonly counted: (done: string, total: string | null, of: Units) => string
  readonly uncounted: string
  /** A first state of which nothing is written yet. */
  readonly measuring: string
  readonly stoppedFirst: string
}

type Units = NonNullable<Job['progress']>['of']

const units: Readonly<Record<Units, string>> = {
  documents: 'berichten',
  devices: 'apparaten en programma’s',
  rows: 'rijen',
  records: 'records',
  years: 'jaren',
}

export const jobsNl: JobsWords = {
  title: 'Lopend werk',
  intro: 'Werk dat even duurt en waarop iemand wacht. U kunt de pagina verlaten: het gaat door.',
  all: 'U ziet het werk van de hele organisatie. Anderen zien alleen hun eigen werk.',
  going: 'Nu bezig',
  quiet: 'Er loopt niets. Een import, een grote export of een berekening verschijnt hier vanzelf.',
  ended: 'Laatst afgelopen',
  noneEnded: 'Nog niets.',
  what: 'Wat',
  by: 'Gevraagd door',
  began: 'Begonnen',
  state: 'Stand',
  progress: 'Hoe ver',
  stop: 'Stoppen',
  stopping: 'Stopt zo',
  open: 'Bekijk',
  names: {
    'advisories-import': 'Beveiligingsberichten inlezen',
    'advisories-fetch': 'Beveiligingsberichten ophalen',
    'advisories-match': 'Apparaten naast beveiligingsberichten leggen',
    'import-judge': 'Tabel proef inlezen',
    'import-write': 'Tabel in het register schrijven',
    'import-undo': 'Import terugdraaien',
    export: 'Register naar een bestand schrijven',
    simulation: 'Verlies per jaar berekenen',
    source: 'Bestand van een ander systeem lezen',
    'first-state': 'Eerste stand laden',
    other: 'Ander werk',
  },
  states: {
    waiting: 'wacht op zijn beurt',
    active: 'bezig',
    done: 'klaar',
    failed: 'mislukt',
    cancelled: 'gestopt',
    lost: 'afgebroken',
  },
  leaves: {
    nothing: 'Stopt u, dan blijft er niets van achter.',
    undoable: 'Stopt u, dan blijft staan wat al geschreven is; dat draait u bij de import terug.',
    done: 'Stopt u, dan blijft wat al gedaan is; de rest volgt als u het opnieuw begint.',
  },
  left: {
    nothing: 'Er bleef niets van achter.',
    undoable: 'Wat al geschreven was, staat er nog.',
    done: 'Wat al gedaan was, staat er nog.',
  },
  lost: 'De server die dit deed is gestopt. Begin het opnieuw.',
  counted: (done, total, of) =>
    total === null ? `${done} ${units[of]}` : `${done} van ${total} ${units[of]}`,
  uncounted: 'nog niets te tellen',
  measuring: 'Er worden bestanden gelezen en gemeten; er is nog niets geschreven.',
  stoppedFirst: 'Gestopt. Er staat niets van in de registers; u kunt opnieuw beginnen.',
}
