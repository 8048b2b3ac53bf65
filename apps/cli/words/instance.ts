// SPDX-License-Identifier: EUPL-1.2
import type { InstanceReport } from '../instance/report.ts'
import type { Language } from '../language.ts'

type Facts = Readonly<Record<string, string | number>>
type Sentence = (facts: Facts) => string

/** Why not, in one line; problems of files and folders begin with their name. */
const refusals: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  'nothing-there': {
    en: ({ folder }) => `${folder}: no instance is there`,
    nl: ({ folder }) => `${folder}: daar is geen installatie`,
  },
  'out-is-there': {
    en: ({ file }) => `${file}: is there already; a backup is not written over`,
    nl: ({ file }) => `${file}: bestaat al; een back-up wordt niet overschreven`,
  },
  'server-silent': {
    en: ({ folder }) => `${folder}: in use by a server that does not answer; stop it and try again`,
    nl: ({ folder }) =>
      `${folder}: in gebruik door een server die niet antwoordt; stop die en probeer opnieuw`,
  },
  'folder-not-empty': {
    en: ({ folder, first }) =>
      `${folder}: is not empty (${first}); a backup goes into an empty folder`,
    nl: ({ folder, first }) =>
      `${folder}: is niet leeg (${first}); een back-up gaat in een lege map`,
  },
  'database-not-empty': {
    en: ({ table }) => `the database is not empty (${table}); a backup goes into an empty one`,
    nl: ({ table }) => `de database is niet leeg (${table}); een back-up gaat in een lege`,
  },
  'database-newer': {
    en: ({ applied, migrations }) =>
      `the database is of a newer version (${applied}) than the backup (${migrations}); give an empty one`,
    nl: ({ applied, migrations }) =>
      `de database is van een nieuwere versie (${applied}) dan de back-up (${migrations}); geef een lege`,
  },
  'backup-missing': {
    en: ({ path }) => `${path}: there is no such file`,
    nl: ({ path }) => `${path}: dit bestand is er niet`,
  },
  'backup-unknown': {
    en: ({ path }) => `${path}: is no backup of Schouw`,
    nl: ({ path }) => `${path}: is geen back-up van Schouw`,
  },
  'backup-damaged': {
    en: ({ place }) => `the backup is damaged at ${place}; nothing was put back`,
    nl: ({ place }) => `de back-up is beschadigd bij ${place}; er is niets teruggezet`,
  },
  'backup-newer': {
    en: ({ name }) => `the backup was made by a newer version of Schouw (${name})`,
    nl: ({ name }) => `de back-up is gemaakt met een nieuwere versie van Schouw (${name})`,
  },
  'passphrase-missing': {
    en: () => 'the backup is under a passphrase: --passphrase-file FILE',
    nl: () => 'op de back-up zit een wachtzin: --passphrase-file BESTAND',
  },
  'passphrase-short': {
    en: ({ least }) => `a passphrase has at least ${least} characters`,
    nl: ({ least }) => `een wachtzin heeft minstens ${least} tekens`,
  },
  'passphrase-wrong': {
    en: () => 'the passphrase is not the one of this backup',
    nl: () => 'de wachtzin is niet die van deze back-up',
  },
  'secret-missing': {
    en: () =>
      'the secret of the installation is missing: put it in the data folder as the file secret, or set SCHOUW_SECRET',
    nl: () =>
      'het geheim van de installatie ontbreekt: zet het als bestand secret in de map, of zet SCHOUW_SECRET',
  },
  'secret-other': {
    en: ({ origin }) =>
      `the secret given is not the one that the keys of ${origin} are sealed with`,
    nl: ({ origin }) =>
      `het gegeven geheim is niet dat waarmee de sleutels van ${origin} verzegeld zijn`,
  },
  'backup-older': {
    en: ({ origin, size, signed }) =>
      `the backup is older than what was signed: ${origin} had ${signed} entries, the backup has ${size}; restore a newer one, or take the loss with --accept-loss`,
    nl: ({ origin, size, signed }) =>
      `de back-up is ouder dan wat getekend was: ${origin} had ${signed} regels, de back-up heeft er ${size}; zet een nieuwere terug, of neem het verlies met --accept-loss`,
  },
  'backup-forked': {
    en: ({ origin, why }) =>
      `the backup is of another history of ${origin} than was signed: ${why}`,
    nl: ({ origin, why }) =>
      `de back-up is van een andere geschiedenis van ${origin} dan getekend was: ${why}`,
  },
  'log-damaged': {
    en: ({ origin, finding, index = '' }) =>
      `the log ${origin} in the backup does not hold together (${finding} ${index}); nothing was put back`,
    nl: ({ origin, finding, index = '' }) =>
      `het logboek ${origin} in de back-up klopt niet (${finding} ${index}); er is niets teruggezet`,
  },
}

