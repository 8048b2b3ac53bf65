// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const demoCommand: Command = {
  name: 'demo',
  operands: '',
  summary: {
    en: 'the example factory: its report, and then to look around in',
    nl: 'de voorbeeldfabriek: haar rapport, en dan om in rond te kijken',
  },
  options: [
    {
      name: 'data',
      value: 'DIR',
      help: {
        en: 'folder to write to; default: a throw-away one',
        nl: 'map om in te schrijven; anders een wegwerpmap',
      },
    },
    {
      name: 'port',
      value: 'N',
      help: {
        en: 'port to answer on; default: 8080, or any other when it is taken',
        nl: 'poort om op te antwoorden; anders 8080, of een andere als die bezet is',
      },
    },
    {
      name: 'once',
      help: { en: 'end after the report', nl: 'eindig na het rapport' },
    },
  ],
  examples: ['demo', 'demo --once --data out --lang en'],
  load: () => import('../nulmeting/demo.ts'),
}
