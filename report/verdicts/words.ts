// SPDX-License-Identifier: EUPL-1.2
import type { LayerName, LayerState } from '@schouw/core/ledger/verdicts'

type Said = Readonly<Record<'nl' | 'en', string>>

export const stateWords: Readonly<Record<LayerState, Said>> = {
  proven: { en: 'proven', nl: 'bewezen' },
  refused: { en: 'REFUSED', nl: 'GEWEIGERD' },
  unproven: { en: 'UNPROVEN', nl: 'ONBEWEZEN' },
  'not-claimed': { en: 'not claimed', nl: 'niet beweerd' },
}

export const layerWords: Readonly<Record<LayerName, Said>> = {
  container: { en: 'container', nl: 'verpakking' },
  manifest: { en: 'list of files', nl: 'lijst van bestanden' },
  entries: { en: 'entries', nl: 'regels' },
  entry: { en: 'entry', nl: 'regel' },
  payloads: { en: 'contents', nl: 'inhoud' },
  inclusion: { en: 'place in the log', nl: 'plaats in het logboek' },
  tiles: { en: 'tree', nl: 'boom' },
  signature: { en: 'signature', nl: 'handtekening' },
  key: { en: 'key from outside', nl: 'sleutel van buiten' },
  heads: { en: 'known heads', nl: 'bekende koppen' },
  witnesses: { en: 'witnesses', nl: 'getuigen' },
  timestamp: { en: 'time-stamp', nl: 'tijdstempel' },
  revocation: { en: 'revocation lists', nl: 'intrekkingslijsten' },
  qualified: { en: 'qualified service', nl: 'gekwalificeerde dienst' },
  records: { en: 'records', nl: 'registers' },
  beside: { en: 'kept beside the log', nl: 'naast het logboek' },
  files: { en: 'files', nl: 'bestanden' },
  accompanying: { en: 'for people only', nl: 'alleen voor mensen' },
  assertion: { en: 'passkey', nl: 'passkey' },
  document: { en: 'document', nl: 'stuk' },
  enrolment: { en: 'whose passkey', nl: 'wiens passkey' },
}

export const sentences = {
  proven: { en: 'everything it claims is proven', nl: 'alles wat het beweert is bewezen' },
  notProven: { en: 'NOT proven', nl: 'NIET bewezen' },
  nothing: {
    en: 'there is no log in it: nobody has set up an organisation here yet',
    nl: 'er staat geen logboek in: hier is nog geen organisatie ingericht',
  },
  finding: { en: 'finding', nl: 'bevinding' },
  findings: { en: 'findings', nl: 'bevindingen' },
  more: { en: 'more; --json gives all', nl: 'meer; --json geeft ze alle' },
  limits: {
    en: 'Proven is order and content since the first head outside the operator’s reach; not that what was written was true.',
    nl: 'Bewezen zijn volgorde en inhoud sinds de eerste kop buiten bereik van de beheerder; niet dat waar is wat er geschreven werd.',
  },
} as const satisfies Readonly<Record<string, Said>>

