// SPDX-License-Identifier: EUPL-1.2
/** A whole instance, asked of the server's own program: what backup and restore have in common. */
import type { OptionShape } from '../usage.ts'

export const passphraseOption: OptionShape = {
  name: 'passphrase-file',
  value: 'FILE',
  help: {
    en: 'file with the passphrase of the backup; default: SCHOUW_BACKUP_PASSPHRASE',
    nl: 'bestand met de wachtzin van de back-up; anders SCHOUW_BACKUP_PASSPHRASE',
  },
}
