// SPDX-License-Identifier: EUPL-1.2

/**
 * Words that say nothing of the subject, in both languages. Matching is by rare words in common: it
 * proposes, and a person decides.
 */
const empty: ReadonlySet<string> = new Set(
  'the and are does you your our have has with for any all that this which how what when from can not there been within per het een van zijn doet uw ons onze heeft hebt hebben met voor aan bij dat die dit welke hoe wat wanneer uit als kan kunt niet wordt worden binnen ook door over onder organisatie organisation organization company companies bedrijf please describe beschrijf graag toelichten licht toe indien waar waarin wel geen een ander andere such other use used using gebruik gebruikt make sure ensure place have had was were will would should must may also into onto than then them they their its ervoor daarbij eventuele eventueel via etc ja nee yes least once minstens minimaal alle zo ons onze years laatste last afgelopen provide explain geef aan information informatie security beveiliging veiligheid cyber cybersecurity process proces procedure procedures system systems systeem systemen documented gedocumenteerd vastgelegd formal formeel'.split(
    ' ',
  ),
)

/** Written apart or with a dash, and meant as one word. Longest first. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(multi|two|twee|meer)[\s-]?(factor|staps|step)\w*|\b2fa\b|\b2-staps\w*/g, ' mfa '],
  [/\bback[\s-]?ups?\w*|reservekopie\w*|veiligheidskopie\w*/g, ' backup '],
  [/\be-?mails?\b/g, ' email '],
  [/\b(third|3rd)[\s-]part(y|ies)\b|\bderden?\b|\bderde partij(en)?\b/g, ' supplier '],
  [/\bsub[\s-]?(contract|process|verwerker|leverancier|supplier)\w*/g, ' supplier subcon '],
  [/\bpen[\s-]?test\w*|penetrati\w+/g, ' pentest '],
  [/\bbill of materials\b|\bsbom\b|componentenlijst/g, ' sbom '],
  [/\bbusiness continuity\b|bedrijfscontinu\w+|continuiteit\w*/g, ' continuity '],
  [/\bdisaster recovery\b|\bdrp?\b|\bbcp\b/g, ' continuity restore '],
  [/\bsecurity[\s-]awareness\b|bewust\w+/g, ' awareness '],
  [/\bremote[\s-](access|maintenance|support)\b|\bop afstand\b|\bvan buitenaf\b/g, ' remote '],
  [/\bend[\s-]of[\s-](life|support)\b/g, ' endoflife '],
  [/\bon-?boarding\b|\boff-?boarding\b|\b(in|uit)dienst\w*/g, ' joiner '],
  [/\bleast privilege\b|\bneed[\s-]to[\s-]know\b/g, ' access role '],
  [/\bjoiners?\b|\bleavers?\b|\binstroom\b|\buitstroom\b|\bdoorstroom\b/g, ' joiner '],
]

/**
 * One meaning, and what stands for it within a word in either language: Dutch writes compounds as
 * one word, in which several of these may be found.
 */