/** What a code means, for people; one that is not here is told as it is. */
export const codeWords: Readonly<Record<string, Said>> = {
  'container-broken': { en: 'the zip cannot be read', nl: 'de zip is niet te lezen' },
  'container-not-canonical': {
    en: 'the zip is not in its one form; this byte differs',
    nl: 'de zip heeft niet zijn ene vorm; deze byte wijkt af',
  },
  'container-name': { en: 'a name that no dossier has', nl: 'een naam die geen dossier heeft' },
  'container-order': {
    en: 'files out of order, or one of them twice',
    nl: 'bestanden niet op volgorde, of een ervan dubbel',
  },
  'container-large': { en: 'more than a dossier holds', nl: 'meer dan een dossier bevat' },
  'media-type-differs': {
    en: 'it does not say that it is a dossier',
    nl: 'er staat niet in dat het een dossier is',
  },
  'file-unknown-name': {
    en: 'a file that does not belong in it',
    nl: 'een bestand dat er niet in hoort',
  },
  'file-unlisted': {
    en: 'a file that the list does not name',
    nl: 'een bestand dat niet op de lijst staat',
  },
  'file-differs': {
    en: 'the file is not the one on the list',
    nl: 'het bestand is niet dat van de lijst',
  },
  'manifest-missing': {
    en: 'the list of files is missing',
    nl: 'de lijst van bestanden ontbreekt',
  },
  'manifest-changed': {
    en: 'the list of files was changed',
    nl: 'de lijst van bestanden is gewijzigd',
  },
  'description-malformed': {
    en: 'dossier.json is not what it should be',
    nl: 'dossier.json is niet wat het moet zijn',
  },
  'headers-malformed': { en: 'the entries cannot be read', nl: 'de regels zijn niet te lezen' },
  'headers-count': { en: 'not as many entries as it says', nl: 'niet zoveel regels als er staat' },
  'payloads-malformed': { en: 'the contents cannot be read', nl: 'de inhoud is niet te lezen' },
  'checkpoint-missing': {
    en: 'a time-stamp without its checkpoint',
    nl: 'een tijdstempel zonder zijn checkpoint',
  },
  'approval-file-missing': {
    en: 'statement, signature or document of an approval is not in it',
    nl: 'verklaring, handtekening of stuk van een akkoord zit er niet in',
  },
  'enrolment-missing': {
    en: 'the enrolment of the key is not shown',
    nl: 'de aanmelding van de sleutel wordt niet getoond',
  },
  'approval-differs': {
    en: 'the vote does not say what was signed',
    nl: 'de stem zegt niet wat getekend is',
  },
  'entry-changed': { en: 'this entry was changed', nl: 'deze regel is gewijzigd' },
  'entry-missing': { en: 'this entry is missing', nl: 'deze regel ontbreekt' },
  'entry-unexpected': {
    en: 'there is an entry that the log does not have',
    nl: 'er staat een regel die het logboek niet heeft',
  },
  'entry-time-differs': {
    en: 'the time beside the entry is not the one in it',
    nl: 'de tijd naast de regel is niet die erin',
  },
  'entry-not-given': {
    en: 'the entry that it is about was not given; give --entry',
    nl: 'de regel waar het over gaat is niet gegeven; geef --entry',
  },
  'entries-unsigned': {
    en: 'entries that no signed head covers yet',
    nl: 'regels waar nog geen ondertekende kop over gaat',
  },
  'header-malformed': { en: 'the entry cannot be read', nl: 'de regel is niet te lezen' },
  'header-other-log': {
    en: 'the entry belongs to another log',
    nl: 'de regel hoort bij een ander logboek',
  },
  'previous-differs': {
    en: 'the entry does not follow from the one before it about the same record',
    nl: 'de regel volgt niet op de vorige over hetzelfde gegeven',
  },
  'opening-misplaced': {
    en: 'the opening of the log is not where it should be',
    nl: 'de opening van het logboek staat niet waar ze hoort',
  },
  'leaf-differs': {
    en: 'the stored hash of the entry was changed',
    nl: 'de bewaarde hash van de regel is gewijzigd',
  },
  'head-differs': {
    en: 'size or root are not those that were signed',
    nl: 'omvang of wortel zijn niet die ondertekend zijn',
  },
  'key-change-refused': { en: 'a change of key does not hold', nl: 'een sleutelwissel klopt niet' },
  'erasure-refused': { en: 'an erasure does not hold', nl: 'een wissing klopt niet' },
  'payload-changed': { en: 'the content was changed', nl: 'de inhoud is gewijzigd' },
  'payload-missing': {
    en: 'content is missing, and no erasure says so',
    nl: 'inhoud ontbreekt, en geen wissing zegt dat',
  },
  'payload-not-erased': {
    en: 'content that was erased is back',
    nl: 'inhoud die gewist was is terug',
  },
  'payload-half-erased': { en: 'content is half erased', nl: 'inhoud is half gewist' },
  'payload-unknown': {
    en: 'there is content that no entry tells of',
    nl: 'er is inhoud waar geen regel van weet',
  },
  'tile-changed': {
    en: 'a tile of the tree was changed',
    nl: 'een tegel van de boom is gewijzigd',
  },
  'tile-missing': { en: 'a tile of the tree is missing', nl: 'een tegel van de boom ontbreekt' },
  'tile-unexpected': {
    en: 'there is a tile that the tree does not have',
    nl: 'er staat een tegel die de boom niet heeft',
  },
  'tile-root-differs': {
    en: 'the stored root of a tile was changed',
    nl: 'de bewaarde wortel van een tegel is gewijzigd',
  },
  'root-differs': {
    en: 'entries and tiles both are not what was signed',
    nl: 'regels en tegels zijn allebei niet wat ondertekend is',
  },
  'checkpoint-root-differs': {
    en: 'another history was signed, no later than at this size',
    nl: 'er is een andere geschiedenis ondertekend, uiterlijk bij deze omvang',
  },
  'checkpoint-misnamed': {
    en: 'a signed head lies under a size that is not its own',
    nl: 'een ondertekende kop ligt onder een omvang die niet de zijne is',
  },
  'checkpoint-beyond-entries': {
    en: 'more entries were signed than there are',
    nl: 'er zijn meer regels ondertekend dan er staan',
  },
  'checkpoint-refused': {
    en: 'a signed head does not hold',
    nl: 'een ondertekende kop klopt niet',
  },
  'checkpoint-unsigned': {
    en: 'none of the given keys has signed it',
    nl: 'geen van de gegeven sleutels heeft het ondertekend',
  },
  'checkpoint-origin': { en: 'it is of another log', nl: 'het is van een ander logboek' },
  'note-unverified': {
    en: 'none of the given keys has signed it',
    nl: 'geen van de gegeven sleutels heeft het ondertekend',
  },
  'note-signature-wrong': { en: 'the signature does not hold', nl: 'de handtekening klopt niet' },
  'key-missing': {
    en: 'no key was given to check the signature by; give --key',
    nl: 'er is geen sleutel gegeven om de handtekening mee te controleren; geef --key',
  },
  'key-differs': {
    en: 'the log has another key than the one given',
    nl: 'het logboek heeft een andere sleutel dan de gegeven',
  },
  'keys-differ': {
    en: 'keys.txt names other keys than the log',
    nl: 'keys.txt noemt andere sleutels dan het logboek',
  },
  'key-unreadable': {
    en: 'no key of the log can be read',
    nl: 'geen sleutel van het logboek is te lezen',
  },
  'key-row-missing': {
    en: 'a key of the log is not stored',
    nl: 'een sleutel van het logboek is niet bewaard',
  },
  'key-row-differs': {
    en: 'what is stored of a key is not what the log says',
    nl: 'wat van een sleutel bewaard is, is niet wat het logboek zegt',
  },
  'key-row-unexpected': {
    en: 'a key is stored that the log does not have',
    nl: 'er is een sleutel bewaard die het logboek niet heeft',
  },
  'log-missing': { en: 'the log is missing', nl: 'het logboek ontbreekt' },
  'log-row-differs': {
    en: 'what is stored of the head is not what the entries come to',
    nl: 'wat van de kop bewaard is, is niet waar de regels op uitkomen',
  },
  'head-unknown': {
    en: 'no signed head is known; give --checkpoint',
    nl: 'er is geen ondertekende kop bekend; geef --checkpoint',
  },
  'heads-missing': {
    en: 'the folder of known heads is missing',
    nl: 'de map met bekende koppen ontbreekt',
  },
  'head-unreadable': { en: 'a known head cannot be read', nl: 'een bekende kop is niet te lezen' },
  'head-row-differs': { en: 'a stored head was changed', nl: 'een bewaarde kop is gewijzigd' },
  'record-differs': {
    en: 'the record is not what the log says',
    nl: 'het gegeven is niet wat het logboek zegt',
  },
  'record-missing': { en: 'the record is missing', nl: 'het gegeven ontbreekt' },
  'record-unexpected': {
    en: 'there is a record that the log does not know',
    nl: 'er is een gegeven dat het logboek niet kent',
  },
  'record-kind-unknown': {
    en: 'a record of an unknown kind',
    nl: 'een gegeven van een onbekende soort',
  },
  'record-unreadable': {
    en: 'what the log says of the record cannot be read',
    nl: 'wat het logboek van het gegeven zegt is niet te lezen',
  },
  'record-count-differs': {
    en: 'there are more records than the log knows',
    nl: 'er zijn meer gegevens dan het logboek kent',
  },
  'link-unexpected': {
    en: 'a link or unique value without its record',
    nl: 'een verwijzing of unieke waarde zonder haar gegeven',
  },
  'answer-malformed': {
    en: 'a kept answer cannot be read',
    nl: 'een bewaard antwoord is niet te lezen',
  },
  'answer-differs': {
    en: 'a kept answer is not what the record was',
    nl: 'een bewaard antwoord is niet wat het gegeven was',
  },
  'act-differs': { en: 'a waiting act was changed', nl: 'een wachtende handeling is gewijzigd' },
  'tenant-unknown': {
    en: 'there are rows of an organisation that is not there',
    nl: 'er staan gegevens van een organisatie die er niet is',
  },
  'database-unreadable': { en: 'the database cannot be read', nl: 'de database is niet te lezen' },
  'file-missing': { en: 'a file is missing', nl: 'een bestand ontbreekt' },
  'file-changed': { en: 'a file was changed', nl: 'een bestand is gewijzigd' },
  'file-unexpected': { en: 'a file that nothing tells of', nl: 'een bestand waar niets van weet' },
  'proof-member': { en: 'the proof cannot be read', nl: 'het bewijs is niet te lezen' },
  'proof-does-not-lead': {
    en: 'the proof does not lead to the signed root',
    nl: 'het bewijs komt niet op de ondertekende wortel uit',
  },
  'quorum-not-reached': {
    en: 'too few witnesses have signed',
    nl: 'er hebben te weinig getuigen ondertekend',
  },
  'cosignature-differs': {
    en: 'a stored signature of a witness was changed',
    nl: 'een bewaarde handtekening van een getuige is gewijzigd',
  },
  'stamped-missing': {
    en: 'what it stamps was not given; give --stamped',
    nl: 'wat het stempelt is niet gegeven; geef --stamped',
  },
  'anchors-missing': {
    en: 'no root of an authority was given; give --anchor',
    nl: 'er is geen stamcertificaat gegeven; geef --anchor',
  },
  'stamp-row-differs': {
    en: 'a stored time-stamp was changed',
    nl: 'een bewaard tijdstempel is gewijzigd',
  },
  'validation-malformed': {
    en: 'what a time-stamp was believed by cannot be read',
    nl: 'waarop een tijdstempel geloofd werd is niet te lezen',
  },
  'renewal-malformed': {
    en: 'a list of renewed time-stamps cannot be read',
    nl: 'een lijst van vernieuwde tijdstempels is niet te lezen',
  },
  'renewal-differs': {
    en: 'another time-stamp was renewed than the one that is here',
    nl: 'er is een ander tijdstempel vernieuwd dan dat hier ligt',
  },
  'renewal-late': {
    en: 'it was renewed after its certificate had ended',
    nl: 'het is vernieuwd toen zijn certificaat al was afgelopen',
  },
  'imprint-differs': { en: 'it stamps something else', nl: 'het stempelt iets anders' },
  'signature-wrong': { en: 'the signature does not hold', nl: 'de handtekening klopt niet' },
  'chain-untrusted': {
    en: 'its chain does not end at a given root',
    nl: 'zijn keten eindigt niet bij een gegeven stamcertificaat',
  },
  'certificate-revoked': { en: 'a certificate was revoked', nl: 'een certificaat is ingetrokken' },
  'time-in-the-future': { en: 'its time is still to come', nl: 'zijn tijd moet nog komen' },
  'approval-member': { en: 'the approval cannot be read', nl: 'het akkoord is niet te lezen' },
  'challenge-differs': {
    en: 'something else was signed than this statement',
    nl: 'er is iets anders ondertekend dan deze verklaring',
  },
  'document-differs': { en: 'it is about another document', nl: 'het gaat over een ander stuk' },
  'credential-differs': {
    en: 'it was signed with another key than the one given',
    nl: 'het is met een andere sleutel ondertekend dan de gegeven',
  },
  'credential-revoked': {
    en: 'the passkey was revoked by then',
    nl: 'de passkey was toen ingetrokken',
  },
  'credential-not-enrolled': {
    en: 'the passkey was not enrolled by then',
    nl: 'de passkey was toen nog niet ingeschreven',
  },
  'file-unknown': {
    en: 'no proof, checkpoint, time-stamp or approval that can be read',
    nl: 'geen bewijs, checkpoint, tijdstempel of akkoord dat te lezen is',
  },
}
