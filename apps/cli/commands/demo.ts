// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const demoCommand: Command = {
  name: 'demo',
  operands: '',
  summary: {
    en: 'the example factory, from its folder to its report',
    nl: 'de voorbeeldfabriek, van map tot rapport',
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
      name: 'once',
      help: { en: 'end after the report', nl: 'eindig na het rapport' },
    },
  ],
  examples: ['demo', 'demo --data out --lang en'],
  load: () => import('../nulmeting/demo.ts'),
}
