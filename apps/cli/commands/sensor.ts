// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const sensorCommand: Command = {
  name: 'sensor',
  operands: 'SOURCE | enrol',
  summary: {
    en: 'judges packets where they are and delivers what was seen',
    nl: 'beoordeelt pakketten ter plaatse en levert af wat er te zien was',
  },
  options: [
    {
      name: 'site',
      value: 'NAME',
      help: { en: 'stands in front of every alert', nl: 'staat voor elke melding' },
    },
    {
      name: 'identity',
      value: 'FILE',
      help: {
        en: 'who this sensor is, as "sensor enrol" made it; without it everything waits on disk',
        nl: 'wie deze sensor is, zoals "sensor enrol" het maakte; zonder wacht alles op schijf',
      },
    },
    {
      name: 'hub',
      value: 'URL',
      help: { en: 'with enrol: address of the hub', nl: 'bij enrol: adres van de hub' },
    },
    {
      name: 'code',
      value: 'CODE',
      help: {
        en: 'with enrol: the code that the hub gave, or - to read it from standard input',
        nl: 'bij enrol: de code die de hub gaf, of - om die van standaardinvoer te lezen',
      },
    },
    {
      name: 'nats',
      value: 'URL',
      help: {
        en: 'deliver through NATS JetStream instead of straight to the hub',
        nl: 'lever af via NATS JetStream in plaats van rechtstreeks bij de hub',
      },
    },
    {
      name: 'nats-creds',
      value: 'FILE',
      help: { en: 'credentials for NATS', nl: 'toegang tot NATS' },
    },
    {
      name: 'nats-domain',
      value: 'NAME',
      help: {
        en: 'JetStream domain of the hub, where NATS here is a leaf node',
        nl: 'JetStream-domein van de hub, als NATS hier een leaf node is',
      },
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
      name: 'spool-mb',
      value: 'MB',
      help: { en: 'how much may wait; default: 256', nl: 'hoeveel er mag wachten; anders 256' },
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
      help: {
        en: 'how often it judges and delivers; default: as the hub sets it, else 60',
        nl: 'hoe vaak; anders zoals de hub het instelt, of 60',
      },
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
    'sensor enrol --hub https://schouw.example --code - --identity hall3.identity',
    'sensor captures/ --follow --identity hall3.identity',
    'sensor - --site "hall 3" --baseline usual.json',
  ],
  load: () => import('./sensor/run.ts'),
}
