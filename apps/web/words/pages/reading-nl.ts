// SPDX-License-Identifier: EUPL-1.2

export const readingNl = {
  title: 'Te lezen',
  intro:
    'Beleid dat over uw werk gaat. Lees het en bevestig het; dat wordt vastgelegd met uw naam en de dag.',
  none: 'Er is u niets te lezen gevraagd.',
  done: 'Gelezen',
  version: (version: string) => `Versie ${version}`,
  due: (day: string) => `Uiterlijk ${day}`,
  short: 'In het kort',
  changes: 'Wat er anders is',
  text: 'De tekst',
  file: (name: string) => `Open ${name}`,
  noText: 'De tekst is hier niet te tonen. Vraag haar aan wie u deze link gaf.',
  confirm: 'Ik heb dit gelezen',
  confirmHelp: 'U bevestigt dat u de tekst las. U zegt daarmee niet dat u het ermee eens bent.',
  read: (at: string) => `U hebt dit gelezen op ${at}. Dank u.`,
  over: 'Deze tekst geldt niet meer. U hoeft niets te bevestigen.',
  hello: (name: string, organisation: string) => `${name}, ${organisation} vraagt u dit te lezen.`,
  own: 'Deze link is van u alleen. Hij opent deze tekst en niets anders.',
  until: (at: string) => `Geldig tot ${at}.`,
  gone: {
    title: 'Deze link werkt niet',
    text: 'Hij is verlopen, ingetrokken of niet volledig gekopieerd. Vraag een nieuwe aan wie hem u gaf.',
  },
}

export type ReadingWords = typeof readingNl
