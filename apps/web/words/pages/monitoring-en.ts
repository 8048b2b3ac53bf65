// SPDX-License-Identifier: EUPL-1.2
import type { MonitoringWords } from './monitoring-words.ts'

export const monitoringEn: MonitoringWords = {
  title: 'What sensors see',
  intro:
    'Everything that a sensor or an outsider finds odd, in one place. Somebody looks and says what it is: an incident, something that belongs there, or nothing.',
  toSensors: 'To the sensors',
  figures: (open, silent) =>
    `${open === 0 ? 'Nothing' : open} to look at${silent === 0 ? '' : `, ${silent} silenced`}`,
  detect: (hours, of) => `Looked at after ${hours} hours (middle of ${of})`,
  contain: (hours, of) => `Contained after ${hours} hours (middle of ${of})`,
  unmeasured:
    'Nothing measured yet: of no alert is known both when it happened and when somebody looked.',
  waiting: 'To look at',
  none: 'Nothing waits. Read in the log of a sensor, or give your SOC an address to deliver alerts to.',
  silent: 'Silent until a day',
  done: 'Dealt with',
  until: (day) => `silent up to ${day}`,
  awake: 'was silent, counts again',
  times: (count) => (count === 1 ? 'seen once' : `seen ${count} times`),
  toIncident: 'Make it an incident',
  toRoom: 'To the room',
  handTo: 'Hand over to',
  handOver: 'Hand over',
  handedOver: 'Handed over to',
  look: 'I look at this',
  more: 'Silence or close',
  silence: 'Silence',
  silenceUntil: 'Up to',
  silenceWhy: 'Why nobody needs to look at this',
  close: 'Close',
  verdict: 'What was it',
  verdictWhy: 'How you can tell',
  files: 'Read in a log',
  filesHelp: 'eve.json of Suricata, notice.log of Zeek or the output of schouw inspect',
  read: (made, again, leftOut) =>
    `${made} new, ${again} seen again${leftOut === 0 ? '' : `, ${leftOut} lines unreadable`}.`,
  sheet: 'Hand-over to a SOC',
  sheetIntro:
    'Give this sheet to whoever watches for you at night. A factory is no office: what is a good reflex there can put people in danger here.',
  never: {
    title: 'Never do this without the OT engineer on duty',
    items: [
      'Switch off, restart or isolate a controller, HMI or engineering station.',
      'Scan the process network, however carefully.',
      'Install an agent or an update on a device of a line.',
      'Block an account that a line runs under.',
      'Break a connection between a controller and its safety system.',
      'Wipe traces by loading a device afresh.',
    ],
  },
  first: {
    title: 'Do this, in this order',
    items: [
      'Call the OT engineer on duty. Ask whether people and machine are safe.',
      'Write down what you see: addresses, time, rule of the sensor.',
      'Break only the connection between office and factory, at the place agreed for it.',
      'Call the CISO. Say what you saw and when: a legal term may run from that moment.',
      'Write all you do in the log of the room.',
    ],
  },
  call: {
    title: 'Whom you call, day and night',
    text: 'In this order. Print this sheet: there may be no network when it happens.',
    link: 'Crisis contacts',
  },
  print: 'Print',
  intakes: 'Addresses for your SOC or sensor',
  intakesIntro:
    'Whoever has the key delivers signed alerts at one address and can do nothing else.',
  intakeName: 'For whom',
  makeIntake: 'Make an address',
  intakeOnce: 'The key is on the screen only now. Keep it with the sender.',
  end: 'Close',
  ended: 'closed',
  last: (moment) => `last delivery ${moment}`,
  nothingYet: 'nothing delivered yet',
}
