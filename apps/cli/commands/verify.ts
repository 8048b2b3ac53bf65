// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'

const file = 'FILE'

export const verifyCommand: Command = {
  name: 'verify',
  operands: 'FILE|DIR',
  summary: {
    en: 'checks a dossier, proof, checkpoint, time-stamp, approval or data folder, offline',
    nl: 'controleert een dossier, bewijs, checkpoint, tijdstempel, akkoord of map met gegevens',
  },
  options: [
    {
      name: 'key',
      value: 'KEY|FILE',
      isRepeatable: true,
      help: {
        en: 'verifier key of the log or of a witness, or a file of them',
        nl: 'sleutel waaraan het logboek of een getuige herkend wordt, of een bestand ervan',
      },
    },
    {
      name: 'policy',
      value: file,
      help: {
        en: 'C2SP policy: logs, witnesses and how many of them',
        nl: 'C2SP-beleid: logboeken, getuigen en hoeveel daarvan',
      },
    },
    {
      name: 'origin',
      value: 'NAME',
      help: { en: 'the log that it must be', nl: 'het logboek dat het moet zijn' },
    },
    {
      name: 'entry',
      value: file,
      help: {
        en: 'entry that a tlog-proof is about, or a proof that holds it',
        nl: 'regel waar een tlog-proof over gaat, of een bewijs waar die in staat',
      },
    },
    {
      name: 'stamped',
      value: file,
      help: { en: 'what a time-stamp is about', nl: 'waar een tijdstempel over gaat' },
    },
    {
      name: 'anchor',
      value: file,
      isRepeatable: true,
      help: {
        en: 'root certificate of a time-stamp authority, PEM or DER',
        nl: 'stamcertificaat van een tijdstempeldienst, PEM of DER',
      },
    },
    {
      name: 'certificate',
      value: file,
      isRepeatable: true,
      help: {
        en: 'further certificates that a time-stamp leaves out',
        nl: 'verdere certificaten die een tijdstempel weglaat',
      },
    },
    {
      name: 'crl',
      value: file,
      isRepeatable: true,
      help: {
        en: 'revocation list, taken when the time-stamp was',
        nl: 'intrekkingslijst van het moment van het tijdstempel',
      },
    },
    {
      name: 'document',
      value: file,
      help: { en: 'document that was decided about', nl: 'stuk waarover besloten is' },
    },
    {
      name: 'credential',
      value: file,
      help: {
        en: 'COSE key that the signer of an approval is known by',
        nl: 'COSE-sleutel waaraan de ondertekenaar van een akkoord herkend wordt',
      },
    },
    {
      name: 'checkpoint',
      value: file,
      isRepeatable: true,
      help: {
        en: 'checkpoint kept elsewhere, that the data must lead up to',
        nl: 'elders bewaard checkpoint waar de gegevens op uit moeten komen',
      },
    },
    {
      name: 'json',
      help: { en: 'the complete answer as JSON', nl: 'het volledige antwoord als JSON' },
    },
  ],
  examples: [
    'verify data --key log.key',
    'verify checkpoint.txt --key log.key',
    'verify proof.json --key log.key --anchor root.pem',
    'verify stamp.tsr --stamped checkpoint.txt --anchor root.pem',
  ],
  load: () => import('../verify/run.ts'),
}
