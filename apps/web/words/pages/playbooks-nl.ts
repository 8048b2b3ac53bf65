// SPDX-License-Identifier: EUPL-1.2

export const playbooksNl = {
  back: 'Als het gebeurt',
  version: (number: number) => `versie ${number}`,
  draft: 'Dit is een concept. In een crisis telt wat is goedgekeurd: laat een tweede meelezen.',
  lapsed: 'De tekst is veranderd na de goedkeuring. Laat hem opnieuw goedkeuren.',
  approve: 'Vraag goedkeuring',
  waits: 'Dit wacht op een tweede.',
  trigger: 'Pak dit erbij als',
  mandate: 'Wie wat mag',
  safe: 'Eerst een veilige stand, dan pas de techniek. Begin met de stap die mensen en machines beschermt.',
  steps: 'Stappen',
  number: (number: number) => `Stap ${number}`,
  text: 'Wat',
  by: 'Door',
  within: 'Binnen, uren',
  decides: 'Vraagt een besluit',
  stops: 'Kan de productie stoppen',
  up: 'Omhoog',
  remove: 'Weg',
  add: 'Stap toevoegen',
  edit: 'Stappen aanpassen',
  save: 'Bewaren als nieuwe versie',
  cancel: 'Niet bewaren',
  withinHours: (term: string) => `binnen ${term}`,
  isolation: 'Afsluiten',
  isolationHelp:
    'De zones van dit draaiboek, met wat u sluit en de kleinste snede als de zone zelf niet dicht kan.',
  noZones: 'Bij dit draaiboek staan geen zones. Zet ze erbij, dan staat hier wat u sluit.',
  order: 'Volgorde van herstel',
  register: 'Gegevens en geschiedenis',
  history: 'Elke versie staat in het logboek; wie wat veranderde is terug te lezen.',
  owner: 'Zonder eigenaar kan het niet worden goedgekeurd. Zet die er eerst bij.',
}

export type PlaybookWords = typeof playbooksNl
