// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const nulmetingCommand: Command = {
  name: 'nulmeting',
  operands: 'DIR',
  summary: {
    en: 'the baseline of a factory folder: report, figures, inventory, actions, network picture',
    nl: 'de nulmeting van een fabrieksmap: rapport, cijfers, inventaris, acties, netwerktekening',
  },
  options: [
    {
      name: 'out',
      value: 'OUT',
      help: {
        en: 'folder to write to; made when it is not there',
        nl: 'map om in te schrijven; wordt zo nodig gemaakt',
      },
    },
    {
      name: 'as-of',
      value: 'INSTANT',
      help: {
        en: 'moment to judge by, such as 2026-11-21 or 2026-11-21T12:00:00+01:00; default: the last one in the inputs',
        nl: 'moment van de meting, zoals 2026-11-21 of 2026-11-21T12:00:00+01:00; anders het laatste in de invoer',
      },
    },
    {
      name: 'compare',
      value: 'EARLIER.json',
      help: {
        en: 'baseline.json of an earlier time: shows what changed',
        nl: 'baseline.json van eerder: laat zien wat er veranderd is',
      },
    },
    {
      name: 'site-range',
      value: 'CIDR',
      isRepeatable: true,
      help: {
        en: 'addresses of your own site, beside those in organisation.yaml; may be repeated',
        nl: 'adressen van uw eigen locatie, naast die in organisation.yaml; mag herhaald worden',
      },
    },
    {
      name: 'json',
      help: {
        en: 'the baseline on standard output as well',
        nl: 'de meting ook op de standaarduitvoer',
      },
    },
  ],
  examples: [
    'nulmeting examples/factory --out out',
    'nulmeting my-factory --out out --lang en --compare last-year/baseline.json',
  ],
  load: () => import('../nulmeting/run.ts'),
}