const concepts: readonly (readonly [string, readonly string[]])[] = [
  ['policy', ['beleid', 'policy', 'policies']],
  ['approved', ['approved', 'goedgekeurd', 'vastgesteld', 'bekrachtigd']],
  ['risk', ['risico', 'risk', 'dreiging', 'threat']],
  ['supplier', ['leveranc', 'supplier', 'vendor', 'toelever']],
  ['incident', ['inciden', 'breach', 'datalek']],
  ['notify', ['meld', 'notif', 'report', 'inform']],
  ['vulnerab', ['kwetsba', 'vulnerab', 'cve', 'zwakke']],
  ['patch', ['patch', 'update', 'bijgewerkt', 'bijwerk', 'upgrade']],
  ['restore', ['herstel', 'restor', 'recover', 'terugzet']],
  ['backup', ['backup']],
  ['training', ['training', 'traint', 'opleid', 'getraind', 'cursus', 'course', 'trained']],
  ['awareness', ['awareness']],
  ['board', ['bestuur', 'board', 'direct', 'management', 'executive', 'bestuurder', 'leiding']],
  ['encrypt', ['encrypt', 'versleut', 'cryptog', 'cipher']],
  ['access', ['access', 'toegang', 'autoris', 'authoris', 'authoriz', 'rechten', 'privileg']],
  ['review', ['review', 'herzien', 'herziening', 'beoordee', 'evalua', 'periodi', 'jaarlijks']],
  ['staff', ['medewer', 'employ', 'personeel', 'personnel', 'staff', 'worker']],
  ['segment', ['segment', 'scheid', 'separat', 'isolat', 'zone', 'zonering']],
  ['network', ['netwerk', 'network', 'firewall', 'lan', 'vlan']],
  ['owner', ['eigenaar', 'eigenaren', 'owner']],
  ['finding', ['bevinding', 'finding', 'tekortkom', 'corrective']],
  ['measure', ['maatreg', 'measures', 'controls']],
  ['inventory', ['inventar', 'inventory', 'asset', 'activa', 'cmdb', 'bedrijfsmiddel']],
  ['classify', ['classif', 'rubricer', 'labell']],
  ['physical', ['fysiek', 'physical', 'bezoeker', 'visitor', 'badge', 'toegangspas', 'kaartlezer']],
  ['logging', ['logging', 'logboek', 'logs', 'audittrail', 'logged', 'gelogd', 'logbestand']],
  ['monitor', ['monitor', 'bewaak', 'bewaking', 'detect', 'siem', 'soc', 'edr']],
  ['malware', ['malware', 'virus', 'werkplek', 'antivir', 'endpoint', 'ransom', 'gijzel']],
  ['password', ['wachtwo', 'password', 'wachtzin', 'credential']],
  ['key', ['sleutel', 'keys', 'certificaatbeheer', 'pki']],
  ['phishing', ['phish', 'nepmail']],
  ['crisis', ['crisis', 'noodplan', 'calamit', 'emergency']],
  ['exercise', ['oefen', 'exercise', 'drill', 'tabletop', 'geoefend', 'simulat']],
  ['audit', ['audit', 'onafhankel', 'independent', 'toets', 'assessment']],
  ['certificate', ['certifica', 'certifie', 'gecertif', 'iso27001', 'soc2', 'isae']],
  ['contract', ['contract', 'overeenkomst', 'clausule', 'afspraken', 'agreement', 'obligation']],
  ['develop', ['ontwikkel', 'develop', 'sdlc', 'programm', 'codereview', 'broncode', 'coding']],
  ['disclosure', ['disclos', 'cvd', 'melder', 'onderzoeker', 'researcher', 'securitytxt']],
  ['harden', ['harden', 'hardening', 'afgeschermd', 'baseline', 'uitgeschakeld', 'configur']],
  ['change', ['wijzig', 'change', 'aanpassing']],
  ['remote', ['remote', 'vpn', 'thuiswerk', 'teleview', 'telework', 'afstand']],
  ['admin', ['admin', 'beheerder', 'beheeracc', 'privileged']],
  ['account', ['account', 'gebruikersnaam', 'identit']],
  ['responsible', ['verantwoord', 'responsib', 'ciso', 'functionaris', 'officer', 'mandaat']],
  ['screening', ['screen', 'background', 'antecede', 'vog', 'betrouwbaarheidst']],
  ['secrecy', ['geheimhoud', 'confidential', 'nda', 'secrecy', 'vertrouwelijk']],
  ['test', ['getest', 'tested', 'testen', 'testing', 'beproef']],
  ['offline', ['offline', 'immutab', 'onwijzig', 'airgap', 'losgekop', 'buiten']],
  ['exercise', ['oefening']],
  ['kpi', ['kpi', 'indicator', 'metric', 'meetplan', 'stuurgetal']],
  ['usb', ['usb', 'verwijderb', 'removable', 'gegevensdrager', 'laptop']],
  ['plc', ['plc', 'besturing', 'scada', 'hmi', 'industri', 'productie', 'operational', 'machine']],
  ['sbom', ['sbom', 'component', 'opensource', 'library', 'libraries']],
  ['continuity', ['continuity', 'uitval', 'outage', 'beschikbaarheid', 'availab']],
  ['impact', ['impact', 'bia', 'hersteltijd', 'rto', 'rpo', 'uitvalduur']],
  ['transit', ['transit', 'transport', 'tls', 'onderweg', 'verzond', 'verstuurd', 'transmit']],
  ['scope', ['nis2', 'cbw', 'essential', 'essentie', 'important', 'belangrijke entit', 'registr']],
]

const stem = 7
const shortest = 3

/** What a text is about: meanings where they are known, else words cut to their stem. */
export function wordsOf(text: string): readonly string[] {
  let plain = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
  for (const [phrase, word] of phrases) plain = plain.replaceAll(phrase, word)
  const found = new Set<string>()
  for (const word of plain.split(/[^\p{L}\p{N}]+/u)) {
    if (word.length < shortest || empty.has(word)) continue
    const meant = concepts.filter(([, parts]) => parts.some((part) => holds(word, part)))
    for (const [concept] of meant) found.add(concept)
    if (meant.length === 0) found.add(word.slice(0, stem))
  }
  return [...found]
}

/** A short part would be found in words that have nothing to do with it: it must begin the word. */
function holds(word: string, part: string): boolean {
  return part.length < 5
    ? word.startsWith(part) && word.length <= part.length + 3
    : word.includes(part)
}
