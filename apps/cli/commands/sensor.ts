// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const sensorCommand: Command = {
  name: 'sensor',
  operands: 'SOURCE',
  summary: {
    en: 'judges packets where they are and delivers what a person must look at',
    nl: 'beoordeelt pakketten ter plaatse en levert af waar iemand naar moet kijken',
  },
  options: [
    {
      name: 'site',
      value: 'NAME',
      help: { en: 'stands in front of every alert', nl: 'staat voor elke melding' },
    },
    {
      name: 'hub',
      value: 'URL',
      help: {
        en: 'address that the hub gave with the key; without it everything waits on disk',
        nl: 'adres dat de hub bij de sleutel gaf; zonder wacht alles op schijf',
      },
    },
    {
      name: 'key-file',
      value: 'FILE',
      help: { en: 'file with that key', nl: 'bestand met die sleutel' },
    },
    {
      name: 'spool',
      value: 'FILE',
      help: {
        en: 'what waits for the hub; default: sensor.spool',
        nl: 'wat op de hub wacht; anders sensor.spool',
      },
    },
    {
      name: 'baseline',
      value: 'FILE',
      help: {
        en: 'approved traffic baseline: only what departs from it is delivered',
        nl: 'goedgekeurd gewoon verkeer: alleen wat afwijkt wordt afgeleverd',
      },
    },
    {
      name: 'every',
      value: 'SECONDS',
      help: { en: 'how often it judges and delivers; default: 60', nl: 'hoe vaak; anders 60' },
    },
    {
      name: 'follow',
      help: {
        en: 'keep reading what is added to the folder',
        nl: 'blijf lezen wat er in de map bij komt',
      },
    },
  ],
  examples: [
    'sensor captures/ --follow --hub https://schouw.example/… --key-file sensor.key',
    'sensor - --site "hall 3" --baseline usual.json',
  ],
  load: () => import('./sensor/run.ts'),
}
