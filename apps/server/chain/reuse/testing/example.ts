// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { signerOf } from '../../../storage/ledger/secret.ts'
import { writeStatement } from '../statement.ts'

/** The example of the page of the format, by a key that anybody can make again. */
export function exampleStatement(): string {
  const seed = createHash('sha256').update('schouw example of supplier answers').digest()
  const at = '2026-11-20T10:00:00.000Z'
  return writeStatement(
    {
      ...{ supplier: 'Voorbeeld Machinebouw', asked_by: 'Fabriek Voorbeeld', tier: 'software' },
      ...{ answered_at: at, written_at: at },
      answers: [
        { question: 'ORG-1', answer: 'yes', explanation: 'Sinds 2020.', files: [] },
        {
          ...{ question: 'PRO-2', answer: 'yes', explanation: null },
          files: [{ name: 'onderdelen.json', sha256: 'a'.repeat(64) }],
        },
        { question: 'INC-1', answer: null, explanation: null, files: [] },
      ],
    },
    signerOf('schouw.example/answers', seed),
  )
}
