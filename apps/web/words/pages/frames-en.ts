// SPDX-License-Identifier: EUPL-1.2
import type { FramesWords } from './frames-words.ts'

export const framesEn: FramesWords = {
  title: (frame) => `Packet ${frame}`,
  intro: 'This went over the network, as it was recorded. The finding rests on it.',
  finding: 'Finding',
  others: 'Other packets of this finding',
  none: 'This finding does not rest on network traffic: it names no packet.',
  facts: {
    capture: 'Recording',
    at: 'Time',
    noTime: 'the recording gives no time',
    from: 'From',
    to: 'To',
    vlan: 'VLAN',
    protocols: 'Protocols',
    unknown: 'unknown',
    service: 'Service',
    bytes: 'Size',
    size: (kept, wire) => (kept === wire ? `${wire} bytes` : `${wire} bytes, ${kept} recorded`),
    says: 'Says of the device',
  },
  hex: 'Bytes, hexadecimal',
  seal: {
    same: 'The recording is the one of the finding: its fingerprint matches.',
    unchecked: 'Your browser could not check whether this is the same recording.',
  },
  notKept:
    'The recording is not kept here; its fingerprint is. If you still have the file, choose it: your browser looks the packet up, and nothing is sent.',
  notKeptUnknown:
    'Of this recording only the name is known here. If you have the file, choose it: your browser looks the packet up, and nothing is sent.',
  tooLarge:
    'The recording is kept, but too large to fetch like this. Choose the file on your own disk: your browser looks the packet up.',
  choose: 'Choose the recording',
  hint: 'pcap or pcapng, packed with gzip or not',
  looking: 'Looking the packet up…',
  no: {
    'other-file':
      'This is another file: its fingerprint is not that of the recording the finding rests on.',
    'no-capture': 'This file is no recording. Expected: pcap or pcapng.',
    'too-large': 'This file is too large for your browser. Up to 512 MB works here.',
  },
  notThere: (packets) => `This packet is not in it: the recording has ${packets}.`,
}
