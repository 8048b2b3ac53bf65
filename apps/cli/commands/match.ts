// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const matchCommand: Command = {
  name: 'match',
  operands: '--assets FILE --advisories PATH',
  summary: {
    en: 'which devices security advisories are about, with the grounds',
    nl: 'over welke apparaten beveiligingsadviezen gaan, met de gronden',
  },
  options: [
    {
      name: 'assets',
      value: 'FILE',
      help: {
        en: 'the inventory: JSON, a list of assets (docs/formats/match.md)',
        nl: 'de inventaris: JSON, een lijst van assets (docs/formats/match.md)',
      },
    },
    {
      name: 'advisories',
      value: 'PATH',
      isRepeatable: true,
      help: {
        en: 'CSAF or VEX: a file, a folder or a zip; may be repeated',
        nl: 'CSAF of VEX: een bestand, map of zip; mag herhaald worden',
      },
    },
    {
      name: 'kev',
      value: 'FILE',
      help: {
        en: 'catalogue of exploited vulnerabilities (CISA KEV, JSON)',
        nl: 'catalogus van misbruikte kwetsbaarheden (CISA KEV, JSON)',
      },
    },
    {
      name: 'epss',
      value: 'FILE',
      help: {
        en: 'chances of exploitation (FIRST EPSS, CSV or gzip)',
        nl: 'kansen op misbruik (FIRST EPSS, CSV of gzip)',
      },
    },
    {
      name: 'tables',
      value: 'FILE',
      help: {
        en: 'your own vendor names and product families, JSON, before ours',
        nl: 'eigen leveranciersnamen en productfamilies, JSON, vóór de onze',
      },
    },
    {
      name: 'only',
      value: 'VERDICT,…',
      help: {
        en: 'list only affected, cannot_decide or not_affected',
        nl: 'toon alleen affected, cannot_decide of not_affected',
      },
    },
    {
      name: 'fail-on',
      value: 'VERDICT,…',
      help: {
        en: 'exit with 1 when one of these is there; kev for affected and exploited',
        nl: 'eindig met 1 als een van deze er is; kev voor getroffen en misbruikt',
      },
    },
    {
      name: 'json',
      help: {
        en: 'everything, as JSON on standard output',
        nl: 'alles, als JSON op standaarduitvoer',
      },
    },
  ],
  examples: [
    'match --assets inventory.json --advisories advisories/',
    'match --assets inventory.json --advisories csaf.zip --kev kev.json --fail-on kev --json',
  ],
  load: () => import('./match/run.ts'),
}
