// SPDX-License-Identifier: EUPL-1.2
import type { Language } from './speech.ts'

/*
 * Readers of files say in English what they expected. A reader of a Dutch report reads Dutch: the
 * phrases they are made of, longest first. What nobody listed stays as it was said.
 */
const dutch: readonly (readonly [RegExp, string])[] = [
  [/ for "([^"]*)"$/, ' bij "$1"'],
  [/^one of\b/, 'een van'],
  [/\ba known key, perhaps\b/, 'een bekende sleutel, misschien'],
  [/, perhaps "/, ', misschien "'],
  [/\ba security level: 0, 1, 2, 3 or 4/, 'een beveiligingsniveau: 0, 1, 2, 3 of 4'],
  [/\ba NACE code like (\S+) or (\S+)/, 'een NACE-code zoals $1 of $2'],
  [/\ba service like (.*) or (\S+)/, 'een dienst zoals $1 of $2'],
  [/\ba list of services\b/, 'een lijst van diensten'],
  [/\ba list of years\b/, 'een lijst van jaren'],
  [/\ba measure: a … j\b/, 'een maatregel: a tot en met j'],
  [/\ba requirement: A1 … J8\b/, 'een eis: A1 tot en met J8'],
  [/\ba time zone like\b/, 'een tijdzone zoals'],
  [/\bone file with\b/, 'één bestand met'],
  [/\bat least one service\b/, 'ten minste één dienst'],
  [/\bat least one year\b/, 'ten minste één jaar'],
  [
    /\ba name of letters, digits, dot, dash or underscore\b/,
    'een naam van letters, cijfers, punt, streepje of liggend streepje',
  ],
  [
    /\bthis file: name, jurisdiction, sector and fiscal_years of the company\b/,
    'dit bestand: naam, land, sector en boekjaren van het bedrijf',
  ],
  [
    /\beither level, or not_applicable with the reason\b/,
    'een niveau, of niet van toepassing met de reden',
  ],
  [/\bnace, or annex and sector_id\b/, 'een NACE-code, of bijlage en sector'],
  [/\ba first line with column names\b/, 'een eerste regel met kolomnamen'],
  [/\ba delimiter after a closing quote\b/, 'een scheidingsteken na een sluitend aanhalingsteken'],
  [/\ba closing quote\b/, 'een sluitend aanhalingsteken'],
  [/\ba closing character\b/, 'een sluitteken'],
  [/\bthe same indentation as above\b/, 'dezelfde inspringing als hierboven'],
  [/\bblanks for indentation\b/, 'spaties als inspringing'],
  [/\bwell-formed YAML\b/, 'geldige YAML'],
  [/\ba file that can be read\b/, 'een leesbaar bestand'],
  [/\ba workbook that can be read\b/, 'een leesbare werkmap'],
  [/\ban \.xlsx workbook\b/, 'een .xlsx-werkmap'],
  [/\ba whole workbook\b/, 'een hele werkmap'],
  [/\ba text file\b/, 'een tekstbestand'],
  [/\ban address range like\b/, 'een adresbereik zoals'],
  [/\bMAC addresses like\b/, 'MAC-adressen zoals'],
  [/\bIP addresses like\b/, 'IP-adressen zoals'],
  [/\ba date like (\S+) or (\S+)/, 'een datum zoals $1 of $2'],
  [/\ba date like\b/, 'een datum zoals'],
  [/\ba time like\b/, 'een tijd zoals'],
  [/\bja or nee, yes or no\b/, 'ja of nee'],
  [/\btrue or false\b/, 'true of false'],
  [/\bnames separated by commas\b/, 'namen met komma’s ertussen'],
  [/\ba VLAN number\b/, 'een VLAN-nummer'],
  [/\ba level: (.*) or (\S+)/, 'een niveau: $1 of $2'],
  [/\ba step: (.*) or (\S+)/, 'een stap: $1 of $2'],
  [/\btimes a year\b/, 'keren per jaar'],
  [/\bwhole years\b/, 'hele jaren'],
  [/\blow not above high\b/, 'laag niet boven hoog'],
  [/\blow and high\b/, 'laag en hoog'],
  [/\bprocesses that do not need themselves\b/, 'processen die niet van zichzelf afhangen'],
  [/\ba percentage\b/, 'een percentage'],
  [/\bannual work units\b/, 'arbeidsjaren'],
  [/\ba mapping of keys\b/, 'sleutels met waarden'],
  [/\ba column "/, 'een kolom "'],
  [/\bone column "/, 'één kolom "'],
  [/\bone document\b/, 'één document'],
  [/\bevery id once\b/, 'elk id één keer'],
  [/\bevery key once\b/, 'elke sleutel één keer'],
  [/\bat least one day\b/, 'ten minste één dag'],
  [/\bat most (\d+)\b/, 'hooguit $1'],
  [/\bcharacters in a cell\b/, 'tekens in een cel'],
  [/\bcharacters\b/, 'tekens'],
  [/\bcolumns\b/, 'kolommen'],
  [/\bvalues, (\d+) deep\b/, 'waarden, $1 diep'],
  [/\bbytes unpacked\b/, 'bytes uitgepakt'],
  [/\bparts\b/, 'delen'],
  [/\bhours\b/, 'uren'],
  [/\beuros\b/, 'euro'],
  [/, (\d+) or more\b/, ', $1 of meer'],
  [/(\d) to (\d)/, '$1 tot en met $2'],
  [/\bdays, from and to\b/, 'dagen, van en tot'],
  [/\ba number\b/, 'een getal'],
  [/\ba year\b/, 'een jaar'],
  [/\ba list\b/, 'een lijst'],
  [/\ba text\b/, 'een tekst'],
  [/\ba table\b/, 'een tabel'],
  [/\ba folder\b/, 'een map'],
  [/\ba file\b/, 'een bestand'],
  [/\bthe id of a zone\b/, 'het id van een zone'],
  [/\bthe id of a site\b/, 'het id van een vestiging'],
  [/\bthe id of a process\b/, 'het id van een proces'],
]

const dutchFound: Readonly<Record<string, string>> = {
  nothing: 'niets',
  'binary data': 'geen tekst',
  'a broken link': 'een verwijzing naar niets',
  'something else': 'iets anders',
  more: 'meer',
  damage: 'schade',
  'a second': 'een tweede',
  'a damaged one': 'een beschadigde',
  'an old .xls or an encrypted workbook': 'een oude .xls of een versleutelde werkmap',
}

/** What a file should have held. */
export function expectation(text: string, language: Language): string {
  const inDutch = dutch.reduce((said, [from, to]) => said.replace(from, to), text)
  return { nl: inDutch, en: text }[language]
}

/** What stood there instead: mostly the file's own words. */
export function foundInstead(text: string, language: Language): string {
  return { nl: dutchFound[text] ?? text, en: text }[language]
}
