// SPDX-License-Identifier: EUPL-1.2
import type { Disorder } from '@schouw/core/registers/bodies'

export const disordersEn: Readonly<Record<Disorder, string>> = {
  'proxy-of-oneself': 'Nobody gives a proxy to themselves.',
  'proxy-twice': 'This member has given a proxy to somebody else already.',
  'proxy-passed-on': 'Whoever gave a proxy cannot hold one.',
  'proxy-of-present': 'Whoever is there votes in person.',
  'proxy-holder-absent': 'Whoever holds the proxy is not there.',
  'proxy-too-many': 'This member holds more proxies than the articles allow.',
  'proxy-not-member': 'A proxy goes from one member of this body to another.',
  'proxy-not-given': 'No meeting with this decision on its agenda names this proxy.',
  'no-quorum': 'There are too few members or proxies to decide.',
  'outcome-differs':
    'The votes come to something else. Record what was voted, or postpone the decision.',
  'board-not-asked':
    'The board decides about this. Put it before the board with a decision about it; until then it waits.',
  'board-not-decided': 'This is on the table of the board. It can go on once that is decided.',
  'board-rejected': 'The board has not approved this. Put it before the board again.',
  'board-changed': 'This was changed after the board decided. Put it before the board again.',
  'delegation-over':
    'This goes beyond your mandate, or no amount stands with it. Put it before the board.',
  'not-own-vote': 'You object to a vote of your own only.',
  'objection-too-late':
    'The cool-off term of 72 hours has passed. Cast a new vote, or put the decision on the table again.',
}
