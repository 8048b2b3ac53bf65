// SPDX-License-Identifier: EUPL-1.2
import type { KpiWords } from './kpis-nl.ts'

export const kpisEn: KpiWords = {
  title: 'Figures',
  intro:
    'What the board steers by. Schouw counts what the registers can tell; what nobody knows is never green.',
  summary: (of) =>
    `Of ${of.all} figures ${of.off} are off their limit; of ${of.unknown} the standing is not known.`,
  defaults:
    'Limits with a * are a proposal of Schouw. No law sets them; the board sets limits of its own.',
  columns: {
    figure: 'Figure',
    value: 'Value',
    green: 'Green',
    amber: 'Amber',
    standing: 'Standing',
    trend: 'Course',
    source: 'Origin',
  },
  units: {
    percent: '%',
    count: '',
    hours: 'hours',
    days: 'days',
    months: 'months',
    euro: '€',
    level: '',
  },
  of: (part, whole) => `${part} of ${whole}`,
  missing: (count) => (count === 1 ? 'nothing known of 1' : `nothing known of ${count}`),
  marks: { green: '●', amber: '▲', red: '■', unknown: '?', no_limit: '–' },
  atMost: 'at most',
  atLeast: 'at least',
  counted: 'counted by Schouw',
  said: 'reported',
  notCounted: 'not recorded yet',
  trendOf: (name) => `Course of ${name}`,
  trendText: (values) => `From old to new: ${values}.`,
  noTrend: 'no earlier values',
  when: 'Time',
  adopt: 'Put in use',
  adoptHelp: 'Enters the register with these limits; a director confirms.',
  record: 'Record a value',
  defined: 'How it is counted',
}
