// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'
import { dataOption, newFileOption } from '../instance/options.ts'

export const dossierCommand: Command = {
  name: 'dossier',
  operands: '',
  summary: {
    en: 'what was decided and how it is proven, in one file that anyone checks offline',
    nl: 'wat besloten is en hoe dat bewezen is, in één bestand dat iedereen offline controleert',
  },
  options: [
    dataOption,
    newFileOption,
    {
      name: 'scope',
      value: 'SCOPE',
      help: {
        en: 'for whom: regulator (default), insurer, customer or director',
        nl: 'voor wie: regulator (anders), insurer, customer of director',
      },
    },
    {
      name: 'person',
      value: 'ID',
      help: { en: 'whose defence: a person', nl: 'van wie het verweer is: een persoon' },
    },
    {
      name: 'from',
      value: 'DATE',
      help: { en: 'first day; default: a year before', nl: 'eerste dag; anders een jaar eerder' },
    },
    {
      name: 'until',
      value: 'DATE',
      help: { en: 'last day; default: today', nl: 'laatste dag; anders vandaag' },
    },
    {
      name: 'names',
      help: {
        en: 'names of people beside the numbers that stand for them',
        nl: 'namen van mensen naast de nummers die voor hen staan',
      },
    },
    {
      name: 'withhold',
      value: 'WHAT',
      isRepeatable: true,
      help: {
        en: 'hold back a register, a record, a slot (person:personal-phone) or personal',
        nl: 'houd een register, gegeven, vak (person:personal-phone) of personal achter',
      },
    },
    {
      name: 'organisation',
      value: 'NAME',
      help: { en: 'which one, where there are several', nl: 'welke, als er meer zijn' },
    },
    {
      name: 'json',
      help: { en: 'what was made, as JSON', nl: 'wat er gemaakt is, als JSON' },
    },
  ],
  examples: [
    'dossier --out quarter.asice --from 2026-07-01 --until 2026-09-30',
    'dossier --out insurer.asice --scope insurer --withhold incident',
  ],
  load: () => import('./dossier/run.ts'),
}
