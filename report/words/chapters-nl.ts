// SPDX-License-Identifier: EUPL-1.2
import type { Figure } from '@schouw/core/baseline'
import type { Tongue } from './sentence-words.ts'

type ComputedFrom = Extract<Figure['source'], { kind: 'computed' }>['from']

/** Texts of the chapters that show what was found. */
export const chaptersNl = {
  network: {
    title: 'Het netwerk',
    intro:
      'Kantoor boven, fabriek onder. Een rode lijn breekt door een wand waar geen poort hoort te zijn.',
    describe: (of: { zones: number; devices: number; forbidden: number }, say: Tongue) =>
      `${say.count(of.zones, 'zone', 'zones')} met ${say.count(of.devices, 'apparaat', 'apparaten')}; ${say.count(of.forbidden, 'verboden stroom', 'verboden stromen')}.`,
    level: (level: string) => `Niveau ${level}`,
    levelUnknown: 'Niveau ?',
    holds: {
      '5': 'internet',
      '4': 'kantoor',
      '3.5': 'tussenzone',
      '3': 'productie',
      '2': 'bediening',
      '1': 'besturing',
      '0': 'proces',
    } as Readonly<Record<string, string>>,
    holdsUnknown: 'niet bekend',
    devices: (count: number, say: Tongue) =>
      count === 0 ? 'geen apparaten gezien' : say.count(count, 'apparaat', 'apparaten'),
    others: 'overige',
    unknownRole: 'soort onbekend',
    allowed: 'toegestaan, door een poort',
    forbidden: 'verboden',
    findingMark: 'nummer van de bevinding',
    notDocumented: 'niet vastgelegd',
    wall: 'wand tussen niveaus',
    width: 'breedte: hoeveel verkeer',
    more: (count: number) => `nog ${count} stromen in de tabel`,
    caption: 'Verkeer tussen zones',
    columns: {
      from: 'Van',
      to: 'Naar',
      services: 'Via',
      packets: 'Pakketten',
      conversations: 'Gesprekken',
      verdict: 'Oordeel',
      finding: 'Bevinding',
    },
    empty: 'Niet gemeten: er zijn geen netwerkopnamen of er is geen verkeer tussen zones gezien.',
  },
  inventory: {
    title: 'Apparaten',
    intro: (of: { seen: string; registered: string | null; model: string; firmware: string }) =>
      `${of.seen} gezien; ${of.registered === null ? 'er is geen register om mee te vergelijken' : `${of.registered} staan in het register`}. Van ${of.model} kennen wij het model en van ${of.firmware} de firmware. Een leeg vak is onbekend, niet goed.`,
    noZone: 'Zonder zone',
    behind: 'achter dit apparaat',
    nothingInside: 'In de opnamen is geen apparaat van het bedrijf zelf gezien.',
    caption: 'Gezien op het netwerk',
    columns: {
      name: 'Naam',
      role: 'Soort, en waaruit dat blijkt',
      maker: 'Fabrikant en model',
      firmware: 'Firmware',
      address: 'Adres',
      register: 'Register',
    },
    notRegistered: 'niet in register',
    row: (line: number) => `regel ${line}`,
    registerOnly: 'Wel in het register, niet gezien',
    registerColumns: { name: 'Naam', zone: 'Zone', row: 'Register', why: 'Waarom' },
    notSeen: 'niet gezien',
    cannotBeSeen: 'buiten bereik van de opname of niet aangesloten',
    empty: 'Niet gemeten: er zijn geen netwerkopnamen gegeven.',
    more: (count: number) =>
      `En ${count} meer; alle apparaten staan in assets.csv en baseline.json.`,
    onlyOutside: (count: number, say: Tongue) =>
      `${say.count(count, 'adres', 'adressen')} buiten het bedrijf ${say.plural(count, 'is', 'zijn')} hier weggelaten.`,
  },
  findings: {
    title: 'Bevindingen',
    intro: (
      of: {
        findings: number
        counts: readonly { readonly name: string; readonly count: number }[]
      },
      say: Tongue,
    ) => {
      const counts = of.counts.filter(({ count }) => count > 0)
      const parts = counts.map(({ name, count }) => `${say.number(count)} ${name}`)
      return `${say.count(of.findings, 'bevinding', 'bevindingen')}: ${say.list(parts)}. Eerst per soort wat ertegen gebeurt, daarna elk geval: wat gezegd is naast wat gezien is.`
    },
    summary: 'Bevindingen per soort',
    summaryColumns: {
      kind: 'Soort',
      count: 'Aantal',
      worst: 'Zwaarste',
      action: 'Wat ertegen gebeurt',
    },
    noAction: 'nog geen actie',
    alsoActions: (count: number) => (count === 1 ? '· ook actie' : '· ook acties'),
    claimed: 'Gezegd',
    columns: {
      number: 'Nr.',
      severity: 'Ernst',
      claimed: 'Gezegd',
      seen: 'Gezien',
      proof: 'Te zien in',
    },
    lowers: 'Telt daardoor lager',
    concerns: 'Gaat over',
    frames: (capture: string, frames: string) => `${capture}\u00a0· frame\u00a0${frames}`,
    rows: (file: string, rows: string) => `${file}\u00a0· regel\u00a0${rows}`,
    moreFrames: (count: number) => `en nog ${count}`,
    moreFiles: (count: number) =>
      count === 1 ? 'en 1 ander bestand' : `en ${count} andere bestanden`,
    none: 'Er is niets gevonden dat uw gegevens tegenspreekt.',
    noneMeasured: 'Niet gemeten: zonder netwerkopnamen en antwoorden valt er niets te vergelijken.',
    detections: 'Alles wat in de opnamen opviel',
    detectionsIntro: 'Ook wat niets tegenspreekt. Of het hoort, beoordeelt een mens.',
    detectionColumns: {
      from: 'Van',
      to: 'Naar',
      via: 'Via',
      count: 'Keer',
      proof: 'Te zien in',
    },
    computedFrom: {
      inventory: 'hoofdstuk Apparaten',
      measures: 'hoofdstuk De tien zorgplichten',
      contradictions: 'hoofdstuk Bevindingen',
      risks: 'hoofdstuk Risico’s',
      suppliers: 'hoofdstuk Leveranciers',
      directors: 'hoofdstuk Wet en bestuur',
    } satisfies Readonly<Record<ComputedFrom, string>>,
  },
  risks: {
    title: 'Risico’s',
    intro: 'Wat er kan gebeuren, waarom hier, en wat het kost. Kans en gevolg lopen van 1 tot 5.',
    describe: 'Per risico een staaf van laagste tot hoogste schade in euro.',
    caption: 'Risico’s in euro en stilstand',
    columns: {
      number: 'Nr.',
      risk: 'Risico',
      likelihood: 'Kans',
      impact: 'Gevolg',
      outage: 'Stilstand',
      money: 'Schade per keer',
    },
    level: (level: number, reasons: string) => `${level} van 5: ${reasons}.`,
    loses: 'Wat u dan verliest:',
    likelihood: 'Kans',
    impact: 'Gevolg',
    findings: 'bevinding',
    actions: 'actie',
    none: 'Er is geen risico voorgesteld: er is nog te weinig gemeten.',
    jewels: 'Kroonjuwelen',
    jewelColumns: {
      process: 'Proces',
      owner: 'Eigenaar',
      cost: 'Kosten per uur',
      most: 'Mag stilliggen',
      recovery: 'Hersteldoel',
      test: 'Laatste hersteltest',
    },
  },
  suppliers: {
    title: 'Leveranciers',
    intro:
      'De leveranciers zonder wie de fabriek niet draait, en wat met hen nog niet geregeld is.',
    columns: { name: 'Leverancier', critical: 'Kritiek', gaps: 'Niet geregeld', source: 'Bron' },
    none: 'Niet gemeten: er is geen lijst van leveranciers gegeven.',
    inOrder: 'geen tekort gevonden',
  },
}
