// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

export const pathsCommand: Command = {
  name: 'paths',
  operands: 'FILE',
  summary: {
    en: 'how an attacker gets to the crown jewels, and which few conversations must end',
    nl: 'hoe een aanvaller bij de kroonjuwelen komt, en welke paar gesprekken moeten eindigen',
  },
  options: [
    {
      name: 'json',
      help: {
        en: 'the complete answer as JSON (docs/formats/paths.md)',
        nl: 'het volledige antwoord als JSON (docs/formats/paths.md)',
      },
    },
    {
      name: 'firewall',
      value: 'RULES',
      help: {
        en: 'also over what these firewall rules permit: nftables, iptables-save, Cisco ASA, IOS, FortiGate, OPNsense, pfSense',
        nl: 'ook over wat deze firewallregels toelaten: nftables, iptables-save, Cisco ASA, IOS, FortiGate, OPNsense, pfSense',
      },
    },
    {
      name: 'fail-on',
      value: 'KIND,…',
      isRepeatable: true,
      help: {
        en: 'exit with 1 when there is a path, a forbidden conversation: path, forbidden',
        nl: 'eindig met 1 als er een pad of een verboden gesprek is: path, forbidden',
      },
    },
  ],
  examples: ['paths plant.json', 'paths plant.yaml --json --fail-on path'],
  load: () => import('./paths/run.ts'),
}
