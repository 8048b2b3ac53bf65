// SPDX-License-Identifier: EUPL-1.2

export const continuityNl = {
  title: 'Terugkomen',
  intro:
    'Hoe lang mag elk proces stilstaan, hoeveel werk mag verloren gaan, en wat hebt u daarvan gemeten. Een kopie telt pas als er iets uit is teruggekomen.',
  answer: (counts: {
    readonly missed: number
    readonly unmeasured: number
    readonly overdue: number
  }) => {
    const parts = [
      counts.missed === 0
        ? 'Geen enkel gemeten proces haalt zijn doel niet.'
        : counts.missed === 1
          ? 'Eén proces haalt zijn doel niet.'
          : `${counts.missed} processen halen hun doel niet.`,
      counts.unmeasured === 0
        ? ''
        : counts.unmeasured === 1
          ? 'Van één is het niet of niet helemaal gemeten.'
          : `Van ${counts.unmeasured} is het niet of niet helemaal gemeten.`,
      counts.overdue === 0
        ? ''
        : counts.overdue === 1
          ? 'Eén hersteltest is gemist, mislukt of over tijd.'
          : `${counts.overdue} hersteltesten zijn gemist, mislukt of over tijd.`,
    ]
    return parts.filter((one) => one !== '').join(' ')
  },
  board: (
    counts: {
      readonly backups: number
      readonly overdue: number
      readonly failed: number
      readonly never: number
    },
    missed: number,
  ) => {
    if (counts.backups === 0)
      return 'Er staat geen kopie in het register: of u terugkomt, is niet bekend.'
    const parts = [
      counts.failed === 0 ? null : `${counts.failed} mislukt`,
      counts.overdue + missed === 0 ? null : `${counts.overdue + missed} over tijd of gemist`,
      counts.never === 0 ? null : `${counts.never} nog nooit gedaan`,
    ].filter((one) => one !== null)
    return parts.length === 0
      ? `Van alle ${counts.backups} kopieën is binnen de termijn iets teruggekomen.`
      : `Hersteltesten van ${counts.backups} kopieën: ${parts.join(', ')}.`
  },
  impact: 'Wat elk proces kan hebben',
  impactHelp:
    'Gewenst naast gemeten, in uren. Gemeten is het traagste van wat moet terugkomen, uit de laatste hersteltest van elk.',
  noProcesses:
    'Er staat nog geen proces in het register. Begin met de lijn die u het minst kunt missen: hoe lang mag die stilstaan voordat het u klanten kost?',
  columns: {
    process: 'Proces',
    rto: 'Terug binnen',
    rpo: 'Werk kwijt',
    mtd: 'Langste stilstand',
    tested: 'Rust op',
    gaps: 'Wat ontbreekt',
  },
  wanted: (hours: string) => `gewenst ${hours} u`,
  measured: (hours: string) => `gemeten ${hours} u`,
  happenedHours: (hours: string) => `${hours} u bij het laatste incident`,
  noTarget: 'geen doel gesteld',
  unmeasured: 'niet gemeten',
  verdicts: {
    met: 'gehaald',
    partly: 'deels getest',
    missed: 'niet gehaald',
    unmeasured: 'niet gemeten',
    no_target: 'geen doel',
  },
  tests: (count: number) => (count === 1 ? '1 hersteltest' : `${count} hersteltesten`),
  noTests: 'geen hersteltest',
  failed: (count: number) => (count === 1 ? '1 kwam niet terug' : `${count} kwamen niet terug`),
  withoutBackup: (count: number) =>
    count === 1 ? '1 apparaat zonder kopie' : `${count} apparaten zonder kopie`,
  untested: (count: number) =>
    count === 1 ? '1 apparaat nooit getest' : `${count} apparaten nooit getest`,
  nothing: 'niets',
  copies: 'Herstel van de fabriek, even stevig als dat van het kantoor',
  copiesHelp:
    'Van elk soort apparaat: is er een kopie van wat u nodig hebt om het opnieuw te maken, staat die los, en kwam er binnen de termijn iets uit terug.',
  copyColumns: {
    what: 'Kopie van',
    devices: 'Apparaten',
    copied: 'Met kopie',
    apart: 'Los van het net',
    tested: 'Getest',
    missing: 'Zonder kopie',
  },
  what: {
    control_program: 'Programma’s van PLC, robot en CNC',
    hmi_project: 'HMI-projecten en engineeringstations',
    drive_parameters: 'Parameters van aandrijvingen',
    network_configuration: 'Instellingen van switches, routers en firewalls',
    server_image: 'Servers en historian',
  },
  backups: 'Kopieën',
  noBackups:
    'Er staat nog geen kopie in het register. Een goede eerste: de projecten van de PLC’s van uw belangrijkste lijn, op een schijf die niet aan het net hangt.',
  backupColumns: {
    name: 'Kopie',
    run: 'Laatst gelukt',
    apart: 'Los',
    test: 'Hersteltest',
    due: 'Volgende test',
  },
  run: {
    fresh: 'op tijd',
    late: 'te oud',
    failed: 'laatste keer mislukt',
  },
  runUnknown: 'niet bekend',
  apart: { apart: 'los', not_apart: 'bereikbaar vanaf het net' },
  apartUnknown: 'niet bekend',
  unchangeable: 'onveranderbaar',
  test: {
    current: 'gelukt',
    overdue: 'over tijd',
    failed: 'mislukt',
    never: 'nog nooit',
  },
  testTook: (hours: string, on: string) => `${on}, in ${hours} u`,
  noTerm: 'geen termijn gesteld; een jaar aangehouden',
  newBackup: 'Kopie toevoegen',
  newTest: 'Hersteltest vastleggen',
  missed: 'Gemiste hersteltesten',
  missedOn: (day: string) => `gepland op ${day}`,
  order: 'Volgorde van herstel',
  orderHelp:
    'Wat waarop wacht, volgt uit de processen. Wat tegelijk kan, staat in dezelfde ronde; wie het kortst mag stilstaan eerst.',
  orderColumns: { wave: 'Ronde', process: 'Proces', waits: 'Wacht op', mtd: 'Mag stilstaan' },
  circle: 'wacht op zichzelf: kies waar u begint',
  hours: (hours: string) => `${hours} u`,
  bring: {
    title: 'Rapport van back-upsoftware inlezen',
    help: 'Een CSV van Veeam, Acronis of Windows Server Backup, de JSON van restic of Borg, of de mail die na een taak komt, bewaard als .eml: de tabel die erbij zit, anders wat het onderwerp zegt.',
    choose: 'Kies het bestand',
    hint: 'CSV, JSON of de mail (.eml); of sleep het hierheen',
    tooLarge: 'Dit bestand is te groot. Neem een kortere periode.',
    runs: (count: number, unfinished: number) =>
      `${count === 1 ? '1 keer' : `${count} keer`} gelopen${unfinished === 0 ? '' : `, ${unfinished} nog bezig`}.`,
    outcome: { passed: 'gelukt', partly: 'met waarschuwing', failed: 'mislukt' },
    isNew: 'nieuw',
    isOld: 'staat er al',
    unknown:
      'Geen kopie in het register heeft deze naam. Zet de naam bij de kopie en lees opnieuw in:',
    ambiguous: 'Meer dan één kopie heeft deze naam; er verandert niets:',
    problem: (line: number | null, found: string) =>
      `${line === null ? '' : `Regel ${line}: `}niet te lezen, er stond ${found}.`,
    keep: 'Vastleggen',
    cancel: 'Niet nu',
    kept: (count: number) =>
      count === 0
        ? 'Er was niets nieuws.'
        : count === 1
          ? 'Eén kopie is bijgewerkt.'
          : `${count} kopieën zijn bijgewerkt.`,
    columns: { job: 'Taak', name: 'Kopie', last: 'Laatste keer', outcome: 'Uitkomst' },
  },
}

export type ContinuityWords = typeof continuityNl
