// SPDX-License-Identifier: EUPL-1.2
import type { MirrorWords } from './mirror-words.ts'

const share = (part: unknown, whole: unknown) =>
  `${Number(part).toLocaleString('en-GB')} of ${Number(whole).toLocaleString('en-GB')}`

export const en: MirrorWords = {
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
