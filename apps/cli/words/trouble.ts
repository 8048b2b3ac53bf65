// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../language.ts'

const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
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
}

const place = { en: 'at byte', nl: 'bij byte' } as const
const stood = { en: 'stood', nl: 'stond' } as const

/** One line: the file, what is wrong, and where. */
export function troubleLine(
  name: string,
  code: string,
  language: Language,
  where?: { readonly offset: number; readonly found: string },
): string {
  const what = words[code]?.[language] ?? code
  if (where === undefined || where.found === '') return `${name}: ${what}`
  const { offset, found } = where
  return `${name}: ${what}; ${place[language]} ${offset} ${stood[language]} ${found.slice(0, 16)}`
}
