// SPDX-License-Identifier: EUPL-1.2
import type { MapWords } from './map-nl.ts'

const devices = (count: number) => (count === 1 ? '1 device' : `${count} devices`)
const jewels = (count: number) => (count === 1 ? '1 crown jewel' : `${count} crown jewels`)

export const mapEn: MapWords = {
  title: 'Map of the network',
  intro:
    'Who is there and who talks to whom, as captures show it. The office stands above, the process below. What breaks through a wall is red.',
  empty: 'There is nothing to draw yet. Bring in a capture of the network; your browser reads it.',
  toCapture: 'Look at a capture',
  drawing: 'The map is being drawn.',
  noZone: 'In no zone',
  outside: 'Outside the company',
  count: '# dev.',
  layers: {
    '5': 'Internet',
    '4': 'Office\nlevel 4',
    '3.5': 'Zone between\nlevel 3.5',
    '3': 'Production IT\nlevel 3',
    '2': 'Operation\nlevel 2',
    '1': 'Control\nlevel 1',
    '0': 'Process\nlevel 0',
    '': 'Level\nnot known',
  },
  picture: (nodes, edges) =>
    `Map of ${devices(nodes)} and ${edges} conversations. The same stands below it in a table.`,
  keys: 'Drag or arrows move it, + and − zoom, 0 shows all of it, Ctrl with the wheel zooms. Click a device for its conversations.',
  nearer: 'Zoom in',
  further: 'Zoom out',
  whole: 'Show all',
  find: 'Find a device',
  from: 'From',
  until: 'Until',
  all: 'Draw every conversation',
  legend: 'Legend',
  legendItems: [
    ['allowed', 'allowed'],
    ['undecided', 'not decided yet'],
    ['forbidden', 'forbidden'],
    ['within', 'within a zone'],
    ['registered', 'in the register'],
    ['stranger', 'seen, not in the register'],
  ],
  seenIn: (sources) => `From ${sources} ${sources === '1' ? 'source' : 'sources'}.`,
  leftOut: (count) => `${count} conversations of older sources were left out.`,
  csvHead: ['From', 'Zone', 'To', 'Zone', 'Service', 'Verdict', 'Packets', 'Capture', 'Packet'],
  verdicts: {
    within: 'within the zone',
    allowed: 'allowed',
    refused: 'refused',
    forbidden: 'forbidden',
    undecided: 'not decided',
    unknown: 'zone not known',
  },
  rules: {
    internet_to_ot: 'from the internet into the factory',
    internet_from_ot: 'out of the factory onto the internet',
    safety_reached: 'into a safety zone',
    outside_to_ot: 'from office or supplier into the factory',
  },
  opens: 'opens',
  to: 'to',
  source: 'source',
  frame: (frame) => `packet ${frame}`,
  close: 'Close',
  noRole: 'role not known',
  zoneBy: {
    register: 'by the register',
    range: 'by its address',
    vlan: 'by its VLAN',
    outside: 'an address on the internet',
  },
  inRegister: 'in the register',
  notRegistered: 'in no register',
  isJewel: 'This is a crown jewel, or belongs to a process that is one.',
  asJewel: 'Count this among the crown jewels, as a trial',
  ownTalks: (count) => (count === 1 ? '1 conversation' : `${count} conversations`),
  inTable: (count) => `${count} more stand in the table below.`,
  thinkAway: 'Think away',
  putBack: 'Put back',
  waysTitle: 'Ways to the crown jewels',
  waysIntro:
    'Each step is a conversation that was seen. Whoever holds a device can go on along the same conversations. What is allowed counts as needed for production.',
  entries: 'An attacker stands in',
  entryKinds: {
    internet: 'internet',
    office: 'office',
    guest: 'guest network',
    supplier: 'network of a supplier',
    dmz: 'zone between',
  },
  removed: (count) =>
    `What if: ${count === 1 ? '1 conversation is thought away' : `${count} conversations are thought away`}. Nothing has changed in reality.`,
  restore: 'Put everything back',
  noJewels: (isRest) =>
    isRest ? 'There are no other crown jewels.' : 'There are no crown jewels on the map.',
  inside: (names) =>
    `These crown jewels stand where an attacker may stand: ${names}. Give them a zone of their own; ending a conversation does not help there.`,
  toJewels: 'Designate crown jewels',
  closed: (count) =>
    `No way left to ${count === 1 ? 'the crown jewel' : `any of the ${jewels(count)}`}.`,
  reached: (reached, of) => `${reached} of ${jewels(of)} can be reached.`,
  wayTo: (name, hops) => `${name}: in ${hops === 1 ? '1 step' : `${hops} steps`}`,
  onMap: 'Show on the map',
  morePaths: (count) => `And ${count} others.`,
  cutTitle: 'The smallest cut',
  cutText: (count) =>
    count === 1
      ? 'If this one conversation ends, no way is left. Ask first what else stops with it.'
      : `If these ${count} conversations end, no way is left. Fewer is not enough. Ask first what else stops with them.`,
  keptOpen:
    'No cut is enough: conversations that production needs keep a way open. This is such a way.',
  cutOnMap: 'Show on the map, with scissors',
  isNeeded: 'Needed for production',
  notNeeded: 'Not needed after all',
  firewallTitle: 'What the firewall lets through',
  firewallIntro:
    'The map shows what was seen. A firewall often lets through more. Choose the configuration of your firewall and see what stands open. The file stays in this browser.',
  firewallChoose: 'Choose the configuration of the firewall',
  firewallKinds:
    'nftables, iptables, Cisco ASA or IOS, FortiGate, OPNsense or pfSense. You can drop it here too.',
  firewallTooLarge: 'This file is larger than 20 MB. Rules of a firewall are not that large.',
  firewallNotRead:
    'There are no rules in it that Schouw knows. Expected: output of nft list ruleset or iptables-save, or the configuration of a Cisco, FortiGate, OPNsense or pfSense.',
  firewallReading: 'The rules are being read.',
  firewallRead: (name, dialect) => `Read: ${name}, rules of ${dialect}.`,
  dialects: {
    nftables: 'nftables',
    iptables: 'iptables',
    cisco: 'Cisco',
    fortigate: 'FortiGate',
    opnsense: 'OPNsense',
    pfsense: 'pfSense',
  },
  firewallClosed: (count) =>
    `These rules leave no way open to ${count === 1 ? 'the crown jewel' : `any of the ${jewels(count)}`}.`,
  firewallReached: (reached, of) =>
    `Over what was seen and what the firewall permits, ${reached} of ${jewels(of)} can be reached.`,
  nothingOpen: 'Between the zones on the map these rules let nothing through.',
  mayOpen: 'May open',
  everything: 'everything',
  devicesOf: (count) => `(${devices(count)})`,
  permittedOnly: 'permitted, not seen',
  wasSeen: 'seen',
  withoutAddress: (count) =>
    `Of ${devices(count)} no address is known that these rules are about. They say nothing of them.`,
  permittedLeftOut: (count) =>
    `${count} permitted conversations were left out of the search: there are too many.`,
  rulesUnread: (count) =>
    count === 1
      ? '1 rule was read in part or not at all and counts as open'
      : `${count} rules were read in part or not at all and count as open`,
  ruleLine: (line) => (line === 0 ? '' : `Line ${line}:`),
  remarkCodes: {
    condition_not_read: 'condition not read',
    line_not_read: 'not read',
    unknown_name: 'name not known',
  },
  proposalTitle: 'Proposal for the firewall',
  proposalText:
    'These rules let through what was seen and may stay, and nothing else. Have whoever keeps the firewall look at them. Schouw sends them nowhere.',
  proposalCloses: 'With them no way to a crown jewel is left.',
  proposalLeaves: (reached, of) =>
    `With them ${reached} of ${jewels(of)} can still be reached, over conversations that are needed.`,
  unwritten: (count) =>
    `For ${count === 1 ? '1 conversation' : `${count} conversations`} no rule can be written: the address or the port is missing.`,
  proposalSave: 'Save the proposal',
  proposalLines: (count) => `Show ${count === 1 ? 'the line' : `the ${count} lines`}`,
  talks: (count) => (count === '' ? 'Conversations' : `Conversations (${count})`),
  verdict: 'Verdict',
  anyVerdict: 'all',
  search: 'Search in name or service',
  fromHead: 'From',
  toHead: 'To',
  service: 'Service',
  packets: 'Packets',
  seen: 'Seen in',
  more: (count) => `Show ${count} more`,
}
