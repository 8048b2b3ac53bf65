// SPDX-License-Identifier: EUPL-1.2
import type { ZonesWords } from './zones-nl.ts'

const devices = (count: number) => (count === 1 ? '1 device' : `${count} devices`)

export const zonesEn: ZonesWords = {
  title: 'Zones from the traffic',
  intro:
    'Who shares a range of addresses, who mostly talks together and on which side of the house a device works: that makes a proposal. You know the factory; correct it and keep it.',
  empty: 'There is no traffic yet to propose zones from.',
  toCapture: 'Look at a capture',
  agreement: (compared, share) =>
    `Of ${devices(compared)} the zone is known already. Proposal and register agree by ${share} (1 is the same, 0 is chance).`,
  noAgreement: 'There are no zones yet to compare with.',
  open: (count) => `To be decided (${count})`,
  noOpen: 'What the traffic shows fits the zones that you have.',
  agreed: (count) => `The same as a zone that is there (${count})`,
  same: (name, count) => `${name}: ${devices(count)}`,
  odds: (names) => `${names}: works on the other side. Does it belong here?`,
  proposal: (number, count) => `Proposal ${number}: ${devices(count)}`,
  partly: (name, count, of) => `${count} of ${of} are in ${name} already.`,
  inside: (percent) => `${percent} of their traffic stays among them.`,
  flat: 'This range is in another proposal too: office and process share it. Only when the addresses are apart can a firewall keep them apart.',
  name: 'Name of the zone',
  kind: 'Kind',
  chooseKind: 'Choose',
  level: 'Purdue level',
  noLevel: 'Not known',
  ranges: 'Address ranges',
  members: 'Devices in this zone',
  device: 'Device',
  address: 'Address',
  why: 'Why',
  by: { range: 'address range', vlan: 'VLAN', talk: 'talks mostly with these devices' },
  odd: 'works on the other side: does it belong here?',
  include: (name) => `${name} belongs to it`,
  unregistered: 'not in the register',
  now: 'Now in',
  keep: 'Keep the zone',
  keepText: (count) => `Makes the zone in the register and sets it on ${devices(count)} there.`,
  kept: (name, count) => `${name} is in the register, with ${devices(count)}.`,
  refused: (names) => `Not done for ${names}. Set the zone there yourself.`,
  add: (name) => `Put them into ${name}`,
  rangeOdd: (text) => `${text} is no address range. Expected: 10.20.0.0/24.`,
}
