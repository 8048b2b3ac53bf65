// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'
import { dataOption } from '../instance/options.ts'

export const serveCommand: Command = {
  name: 'serve',
  operands: '',
  summary: {
    en: 'the server, with its database in a folder or at DATABASE_URL',
    nl: 'de server, met zijn database in een map of op DATABASE_URL',
  },
  options: [
    dataOption,
    {
      name: 'port',
      value: 'N',
      help: {
        en: 'port to answer on, 0 for any free one; default: 8080',
        nl: 'poort om op te antwoorden, 0 voor een vrije; anders 8080',
      },
    },
    {
      name: 'host',
      value: 'NAME',
      help: {
        en: 'address to answer on; default: 127.0.0.1',
        nl: 'adres om op te antwoorden; anders 127.0.0.1',
      },
    },
    {
      name: 'dev-token',
      value: 'ROLE:TOKEN',
      isRepeatable: true,
      help: {
        en: 'accepts this token as somebody with the role; only for trying things out',
        nl: 'neemt dit token aan als iemand met de rol; alleen om te proberen',
      },
    },
  ],
  examples: ['serve', 'serve --data /var/lib/schouw --port 80 --host 0.0.0.0'],
  load: () => import('./serve/run.ts'),
}
