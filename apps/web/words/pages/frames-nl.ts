// SPDX-License-Identifier: EUPL-1.2
import type { FramesWords } from './frames-words.ts'

export const framesNl: FramesWords = {
  title: (frame) => `Pakket ${frame}`,
  intro: 'Dit ging over het netwerk, zoals het is opgenomen. De bevinding rust erop.',
  finding: 'Bevinding',
  others: 'Andere pakketten van deze bevinding',
  none: 'Deze bevinding rust niet op netwerkverkeer: er wordt geen pakket in genoemd.',
  facts: {
    capture: 'Opname',
    at: 'Tijd',
    noTime: 'de opname geeft geen tijd',
    from: 'Van',
    to: 'Naar',
    vlan: 'VLAN',
    protocols: 'Protocollen',
    unknown: 'onbekend',
    service: 'Dienst',
    bytes: 'Grootte',
    size: (kept, wire) =>
      kept === wire ? `${wire} bytes` : `${wire} bytes, waarvan ${kept} opgenomen`,
    says: 'Zegt over het apparaat',
  },
  hex: 'Bytes, hexadecimaal',
  seal: {
    same: 'De opname is dezelfde als toen de bevinding werd gedaan: de vingerafdruk klopt.',
    unchecked: 'Of dit dezelfde opname is, kon uw browser niet nagaan.',
  },
  notKept:
    'De opname is hier niet bewaard; wel haar vingerafdruk. Hebt u het bestand nog, kies het dan: uw browser zoekt het pakket op, en er wordt niets verstuurd.',
  notKeptUnknown:
    'Van deze opname staat hier alleen de naam. Hebt u het bestand, kies het dan: uw browser zoekt het pakket op, en er wordt niets verstuurd.',
  tooLarge:
    'De opname is bewaard, maar te groot om zo op te halen. Kies het bestand op uw eigen schijf: uw browser zoekt het pakket op.',
  choose: 'Kies de opname',
  hint: 'pcap of pcapng, ook gezipt met gzip',
  looking: 'Het pakket wordt opgezocht…',
  no: {
    'other-file':
      'Dit is een ander bestand: de vingerafdruk is niet die van de opname waarop de bevinding rust.',
    'no-capture': 'Dit bestand is geen opname. Verwacht: pcap of pcapng.',
    'too-large': 'Dit bestand is te groot voor uw browser. Tot 512 MB gaat het hier.',
  },
  notThere: (packets) => `Dit pakket staat er niet in: de opname heeft er ${packets}.`,
}
