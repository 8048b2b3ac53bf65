// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const simulateCommand: Command = {
  name: 'simulate',
  operands: 'FILE',
  summary: {
    en: 'what risks cost in euros a year: expected, in bad years, and what matters most',
    nl: 'wat risico’s per jaar in euro’s kosten: verwacht, in slechte jaren, en wat het meest telt',
  },
  options: [
    {
      name: 'json',
      help: {
        en: 'the complete answer as JSON (docs/formats/simulate.md)',
        nl: 'het volledige antwoord als JSON (docs/formats/simulate.md)',
      },
    },
    {
      name: 'years',
      value: 'N',
      help: {
        en: 'years to simulate, instead of those of the file',
        nl: 'te simuleren jaren, in plaats van die van het bestand',
      },
    },
    {
      name: 'seed',
      value: 'N',
      help: {
        en: 'seed, instead of that of the file',
        nl: 'seed, in plaats van die van het bestand',
      },
    },
    {
      name: 'workers',
      value: 'N',
      help: {
        en: 'processors to use; the figures are the same for any number',
        nl: 'te gebruiken processoren; de cijfers zijn voor elk aantal gelijk',
      },
    },
  ],
  examples: ['simulate risks.json', 'simulate risks.yaml --years 1000000 --json'],
  load: () => import('./simulate/run.ts'),
}
