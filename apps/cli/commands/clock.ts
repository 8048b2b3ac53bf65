// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const clockCommand: Command = {
  name: 'clock',
  operands: 'FILE',
  summary: {
    en: 'which reports are due for incidents, to whom and until which minute',
    nl: 'welke meldingen over incidenten moeten, aan wie en tot welke minuut',
  },
  options: [
    {
      name: 'json',
      help: {
        en: 'the complete answer as JSON (docs/formats/clock.md)',
        nl: 'het volledige antwoord als JSON (docs/formats/clock.md)',
      },
    },
    {
      name: 'as-of',
      value: 'INSTANT',
      help: {
        en: 'look at it as at this instant, such as 2026-11-05T21:38:00+01:00; otherwise now',
        nl: 'kijk als op dit moment, zoals 2026-11-05T21:38:00+01:00; anders nu',
      },
    },
    {
      name: 'fail-on',
      value: 'STATUS,…',
      isRepeatable: true,
      help: {
        en: 'exit with 1 when a report is in one of these states: overdue, sent_late, due, …',
        nl: 'eindig met 1 als een melding in een van deze toestanden is: overdue, sent_late, due, …',
      },
    },
  ],
  examples: ['clock incidents.json', 'clock incidents.yaml --json --fail-on overdue,sent_late'],
  load: () => import('./clock/run.ts'),
}
