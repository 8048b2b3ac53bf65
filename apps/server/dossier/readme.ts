// SPDX-License-Identifier: EUPL-1.2
import type { Description } from '@schouw/core/ledger/dossiers'

const words = {
  nl: (of: Description) => [
    `Dossier van ${of.organisation}, ${of.from} tot en met ${of.until}`,
    '',
    'Controleren: open verify.html in een browser en kies dit bestand, of voer uit: schouw verify BESTAND',
    'Beide werken zonder netwerk. Vergelijk de vingerafdruk van verify.html met een die u van elders hebt,',
    'want wie het bewijs vervalst, kan ook de bladzijde vervalsen die erbij zit.',
    '',
    'headers.bin      elke regel van het logboek, zonder inhoud: niets kan ontbreken',
    'payloads.bin     de inhoud die getoond wordt, met het zout waarmee hij in de regel staat',
    'checkpoints/     ondertekende standen van het logboek; tokens/ hun tijdstempels',
    'documents/       stukken onder hun SHA-256; ook verklaring en handtekening van elk akkoord',
    'proofs/          bewijzen van losse regels, ook voor andere programma’s (C2SP tlog-proof)',
    'report.pdf, README.txt en verify.html zijn voor mensen; het logboek staat er niet voor in.',
    '',
    'Bewezen wordt wie wat wanneer vastlegde en over welk stuk, niet dat waar is wat er staat.',
    'Een akkoord met een passkey is geen gekwalificeerde handtekening.',
  ],
  en: (of: Description) => [
    `Dossier of ${of.organisation}, ${of.from} up to and including ${of.until}`,
    '',
    'To check it: open verify.html in a browser and choose this file, or run: schouw verify FILE',
    'Both work without a network. Compare the fingerprint of verify.html with one from elsewhere,',
    'for whoever forges the evidence can forge the page that travels with it.',
    '',
    'headers.bin      every entry of the log, without contents: nothing can be missing',
    'payloads.bin     the contents that are shown, with the salt that binds them to their entry',
    'checkpoints/     signed heads of the log; tokens/ their time-stamps',
    'documents/       documents under their SHA-256; also statement and signature of each approval',
    'proofs/          proofs of single entries, for other programs too (C2SP tlog-proof)',
    'report.pdf, README.txt and verify.html are for people; the log does not vouch for them.',
    '',
    'Proven is who recorded what, when, and over which document; not that what it says is true.',
    'An approval with a passkey is not a qualified signature.',
  ],
} as const

/** What lies in the file and how it is checked, for whoever opens it years later. */
export function readme(description: Description): string {
  return `${words[description.language](description).join('\n')}\n`
}
