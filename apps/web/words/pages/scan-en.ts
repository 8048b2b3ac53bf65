// SPDX-License-Identifier: EUPL-1.2
import type { ScanWords } from './scan-nl.ts'

const findings = (count: number) => (count === 1 ? '1 finding' : `${count} findings`)

export const scanEn: ScanWords = {
  origin: 'What is it?',
  origins: { scan: 'A scan', penetration_test: 'A penetration test' },
  tool: 'Name of the scan or test',
  toolHelp: 'By it Schouw knows next time what came and went of the same test.',
  foundOn: 'Of which day',
  read: 'Read',
  fresh: (count) => `New: ${findings(count)}.`,
  known: (count) => `Still there: ${findings(count)}. What you wrote about them stays.`,
  skipped: (count) => `Left out, by its own word nothing the matter: ${findings(count)}.`,
  hosts: 'These addresses belong to no device in the register:',
  toImport: 'See the dry run and record it',
  fixed: (count) => `No longer found: ${findings(count)}`,
  fixedText:
    'Only if this test looked at the same as the one before. Somebody else still checks that it is really solved.',
  markSolved: 'Note as solved',
  back: (count) => `Found again: ${findings(count)}`,
  backText: 'These were noted as solved and are back.',
  openAgain: 'Open again',
  reason: (file) => `found again in ${file}`,
  done: 'Done; it is in the register.',
  notAll: (count) => `For ${findings(count)} this did not work. The register says why.`,
  problems: 'Not everything could be read',
}