export function refusalLine(code: string, facts: Facts, language: Language): string {
  return refusals[code]?.[language](facts) ?? `${code} ${JSON.stringify(facts)}`
}

const steps: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  copying: { en: 'the server copies its database', nl: 'de server kopieert zijn database' },
  writing: { en: 'writing', nl: 'schrijven' },
  checking: { en: 'checking the backup', nl: 'de back-up controleren' },
  loading: { en: 'putting it back', nl: 'terugzetten' },
  auditing: { en: 'auditing the logs', nl: 'de logboeken nalopen' },
}

export function stepWord(step: string, bytes: number | undefined, language: Language): string {
  const word = steps[step]?.[language] ?? step
  return bytes === undefined ? word : `${word} ${Math.round(bytes / 1e6)} MB`
}

const words = {
  en: {
    made: 'Backup',
    entries: 'entries',
    rows: 'rows',
    files: 'files',
    without:
      'The secret of the installation is not in it: keep a copy of the file secret elsewhere, or give a passphrase.',
    checked: 'The backup is whole; nothing was put back. Made at',
    restored: 'Put back, and every log passed its audit. Backup made at',
    lost: 'entries that were signed are lost; the log says so itself',
    missing: 'was already gone or damaged when the backup was made',
    unknown:
      'no signed head is known outside the backup: whether a newer one exists is not checked; see --heads',
  },
  nl: {
    made: 'Back-up',
    entries: 'regels',
    rows: 'rijen',
    files: 'bestanden',
    without:
      'Het geheim van de installatie zit er niet in: bewaar een kopie van het bestand secret elders, of geef een wachtzin.',
    checked: 'De back-up is heel; er is niets teruggezet. Gemaakt op',
    restored: 'Teruggezet, en elk logboek is nagelopen en klopt. Back-up gemaakt op',
    lost: 'regels die getekend waren zijn verloren; het logboek zegt dat zelf',
    missing: 'was al weg of beschadigd toen de back-up gemaakt werd',
    unknown:
      'buiten de back-up is geen getekende stand bekend: of er een nieuwere is, is niet nagegaan; zie --heads',
  },
} as const

export function backupText(report: InstanceReport, language: Language): string {
  const say = words[language]
  const { file, bytes = 0, sha256, is_sealed } = report
  const lines = [
    `${say.made} ${file}: ${(bytes / 1e6).toFixed(1)} MB, SHA-256 ${sha256}`,
    ...contents(report, language),
    ...(is_sealed === true ? [] : [say.without]),
  ]
  return `${lines.join('\n')}\n`
}

export function restoreText(report: InstanceReport, language: Language): string {
  const say = words[language]
  const isChecked = report.schema.startsWith('schouw/backup-checked')
  const first = `${isChecked ? say.checked : say.restored} ${report.made_at}.`
  const lost = report.logs.flatMap(({ origin, lost = 0 }) =>
    lost > 0 ? [`${origin}: ${lost} ${say.lost}`] : [],
  )
  return `${[first, ...contents(report, language), ...lost].join('\n')}\n`
}

function contents({ logs, rows, files }: InstanceReport, language: Language): readonly string[] {
  const say = words[language]
  return [
    `${rows} ${say.rows}, ${files} ${say.files}`,
    ...logs.map(({ origin, size }) => `${origin}: ${size} ${say.entries}`),
  ]
}

/** A few by name, for whoever wants all there is `--json`. */
const mostNamed = 10

export function missingLines(report: InstanceReport, language: Language): readonly string[] {
  const { missing } = words[language]
  const { missing_files } = report
  const more = missing_files.length - mostNamed
  return [
    ...missing_files.slice(0, mostNamed).map((name) => `${name}: ${missing}`),
    ...(more > 0 ? [`+ ${more}`] : []),
  ]
}

export function unknownHeadsLine(report: InstanceReport, language: Language): readonly string[] {
  const isUnknown = report.logs.some(({ known }) => known === null)
  return isUnknown ? [words[language].unknown] : []
}
