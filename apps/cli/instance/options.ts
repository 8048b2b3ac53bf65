// SPDX-License-Identifier: EUPL-1.2
/** What commands about a whole instance have in common. */
import type { OptionShape } from '../usage.ts'

export const passphraseOption: OptionShape = {
  name: 'passphrase-file',
  value: 'FILE',
  help: {
    en: 'file with the passphrase of the backup; default: SCHOUW_BACKUP_PASSPHRASE',
    nl: 'bestand met de wachtzin van de back-up; anders SCHOUW_BACKUP_PASSPHRASE',
  },
}

export const dataOption: OptionShape = {
  name: 'data',
  value: 'DIR',
  help: { en: 'data folder; default: data', nl: 'map met gegevens; anders data' },
}

export const newFileOption: OptionShape = {
  name: 'out',
  value: 'FILE',
  help: {
    en: 'file to write; nothing may be there yet',
    nl: 'bestand om te schrijven; er mag nog niets staan',
  },
}
