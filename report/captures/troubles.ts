// SPDX-License-Identifier: EUPL-1.2
// Why a file could not be read, or not to its end.
type Words = Readonly<Record<'nl' | 'en', string>>

export const captureTroubles: Readonly<Record<string, Words>> = {
  ENOENT: { en: 'there is no such file', nl: 'dit bestand is er niet' },
  EACCES: { en: 'may not be read', nl: 'mag niet gelezen worden' },
  EPERM: { en: 'may not be read', nl: 'mag niet gelezen worden' },
  EISDIR: { en: 'is a folder', nl: 'is een map' },
  EIO: { en: 'the disk gives an error', nl: 'de schijf geeft een fout' },
  'no-captures': {
    en: 'no captures in this folder (.pcap, .pcapng, .cap, also .gz or .zst)',
    nl: 'geen opnamen in deze map (.pcap, .pcapng, .cap, ook .gz of .zst)',
  },
  empty: { en: 'is empty', nl: 'is leeg' },
  'cut-in-header': {
    en: 'is no capture: it ends within the header',
    nl: 'is geen opname: het eindigt in de kop',
  },
  'unknown-magic': {
    en: 'is no capture: expected pcap or pcapng',
    nl: 'is geen opname: verwacht was pcap of pcapng',
  },
  'unknown-version': {
    en: 'is a capture of a version that is not known',
    nl: 'is een opname van een onbekende versie',
  },
  'packed-cut-short': {
    en: 'the compressed file ends too soon; what came before is read',
    nl: 'het ingepakte bestand eindigt te vroeg; wat ervoor kwam is gelezen',
  },
  'packed-damaged': {
    en: 'the compressed file is damaged; what came before is read',
    nl: 'het ingepakte bestand is beschadigd; wat ervoor kwam is gelezen',
  },
  'unpacks-without-end': {
    en: 'unpacks to far more than a capture does; reading stopped there',
    nl: 'wordt bij uitpakken veel groter dan een opname wordt; daar is gestopt met lezen',
  },
  'packed-zstd': {
    en: 'is packed with zstd, which a browser cannot unpack; unpack it first, or use `schouw inspect`',
    nl: 'is ingepakt met zstd, en dat pakt een browser niet uit; pak het eerst uit, of gebruik `schouw inspect`',
  },
  'gone-while-reading': {
    en: 'was moved or changed while it was being read; what came before is read',
    nl: 'is verplaatst of gewijzigd tijdens het lezen; wat ervoor kwam is gelezen',
  },
}
