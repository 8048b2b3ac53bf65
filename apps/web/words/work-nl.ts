// SPDX-License-Identifier: EUPL-1.2

/** Words of what is at hand on every page: searching, files, drafts, tables in and out. */
export const workNl = {
  draft: {
    kept: 'U was hier al aan het typen en bewaarde het nog niet. Wat u typte, staat er weer; wat anderen intussen wijzigden ook.',
    drop: 'Weggooien en opnieuw beginnen',
    note: 'Wat u typt, blijft in dit venster staan tot u het bewaart of weggooit.',
    cancel: 'Annuleren en weggooien',
  },
  search: {
    open: 'Zoeken',
    title: 'Zoeken in alles',
    label: 'Waar zoekt u naar?',
    help: 'Typ een naam, code, adres of woord. Met ↑ en ↓ kiest u, met Enter opent u.',
    none: (text: string) =>
      `Niets gevonden voor “${text}”. Zoek op minder of andere woorden, of op een code.`,
    count: (count: number) => (count === 1 ? '1 resultaat' : `${count} resultaten`),
    retired: 'vervallen',
    untitled: 'naam niet zichtbaar voor u',
    pages: 'Pagina’s',
  },
  files: {
    choose: 'Bestand kiezen',
    drop: 'of sleep het hierheen',
    replace: 'Ander bestand kiezen',
    busy: (name: string) => `${name} wordt bewaard`,
    remove: 'Weghalen',
    download: 'Downloaden',
    digest: 'SHA-256',
    states: {
      stored: 'bewaard',
      quarantined: 'in quarantaine',
      absent: 'alleen de vingerafdruk is bekend; het bestand zelf is hier niet gebracht',
      leaving: 'wordt verwijderd',
      erased: 'gewist',
    } as Readonly<Record<string, string>>,
    quarantine: 'Dit bestand is apart gezet en wordt niet uitgegeven.',
    doubts: {
      'type-unknown': 'Wij herkennen niet wat voor bestand dit is.',
      'type-differs': 'De inhoud is van een ander soort dan de naam zegt.',
      macros: 'Er kunnen macro’s in zitten.',
      'active-content': 'Er zit iets in dat wordt uitgevoerd als iemand het opent.',
      encrypted: 'Het is versleuteld; niemand kan erin kijken.',
      bomb: 'Het wordt bij uitpakken veel groter dan het is.',
      'container-broken': 'De inhoudsopgave van dit archief klopt niet.',
      'not-utf8': 'Het is tekst in een onbekende codering.',
    } as Readonly<Record<string, string>>,
    whatToDo:
      'Kent u de herkomst niet, breng het dan niet opnieuw. Is het goed, dan geeft een CISO die het niet zelf bracht het vrij.',
    look: 'Toch downloaden om te bekijken',
    release: 'Vrijgeven',
    releaseReason: 'Waarom mag dit bestand worden vrijgegeven?',
    released: (at: string, reason: string) => `Vrijgegeven op ${at}: ${reason}`,
    own: 'U bracht dit bestand zelf. Iemand anders moet het vrijgeven.',
  },
  tables: {
    title: 'Spreadsheet',
    exportCsv: 'Deze lijst als CSV',
    exportXlsx: 'Deze lijst als Excel',
    template: 'Leeg sjabloon',
    import: 'Spreadsheet inlezen',
  },
}

/** What a refusal as a whole comes to, where it is not about a field. */
export const problemsNl: Readonly<Record<string, string>> = {
  'field-refused': 'Een of meer velden kloppen nog niet. Er is niets bewaard.',
  'body-refused': 'Wat u stuurde, kan niet worden gelezen zoals het is.',
  'query-refused': 'Deze vraag kan niet worden gelezen.',
  'file-empty': 'Dit bestand is leeg.',
  'file-too-large': 'Dit bestand is te groot voor wat het is.',
  'file-quarantined': 'Dit bestand is apart gezet tot iemand ernaar heeft gekeken.',
  'file-not-quarantined': 'Dit bestand staat niet meer in quarantaine.',
  'file-absent': 'Dit bestand is hier niet gebracht.',
  'digest-differs': 'Het bestand kwam niet ongeschonden aan. Breng het opnieuw.',
  'upload-stalled': 'Het bestand kwam niet helemaal aan. Breng het opnieuw.',
  'body-too-large': 'Dit is te groot.',
  'import-state': 'Deze import is intussen verder. De pagina toont weer hoe hij ervoor staat.',
  'import-moved':
    'De registers zijn sinds de proef veranderd, en dat maakt verschil. Er is niets geschreven; kijk opnieuw.',
  stopped: 'Iemand heeft dit gestopt voordat het klaar was.',
  'registers-in-use':
    'Er staat al iets in de registers. Een nulmeting laadt u één keer, in een lege organisatie. Breng losse lijsten en bronnen hier wel.',
  'last-factor': 'Dit is uw laatste tweede factor. Maak eerst een andere.',
  'own-change': 'Iemand anders moet dit goedkeuren.',
  'natural-key-taken': 'Er is al een regel met deze code.',
  'illegal-transition': 'Vanuit deze status kan dat niet.',
  'still-referenced': 'Andere regels steunen hierop.',
  'under-hold': 'Een bewaarbevel houdt dit vast.',
  'out-of-order': 'De andere regels van het orgaan zeggen iets anders.',
  'restart-not-accepted':
    'Van een lijn die stilstond zegt het logboek nog niet dat zij weer mag draaien. Laat haar eigenaar dat doen, of geef haar vrij in de incidentruimte.',
  'reason-missing': 'Geef een reden.',
  'too-many': 'Er is er al een onderweg. Wacht tot die klaar is.',
  'moment-ahead': 'Zo ver is het logboek nog niet.',
}
