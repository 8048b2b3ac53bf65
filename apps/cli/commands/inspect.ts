// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const inspectCommand: Command = {
  name: 'inspect',
  operands: 'FILE…',
  summary: {
    en: 'reads network captures and says which devices are there and what they do',
    nl: 'leest netwerkopnamen en zegt welke apparaten er zijn en wat zij doen',
  },
  options: [
    {
      name: 'json',
      help: {
        en: 'everything, as JSON on standard output (docs/formats/inspect.md)',
        nl: 'alles, als JSON op de standaarduitvoer (docs/formats/inspect.md)',
      },
    },
    {
      name: 'no-digest',
      help: {
        en: 'leave out the SHA-256 of the files',
        nl: 'laat de SHA-256 van de bestanden weg',
      },
    },
    {
      name: 'learn',
      value: 'FILE',
      help: {
        en: 'add what is seen to the traffic baseline in FILE, for a person to approve',
        nl: 'voeg wat er te zien is toe aan het gewone verkeer in FILE, ter goedkeuring',
      },
    },
    {
      name: 'baseline',
      value: 'FILE',
      help: {
        en: 'say what departs from the traffic baseline in FILE (docs/formats/traffic-baseline.md)',
        nl: 'zeg wat afwijkt van het gewone verkeer in FILE (docs/formats/traffic-baseline.md)',
      },
    },
    {
      name: 'site-range',
      value: 'CIDR',
      isRepeatable: true,
      help: {
        en: 'the addresses of your own site, such as 10.20.0.0/16; may be repeated',
        nl: 'de adressen van uw eigen locatie, zoals 10.20.0.0/16; mag herhaald worden',
      },
    },
    {
      name: 'fail-on',
      value: 'KIND,…',
      isRepeatable: true,
      help: {
        en: 'exit with 1 when one of these detections is there; any for all of them',
        nl: 'eindig met 1 als een van deze signalen er is; any voor alle',
      },
    },
  ],
  examples: [
    'inspect line1.pcapng',
    'inspect captures/ --json > inventory.json',
    'inspect monday.pcap.gz tuesday.pcap.gz --fail-on plc_stop,remote_access',
  ],
  load: () => import('../captures/inspect.ts'),
}
