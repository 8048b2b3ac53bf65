// SPDX-License-Identifier: EUPL-1.2

export const kpisNl = {
  title: 'Kengetallen',
  intro:
    'Waar het bestuur op stuurt. Schouw telt zelf wat uit de registers te tellen is; wat niemand weet, is nooit groen.',
  summary: (of: { readonly off: number; readonly unknown: number; readonly all: number }) =>
    `Van ${of.all} kengetallen wijken er ${of.off} af; van ${of.unknown} is de stand niet bekend.`,
  defaults:
    'Grenzen met een * zijn een voorzet van Schouw. Geen wet stelt ze; het bestuur stelt zijn eigen grenzen vast.',
  columns: {
    figure: 'Kengetal',
    value: 'Waarde',
    green: 'Groen',
    amber: 'Oranje',
    standing: 'Stand',
    trend: 'Verloop',
    source: 'Herkomst',
  },
  units: {
    percent: '%',
    count: '',
    hours: 'uur',
    days: 'dagen',
    months: 'maanden',
    euro: '€',
    level: '',
  } as Readonly<Record<string, string>>,
  of: (part: number, whole: number) => `${part} van ${whole}`,
  missing: (count: number) =>
    count === 1 ? 'van 1 is niets bekend' : `van ${count} is niets bekend`,
  marks: { green: '●', amber: '▲', red: '■', unknown: '?', no_limit: '–' },
  atMost: 'hoogstens',
  atLeast: 'minstens',
  counted: 'geteld door Schouw',
  said: 'opgegeven',
  notCounted: 'nog niet vastgelegd',
  trendOf: (name: string) => `Verloop van ${name}`,
  trendText: (values: string) => `Van oud naar nieuw: ${values}.`,
  noTrend: 'geen eerdere waarden',
  when: 'Keer',
  adopt: 'In gebruik nemen',
  adoptHelp: 'Komt in het register met deze grenzen; een bestuurder bevestigt.',
  record: 'Waarde vastleggen',
  defined: 'Zo wordt geteld',
}

export type KpiWords = typeof kpisNl
