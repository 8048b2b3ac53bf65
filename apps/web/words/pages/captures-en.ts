// SPDX-License-Identifier: EUPL-1.2
import type { CapturesWords } from './captures-nl.ts'

const share = (part: unknown, whole: unknown) =>
  `${Number(part).toLocaleString('en-GB')} of ${Number(whole).toLocaleString('en-GB')}`

export const capturesEn: CapturesWords = {
  title: 'Look at a capture',
  intro:
    'Drop a capture of network traffic here. Your browser reads it by itself, on this computer. Nothing goes to the server until you choose so.',
  choose: 'Choose captures',
  drop: 'or drop them here (pcap or pcapng, also packed as .gz)',
  ranges: 'Addresses of your site',
  rangesHelp:
    'May stay empty: then we conclude them from the traffic. Otherwise such as 10.20.0.0/16, separated by commas.',
  rangesOdd: (text) => `${text} is no address range. Expected: 10.20.0.0/16.`,
  reading: (file) => `${file} is being read`,
  addingUp: 'Everything is read; what the devices said is being added up.',
  progress: (bytes, of, packets) => `${bytes} of ${of} read, ${packets} packets`,
  stop: 'Stop',
  failed:
    'Reading went wrong, perhaps because the memory of the browser was full. Try a smaller capture, or use `schouw inspect` on the command line.',
  nothing: 'No capture was found in this.',
  noPackets:
    'There is not a single packet in this capture. Record again at a mirror port of the switch, and let it run for a while.',
  again: 'Other captures',
  local: 'Nothing of this has left this computer.',
  sent: 'The facts have been kept. The capture itself stayed on this computer.',
  place: (offset, found) => `; at byte ${offset} stood ${found}`,
  noMakers:
    'The list of makers of network cards could not be fetched; makers are missing because of that.',
  files: 'Read',
  file: 'File',
  packets: 'Packets',
  from: 'From',
  until: 'Until',
  digest: 'Fingerprint (SHA-256)',
  signs: 'Did the mirror port see what it should?',
  verdicts: { good: 'in order', doubtful: 'look at this', unknown: 'cannot be said' },
  sign: {
    both_directions: {
      good: ({ one_way, conversations }) =>
        `Both directions are there: ${share(one_way, conversations)} connections are one-sided.`,
      doubtful: ({ one_way, conversations }) =>
        `${share(one_way, conversations)} connections show one direction. Let the mirror port copy received and sent traffic.`,
      unknown: () => 'There are no TCP connections to tell it by.',
    },
    device_traffic: {
      good: ({ between, packets }) =>
        `Devices talk to each other: ${share(between, packets)} packets go from one to another.`,
      doubtful: ({ between, packets }) =>
        `Nearly all of it is broadcast (${share(between, packets)} packets go from device to device). The recorder probably hangs on an ordinary port, not on a mirror port.`,
      unknown: () => 'There are no packets.',
    },
    no_copies: {
      good: ({ repeated, tcp }) =>
        `Packets are in it once: ${share(repeated, tcp)} TCP packets are a repetition.`,
      doubtful: ({ repeated, tcp }) =>
        `${share(repeated, tcp)} TCP packets are in it twice. Mirror one side: two ports of one connection, or a VLAN in both directions, gives everything twice.`,
      unknown: () => 'There is too little TCP to tell it by.',
    },
    vlan_tags: {
      good: ({ vlans }) => `VLAN numbers are there: ${vlans}.`,
      doubtful: ({ ranges }) =>
        `Cards of ${ranges} address ranges are seen and no VLAN number. Perhaps the mirror takes the tags off (Cisco: add encapsulation replicate), or one VLAN is missing.`,
      unknown: () =>
        'One address range and no VLAN numbers: whether a VLAN is missing cannot be seen.',
    },
    whole_packets: {
      good: () => 'Packets were recorded whole.',
      doubtful: ({ cut, packets }) =>
        `${share(cut, packets)} packets are cut short. Record without a length limit (snaplen 0), otherwise names and models are lost.`,
      unknown: () => 'There are no packets.',
    },
    nothing_lost: {
      good: () => 'Nothing was lost while recording.',
      doubtful: ({ dropped, gaps }) =>
        `Traffic was lost: ${Number(dropped).toLocaleString('en-GB')} packets by the recorder’s own count, ${Number(gaps).toLocaleString('en-GB')} gaps in TCP. The mirror port or the disk cannot keep up.`,
      unknown: () => 'There is too little TCP to tell it by.',
    },
    long_enough: {
      good: ({ seconds }) => `The recording lasts ${hours(Number(seconds))}.`,
      doubtful: ({ seconds }) =>
        `The recording lasts ${hours(Number(seconds))}. What speaks once an hour or once a shift is not in it. Better record a working day.`,
      unknown: () => 'The packets have no time.',
    },
    clock: {
      good: ({ first, last }) => `The clock looks right: ${date(first)} until ${date(last)}.`,
      doubtful: ({ first, last, why }) =>
        why === 'future'
          ? `The recording ends in the future (${date(last)}). Set the clock of the recorder.`
          : why === 'past'
            ? `The recording begins on ${date(first)}. The recorder did not know the date.`
            : `More than a month lies between the first and the last packet (${date(first)} until ${date(last)}). One packet with a wrong time is enough.`,
      unknown: () => 'The packets have no time.',
    },
  },
  devices: 'Devices',
  talks: 'Conversations',
  signals: 'To judge',
  unseen: 'Not seen',
  device: 'Device',
  address: 'Address',
  maker: 'Maker',
  model: 'Model',
  firmware: 'Firmware',
  role: 'Role',
  level: 'Level',
  speaks: 'Protocols',
  unknown: 'unknown',
  outside: 'outside the site',
  silent: 'silent',
  parts: (count) => (count === 1 ? '1 part' : `${count} parts`),
  to: 'To',
  service: 'Service',
  operations: 'Operations',
  what: 'What',
  times: 'Times',
  frame: 'Frame',
  details: 'Details',
  noTalks: 'No conversations between devices seen.',
  noSignals: 'Nothing seen that a person must judge.',
  allSeen: 'Nothing special: this recording has no known blind spots.',
  more: (count) => `Show ${count} more`,
  keep: 'Keep these facts',
  keepText: (devices, talks) =>
    `You keep ${devices === 1 ? '1 device' : `${devices} devices`} and ${talks === 1 ? '1 conversation' : `${talks} conversations`}: names, addresses, models, who talks to whom and in which packet that stands. The packets themselves do not go along. After that you choose for each device what goes into the register.`,
  keepWho: 'Your role may look, not keep. Ask the CISO or the OT engineer.',
  site: 'Where was this recorded?',
  anySite: 'Not known, or everywhere',
  asFile: 'See exactly what is kept (JSON)',
  send: 'Keep the facts',
  sending: 'The facts are being kept.',
  toProposals: 'Choose what goes into the register',
  signalsTo: 'Put the signals among the alerts as well',
  kit: 'How do you make a good capture?',
  map: 'To the map',
}

function hours(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`
  const value = (seconds / 3_600).toLocaleString('en-GB', { maximumFractionDigits: 1 })
  return `${value} hours`
}

function date(text: unknown): string {
  const shape = { dateStyle: 'medium', timeStyle: 'short' } as const
  return new Date(String(text)).toLocaleString('en-GB', shape)
}
