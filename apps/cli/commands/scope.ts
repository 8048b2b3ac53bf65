// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const scopeCommand: Command = {
  name: 'scope',
  operands: 'FILE',
  summary: {
    en: 'whether and how the law applies to a company, with grounds',
    nl: 'of en hoe de wet voor een bedrijf geldt, met de gronden',
  },
  options: [
    {
      name: 'json',
      help: { en: 'the complete answer as JSON', nl: 'het volledige antwoord als JSON' },
    },
  ],
  examples: ['scope organisation.yaml', 'scope cases.json --json'],
  load: () => import('./scope/run.ts'),
}
