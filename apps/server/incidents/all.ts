// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'
import type { Files } from '../files/files.ts'
import { servedMonitoring } from '../monitoring/routes.ts'
import { servedReportPoints } from '../report-points/routes.ts'
import { servedSensors } from '../sensors/routes.ts'
import type { Storage } from '../storage/storage.ts'
import { servedIncidents } from './routes.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
  readonly files: Files | undefined
  /** Where people and sensors reach the server. */
  readonly origin: () => string
}

/** What people tell, what sensors tell, and the room it may become. */
export async function servedWhenItHappens(app: FastifyInstance, around: Around): Promise<void> {
  servedIncidents(app, around)
  servedReportPoints(app, around)
  await servedMonitoring(app, around)
  await servedSensors(app, around)
}
