// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SheetToWrite } from '@schouw/formats/xlsx'

/** A workbook as bytes, made in a thread of its own. */
export function workbookBytes(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'writing-worker.ts'), {
      workerData: sheets,
    })
    worker.once('message', (bytes: Uint8Array) => resolve(bytes))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`writing a workbook ended with ${code}`)))
  })
}
