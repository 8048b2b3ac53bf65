// SPDX-License-Identifier: EUPL-1.2
// Makes a workbook beside the thread that answers requests.
import { parentPort, workerData } from 'node:worker_threads'
import { type SheetToWrite, writeXlsx } from '@schouw/formats/xlsx'

const bytes = await writeXlsx(workerData as readonly SheetToWrite[])
parentPort?.postMessage(bytes)
