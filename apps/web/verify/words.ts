// SPDX-License-Identifier: EUPL-1.2

const nl = {
  title: 'Dossier controleren',
  intro:
    'Kies een dossier, bewijs, checkpoint, tijdstempel of akkoord. Alles gebeurt op dit apparaat: deze bladzijde gebruikt geen netwerk.',
  choose: 'Bestand om te controleren',
  trust:
    'Wat u van elders weet: sleutels, stamcertificaat van een tijdstempeldienst, of waar het bestand over gaat',
  proven: 'Alles wat het beweert is bewezen',
  notProven: 'Niet bewezen',
  checked: 'Gecontroleerd',
  what: 'Wat',
  state: 'Oordeel',
  facts: 'Waarop',
  findings: 'Bevindingen',
  approvals: 'Wie wat besloot',
  who: 'Wie',
  decision: 'Besluit',
  since: 'Tussen',
  noTime: 'onbekend',
  synced: 'passkey op meer apparaten',
  decisions: {
    approve: 'voor',
    reject: 'tegen',
    abstain: 'onthouding',
    'took-note': 'kennisgenomen',
  } as Readonly<Record<string, string>>,
  not: 'Wat hiermee niet bewezen is',
  notTrue: 'Dat waar is wat er geschreven werd, of dat wie tekende het begreep.',
  notKey:
    'Van wie de sleutel van het logboek is: u gaf er geen. Vraag hem op bij de organisatie, of lees hem van ondertekende notulen.',
  notTime:
    'Wanneer: er is geen tijdstempel dat hier gecontroleerd kon worden. De tijden zijn die van de organisatie zelf.',
  notHistory:
    'Dat dit de enige geschiedenis is: daarvoor is een tijdstempel, getuige of elders bewaard checkpoint nodig.',
  notAccompanying: 'Dat rapport en leesmij kloppen met het logboek: die zijn voor mensen.',
  notQualified: 'Een gekwalificeerde handtekening: een akkoord met een passkey is dat niet.',
  own: 'Vingerafdruk van deze bladzijde (SHA-256)',
  ownWhy: 'Vergelijk met een die u van elders hebt: met het bewijs reist de bladzijde mee.',
  unread: 'Dit bestand is niet te lezen.',
}

export type PageWords = typeof nl

const en: PageWords = {
  title: 'Check a dossier',
  intro:
    'Choose a dossier, proof, checkpoint, time-stamp or approval. Everything happens on this device: this page uses no network.',
  choose: 'File to check',
  trust:
    'What you know from elsewhere: keys, root certificate of a time-stamp authority, or what the file is about',
  proven: 'Everything it claims is proven',
  notProven: 'Not proven',
  checked: 'Checked',
  what: 'What',
  state: 'Verdict',
  facts: 'On what',
  findings: 'Findings',
  approvals: 'Who decided what',
  who: 'Who',
  decision: 'Decision',
  since: 'Between',
  noTime: 'unknown',
  synced: 'passkey on several devices',
  decisions: {
    approve: 'for',
    reject: 'against',
    abstain: 'abstained',
    'took-note': 'took note',
  },
  not: 'What this does not prove',
  notTrue: 'That what was written is true, or that whoever signed understood it.',
  notKey:
    'Whose the key of the log is: you gave none. Ask the organisation for it, or read it from signed minutes.',
  notTime:
    'When: there is no time-stamp that could be checked here. The times are the organisation’s own.',
  notHistory:
    'That this is the only history: that takes a time-stamp, a witness or a checkpoint kept elsewhere.',
  notAccompanying: 'That report and read-me agree with the log: those are for people.',
  notQualified: 'A qualified signature: an approval with a passkey is not one.',
  own: 'Fingerprint of this page (SHA-256)',
  ownWhy: 'Compare it with one from elsewhere: the page travels with the evidence.',
  unread: 'This file cannot be read.',
}

export const pageWords = { nl, en } as const
