// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../command.ts'
import { passphraseOption } from '../instance/options.ts'

export const restoreCommand: Command = {
  name: 'restore',
  operands: 'FILE',
  summary: {
    en: 'puts a backup back into an empty data folder, or the empty database at DATABASE_URL',
    nl: 'zet een back-up terug in een lege map met gegevens, of de lege database op DATABASE_URL',
  },
  options: [
    {
      name: 'data',
      value: 'DIR',
      help: {
        en: 'data folder; only heads and secret of an earlier instance may be in it; default: data',
        nl: 'map met gegevens; alleen heads en secret van een eerdere installatie mogen erin staan; anders data',
      },
    },
    {
      name: 'heads',
      value: 'DIR',
      help: {
        en: 'copy of the folder heads that was kept elsewhere: a backup that is older is refused',
        nl: 'kopie van de map heads die elders bewaard is: een back-up die ouder is wordt geweigerd',
      },
    },
    passphraseOption,
    {
      name: 'check',
      help: {
        en: 'only reads the backup and checks every part of it',
        nl: 'leest de back-up alleen en controleert elk deel ervan',
      },
    },
    {
      name: 'accept-loss',
      help: {
        en: 'takes a backup that is older than what was signed; the log itself will say what is lost',
        nl: 'neemt een back-up die ouder is dan wat getekend was; het logboek zelf zegt dan wat verloren is',
      },
    },
    {
      name: 'json',
      help: {
        en: 'what was put back, as JSON on standard output',
        nl: 'wat er teruggezet is, als JSON op de standaarduitvoer',
      },
    },
  ],
  examples: [
    'restore schouw-2026-11-21.backup --data data --passphrase-file passphrase.txt',
    'restore schouw-2026-11-21.backup --check',
  ],
  load: () => import('./restore/run.ts'),
}
