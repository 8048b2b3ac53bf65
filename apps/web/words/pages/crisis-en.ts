// SPDX-License-Identifier: EUPL-1.2
import type { CrisisWords } from './crisis-nl.ts'

export const crisisEn: CrisisWords = {
  title: 'Crisis team and emergency pack',
  intro:
    'Whom you call, by which number that works without your network, what you say first and how you close off each zone. Print it: on the day itself it stands on no screen.',
  pack: 'Emergency pack as PDF',
  packHelp:
    'Call list, closing off by zone, order of restoring, playbooks, first messages and forms.',
  packSays: 'The pack says so too.',
  missing: (count) =>
    count === 0
      ? 'Nothing is missing.'
      : count === 1
        ? 'One thing is missing.'
        : `${count} things are missing.`,
  showMissing: 'What is missing',
  team: 'The team',
  outside: 'From outside',
  noTeam:
    'Nobody has been named yet. Begin with who leads, and who takes over when that person sleeps or travels.',
  columns: {
    order: 'No',
    function: 'Function',
    who: 'Who',
    numbers: 'Numbers',
    deputy: 'Deputy',
    called: 'Last called',
    party: 'Party',
    available: 'Reachable',
    reference: 'Reference',
  },
  nobody: 'nobody',
  noNumber: 'no number',
  onNetwork: 'hangs on our network',
  never: 'never',
  channel: 'Out of band',
  add: 'Add a contact',
  statements: 'First messages',
  statementsHelp:
    'Written beforehand, approved by a second person. What stands in brackets you fill in when it happens.',
  makeStatements: (count) =>
    count === 1 ? 'Prepare the missing message' : `Prepare ${count} messages to begin from`,
  read: 'Read',
  copy: 'Copy',
  copied: 'Copied',
  ready: 'approved',
  audience: {
    staff: 'staff',
    customers: 'customers',
    press: 'press',
    authorities: 'authorities',
    suppliers: 'suppliers',
    other: 'others',
  },
  playbooks: 'Playbooks',
  exercised: (on) => `exercised on ${on}`,
  notExercised: 'not exercised yet',
  toPlaybooks: 'To the playbooks',
  isolation: 'Closing off by zone',
  isolationHelp:
    'From the conduits in the register. Safe first: agree with the process owner before you cut a line off.',
  outsideCut: 'The smallest cut from outside to what you cannot miss',
  noCut: 'There is no way from outside to a crown jewel, as far as the register of conduits tells.',
  exposed: 'Here a crown jewel stands where an outsider can already come:',
  noZones: 'No zones are in the register yet.',
  zoneHead: (name, count) => `${name}: ${count === 1 ? '1 conduit' : `${count} conduits`}`,
  closes: 'Close',
  smallest: 'At least',
  remote: 'And the remote access',
  hits: 'Hits',
  alone: 'No other crown jewel can be reached from here.',
  noConduits: 'No conduit into or out of this zone is in the register.',
}
