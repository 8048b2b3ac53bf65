// SPDX-License-Identifier: EUPL-1.2
import type { PlaybookModel } from './model.ts'

const director = 'Director on duty'
const ciso = 'CISO'
const it = 'Head of IT'
const ot = 'OT engineer on duty'
const owner = 'Process owner'
const shift = 'Shift leader'
const finance = 'Head of finance'
const press = 'Spokesperson'
const people = 'Head of personnel'

export const playbooksEn: readonly PlaybookModel[] = [
  {
    code: 'DB-01',
    name: 'Ransomware on the production line',
    types: ['ransomware', 'malware'],
    trigger:
      'A ransom screen, unreadable files on an HMI, historian or server, or a malware alarm from OT.',
    mandate:
      'The OT engineer on duty may close off a zone without calling first. Only the board decides about ransom.',
    steps: [
      [
        'Bring the line into its safe state by the emergency procedure. People come before evidence and before production.',
        shift,
        0.25,
        'stop',
      ],
      [
        'Close off the zone at the firewall or pull the cable of the zone switch. Switch nothing off: memory is evidence.',
        ot,
        0.5,
      ],
      ['Close the remote access of all suppliers, and from the office to OT.', ot, 0.5],
      [
        'Check that backups and the backup server stand apart from the network that is hit. Pull them loose if not.',
        it,
        1,
      ],
      ['Call the crisis team from the list on paper. Use no company mail or Teams.', ciso, 1],
      ['Decide: stop the lines that still run, or go on by hand.', director, 2, 'decide_stop'],
      [
        'Keep evidence: a photo of the screen, memory and disk of one station that is hit, a capture of the network.',
        ot,
        6,
      ],
      ['Call insurer, forensic firm and police. Do not negotiate yourself.', director, 6],
      [
        'Decide whether the incident is significant, and send the early warning.',
        ciso,
        20,
        'decide',
      ],
      [
        'Rebuild engineering stations from known media. Put PLC programs back from the last tested backup and compare them.',
        ot,
        48,
      ],
      [
        'Restore in order: safety systems, control of the crown jewels, historian and MES, the link to the office last.',
        ot,
        72,
      ],
      [
        'Accept the restart per line: criteria met, passwords new, the way in closed.',
        owner,
        null,
        'decide',
      ],
    ],
  },
  {
    code: 'DB-02',
    name: 'PLC or engineering station tampered with',
    types: ['sabotage', 'unauthorised_access'],
    trigger:
      'A program that differs from its backup, a download outside the maintenance window, or a machine that does other things than the screen shows.',
    mandate:
      'The shift leader may stop the line on suspicion. Nobody loads a program without the OT engineer on duty.',
    steps: [
      [
        'Stop the machine at the physical emergency button and lock it. Do not trust the screen.',
        shift,
        0.1,
        'stop',
      ],
      ['Turn the key switch of the PLC to RUN and close off programming access.', ot, 0.5],
      ['Check the safety system apart, with instruments of your own.', ot, 2],
      ['Read the program out and keep it as evidence. Overwrite nothing yet.', ot, 3],
      ['Compare it with the last approved version and write down every difference.', ot, 8],
      ['Find in the captures which station brought the change, and when.', ciso, 12],
      ['Check every other PLC of the same type and station.', ot, 24],
      ['Ask the machine builder for a judgement of their own on safety and warranty.', owner, 24],
      [
        'Decide whether the incident is significant. With injury: the labour authority too.',
        ciso,
        20,
        'decide',
      ],
      ['Load the approved program, test with an empty machine, then with product.', ot, null],
      ['Accept the restart: safety test passed and signed.', owner, null, 'decide'],
    ],
  },
  {
    code: 'DB-03',
    name: 'Payment fraud by mail',
    types: ['phishing', 'other'],
    trigger:
      'A changed account number, an urgent payment asked by a director, or a supplier who misses its money.',
    mandate:
      'Everybody in accounts may hold any payment. Calling back always goes outside mail, to a number known before.',
    steps: [
      ['Call the bank and have the payment recalled. The first hours count.', finance, 0.5],
      ['Hold every open payment with a changed account.', finance, 1],
      ['Call the real party at a number from an old contract.', finance, 2],
      [
        'Close the mail account that was abused: sessions, forwarding rules, password, second factor.',
        it,
        2,
      ],
      ['Keep the messages with their headers.', it, 4],
      ['Report it to the police and the insurer.', director, 24],
      ['Search all mailboxes for the same sender and account number.', it, 24],
      [
        'Decide whether personal data were seen: then the privacy clock runs too.',
        ciso,
        48,
        'decide',
      ],
      ['Set limits and four eyes anew, and rehearse calling back.', finance, null],
    ],
  },
  {
    code: 'DB-04',
    name: 'Supplier or remote access abused',
    types: ['supplier_incident', 'unauthorised_access'],
    trigger:
      'A session without appointment, a supplier who tells of a break-in, or traffic from a maintenance gateway outside its window.',
    mandate:
      'The OT engineer on duty may close off any supplier. The supplier hears it afterwards.',
    steps: [
      ['Break the session and switch the gateway off by hand.', ot, 0.25],
      ['Close all other access of this supplier, accounts in office and cloud too.', it, 1],
      ['Call the supplier at the number in the contract: what do they know, since when.', ciso, 2],
      ['See in captures and logs what the session touched: devices, programs, files.', ot, 8],
      ['Compare the PLCs it touched with their backup.', ot, 24],
      ['Renew every password and key the supplier knew.', it, 24],
      [
        'Decide whether the incident is significant. Their notice to us starts our clock.',
        ciso,
        20,
        'decide',
      ],
      ['Decide on which terms access opens again.', owner, null, 'decide'],
    ],
  },
  {
    code: 'DB-05',
    name: 'Data leak',
    types: ['data_breach', 'loss_or_theft'],
    trigger: 'Data of people, drawings or recipes were seen, sent, published or lost.',
    mandate: 'The CISO may have any system closed that leaks.',
    steps: [
      ['Stop the leak: close the share, the account or the system.', it, 1],
      ['Establish which data, of whom, how many, since when.', ciso, 12],
      ['Keep logs before they are overwritten.', it, 4],
      [
        'Decide whether the data protection authority must know: within 72 hours.',
        director,
        48,
        'decide',
      ],
      [
        'Decide whether the people themselves must know, and in which words.',
        director,
        48,
        'decide',
      ],
      ['With drawings and recipes: ask the lawyer about secrecy and patents.', director, 48],
      ['Call customers whose data they were, as their contract says.', ciso, 24],
      ['Record how it could happen and what closes it.', ciso, null],
    ],
  },
  {
    code: 'DB-06',
    name: 'ERP or MES is down',
    types: ['outage', 'denial_of_service'],
    trigger: 'No orders, no recipes, no labels or no tracing.',
    mandate: 'The process owner decides whether the line goes on on paper.',
    steps: [
      ['Decide per line: go on on paper, or stop.', owner, 1, 'decide_stop'],
      ['Take the paper order set and the last print of recipes from the cupboard.', shift, 1],
      [
        'Find the cause: failure, change or attack. Treat it as an attack until shown otherwise.',
        it,
        2,
      ],
      ['Keep a copy of the database before anybody restores.', it, 4],
      ['Call customers with a delivery within three days.', owner, 8],
      [
        'Restore to a clean environment and measure the time: this counts as a restore test.',
        it,
        24,
      ],
      ['Enter the production done on paper and check tracing and stock.', owner, null],
      ['Decide whether the incident is significant.', ciso, 20, 'decide'],
    ],
  },
  {
    code: 'DB-07',
    name: 'Password given away to phishing',
    types: ['phishing'],
    trigger:
      'Somebody tells that they signed in on a false page, or a sign-in from a strange place.',
    mandate:
      'The help desk may close any account at once. Whoever reports gets thanks and never blame.',
    steps: [
      ['Thank who reported. End all sessions of the account and close it.', it, 0.5],
      ['New password, second factor enrolled again at the desk.', it, 2],
      ['Look for new forwarding rules, allowed apps and extra factors.', it, 2],
      ['Find who got the same mail and who clicked. Remove the mail everywhere.', it, 4],
      ['See whether the account could reach VPN, maintenance gateway or OT.', ot, 4],
      ['Decide whether data were seen.', ciso, 24, 'decide'],
      ['Tell everybody what happened, without a name.', ciso, 48],
    ],
  },
  {
    code: 'DB-08',
    name: 'OT access gateway lost or broken into',
    types: ['unauthorised_access', 'vulnerability', 'loss_or_theft'],
    trigger:
      'An exploited hole in the gateway or firewall, a gateway that is gone, or an unknown administrator on it.',
    mandate:
      'The OT engineer on duty may switch the gateway off, also when a mechanic can then not work.',
    steps: [
      ['Switch the gateway off or take it from the network. Keep it as it is.', ot, 0.5],
      ['See which zones could be reached through it.', ot, 2],
      ['Look in captures for connections from the gateway.', ciso, 8],
      ['Arrange a mechanic on site where maintenance cannot wait.', owner, 8],
      ['Install the replacement with new keys and the latest version.', ot, 48],
      ['Revoke old certificates and accounts.', it, 24],
      ['Decide whether the incident is significant.', ciso, 20, 'decide'],
      ['Decide when access opens again, and for whom.', owner, null, 'decide'],
    ],
  },
  {
    code: 'DB-09',
    name: 'Cloud or IT provider is down',
    types: ['outage', 'supplier_incident'],
    trigger:
      'Mail, sign-in, files or telephony do not work, or the provider tells of an attack on itself.',
    mandate: 'The CISO may break the links with the provider.',
    steps: [
      ['Change to the agreed channel outside the network: call list and group message.', ciso, 0.5],
      [
        'Check whether production can run without the cloud: licences, time, recipes, labels.',
        ot,
        1,
      ],
      ['If the provider itself is attacked: break links and administrator accounts.', it, 1],
      ['Ask for word in writing: what, since when, which of our data.', ciso, 4],
      ['Decide whether the lines go on without ERP, mail or tracing.', owner, 4, 'decide_stop'],
      ['Decide whether the incident is significant for us.', ciso, 20, 'decide'],
      ['Put links back after a check, one by one.', it, null],
    ],
  },
  {
    code: 'DB-10',
    name: 'Own employee or hired hand',
    types: ['sabotage', 'unauthorised_access', 'human_error'],
    trigger:
      'Damage on purpose, copied drawings, or acts with rights that somebody should no longer have.',
    mandate:
      'Head of personnel and CISO decide together about closing off. Nobody investigates a colleague alone.',
    steps: [
      ['Involve head of personnel and lawyer before anybody is spoken to.', people, 2],
      ['Keep logs and access records without warning the person.', it, 4],
      ['Decide about closing accounts, passes and keys, at one moment.', people, 4, 'decide'],
      ['Change shared passwords in OT that the person knew.', ot, 12],
      ['Check PLCs and recipes the person could reach.', ot, 24],
      ['Mind the privacy of the person: only what is needed, only who needs it.', people, null],
      ['Decide about the police and about reporting.', director, 48, 'decide'],
      ['Prepare a short word to the department, without a name.', press, 48],
    ],
  },
]
