// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'
import { dataOption, newFileOption, passphraseOption } from '../instance/options.ts'

export const backupCommand: Command = {
  name: 'backup',
  operands: '',
  summary: {
    en: 'a whole instance into one file, also while the server runs',
    nl: 'een hele installatie in één bestand, ook terwijl de server draait',
  },
  options: [
    dataOption,
    newFileOption,
    passphraseOption,
    {
      name: 'json',
      help: {
        en: 'what was made, as JSON on standard output',
        nl: 'wat er gemaakt is, als JSON op de standaarduitvoer',
      },
    },
  ],
  examples: [
    'backup --out schouw-2026-11-21.backup --passphrase-file passphrase.txt',
    'backup --data /var/lib/schouw --out /mnt/backup/schouw.backup --json',
  ],
  load: () => import('./backup/run.ts'),
}
