// SPDX-License-Identifier: EUPL-1.2
import type { Kit } from './kit-nl.ts'

export const kitEn: Kit = {
  title: 'Make a capture safely',
  kind: 'Capture kit',
  page: 'Page',
  intro:
    'A capture is a copy of traffic that passes a switch anyway. These pages tell where to make it, who has to agree, and when to stop.',
  switches: {
    title: '3. Set up the mirror port',
    text: 'Choose an empty port as destination and note first how it is set. As source take the port of the controller or the uplink of the line, both directions. Names of ports below are examples. What was not checked in the manual says that it is uncertain: look it up for your model and release before you change anything.',
    heads: ['Switch', 'On, and off again', 'Beware', 'Source'],
    off: 'Off:',
    sure: 'checked in the manual',
    unsure: 'uncertain: look it up',
  },
  before: [
    {
      title: '1. What it does to the plant',
      opensPage: false,
      blocks: [
        {
          kind: 'text',
          text: 'Nothing, as long as you only listen. The switch hands out a copy; the traffic itself goes its usual way. The recording computer sends nothing: no scan, no ping, no connection with a controller. What can do something is the setting up: choosing the wrong port as destination takes that port out of service. Hence an empty port, somebody who knows the switch, and a moment that production can bear.',
        },
        {
          kind: 'steps',
          items: [
            'On the network card of the recording computer switch off IPv4, IPv6 and every other protocol. Then it cannot answer, not even by accident.',
            'Use a computer that hangs on nothing else: no Wi-Fi, no second cable to the office.',
            'Mirror no more than the destination can carry: two ports of 100 Mbit/s in both directions are up to 400 Mbit/s together.',
            'Where there is no mirror port, a passive network tap will do. Put it in only while the line stands still: the cable comes loose for a moment.',
          ],
        },
      ],
    },
    {
      title: '2. Where, how long and how large',
      opensPage: false,
      blocks: [
        {
          kind: 'table',
          table: {
            heads: ['Place', 'What you see there', 'What you miss there'],
            widths: [1.6, 2.4, 2.4],
            rowHeight: null,
            rows: [
              [
                'Uplink of the line to the rest',
                'Who enters the line from office, supplier or internet',
                'Traffic that stays within the line',
              ],
              [
                'Port of the controller',
                'Operation, I/O and engineering of that controller',
                'Devices that the controller never talks to',
              ],
              [
                'Core switch, VLAN of the plant',
                'Traffic between lines and servers',
                'Traffic that stays on the switch of the line',
              ],
            ],
          },
        },
        {
          kind: 'text',
          text: 'Count on a working day with every shift; a week with a maintenance day is better to learn from what is usual. A quiet line gives some hundreds of MB an hour, a mirror of 100 Mbit/s that is full 45 GB an hour. Record in files of 1 GB or one hour, without a limit to the length of packets.',
        },
        {
          kind: 'message',
          title: 'Recording in files of an hour',
          lines: [
            'tcpdump -i eth1 -s 0 -G 3600 -w line1-%Y%m%d-%H%M.pcap',
            'dumpcap -i 1 -b duration:3600 -w line1.pcapng',
          ],
        },
        {
          kind: 'text',
          text: 'Set the clock of the recording computer before you begin and note the difference. Have your own engineer ask for the devices in the engineering software during the capture: the answers state model and firmware, and Schouw itself sends nothing.',
        },
      ],
    },
  ],
  after: [
    {
      title: '4. When to stop',
      opensPage: true,
      blocks: [
        {
          kind: 'warning',
          text: 'At one of these, switch the mirroring off and call the line.',
        },
        {
          kind: 'steps',
          items: [
            'A controller, panel or drive reports a fault or a broken connection.',
            'The switch reports high load, dropped packets or a broken ring.',
            'Whoever runs the line asks for it. Without explaining first.',
            'The disk of the recording computer is 90 % full.',
            'There is an incident: keep what you have, and ask the CISO whether to go on.',
          ],
        },
      ],
    },
    {
      title: '5. People and data',
      opensPage: false,
      blocks: [
        {
          kind: 'text',
          text: 'A capture holds addresses, names of computers and sometimes of people, and in office parts also what they do. So record where machines talk, not where people work, and no longer than needed. Put before the data protection officer and the works council in advance: why, where, how long, who sees it, when it is gone. What they have to agree to stands in your own rules; this kit says nothing about that.',
        },
        {
          kind: 'steps',
          items: [
            'Purpose: to know which devices there are and who talks with whom. Not: to follow people.',
            'Keep the capture encrypted and in one place. Only facts go into Schouw, and only when you choose so; the packets stay where they are.',
            'Agree on a day on which the capture is erased, and put on record that it was.',
          ],
        },
        {
          kind: 'message',
          title: 'Note to the works council',
          lines: [
            'From ____ until ____ we record network traffic of ____ (line, hall).',
            'We do so to know which devices there are and which connections exist. We do not look at persons.',
            'The capture is seen by ____ and erased on ____.',
            'Questions or objections: ____.',
          ],
        },
      ],
    },
    {
      title: '6. Leave of the machine builder',
      opensPage: true,
      blocks: [
        {
          kind: 'text',
          text: 'Where the switch is inside the machine, or a warranty or service contract runs, ask first. Send this letter.',
        },
        {
          kind: 'message',
          title: 'Letter',
          lines: [
            'To: ____   Concerning: machine ____, serial number ____',
            '',
            'For the security of our production we want to record the network traffic of this machine passively. On switch ____ we mirror port ____ to the empty port ____, from ____ until ____, and switch it off again afterwards.',
            'The recording computer sends nothing: its network protocols are off. Nothing changes in controller, program or settings.',
            'Would you confirm that this does not touch warranty and service, and tell us whether you advise another moment or another port?',
            'We share with you what we see of your machine, if you wish.',
            '',
            'Name, position, date: ____',
          ],
        },
      ],
    },
    {
      title: '7. Checklist',
      opensPage: false,
      blocks: [
        {
          kind: 'table',
          table: {
            heads: ['What', 'Who', 'Done on'],
            widths: [3.4, 1.3, 1.3],
            rowHeight: 8,
            rows: [
              'Whoever runs the line knows where and when',
              'Machine builder has confirmed, or need not',
              'Data protection officer and works council know of it',
              'Empty destination port chosen, its old setting noted',
              'Protocols of the recording card off, no other connection',
              'Clock set, difference noted',
              'Mirroring on; controllers and panels checked',
              'First five minutes looked at in Schouw: does the mirror see what it should?',
              'Devices asked for in the engineering software',
              'Mirroring off, port set back',
              'Fingerprint of the files noted; day of erasing agreed',
            ].map((text) => [text, '', '']),
          },
        },
      ],
    },
    {
      title: '8. A first look',
      opensPage: false,
      blocks: [
        {
          kind: 'text',
          text: 'Drop the first minutes on the page Look at a capture. Your browser reads them itself and says whether both directions are there, whether devices talk to each other or only broadcast, whether VLANs are missing, whether packets were cut or lost, and whether the clock is right.',
        },
      ],
    },
  ],
}
