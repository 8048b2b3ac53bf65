// SPDX-License-Identifier: EUPL-1.2
import type { Routes } from '../route.ts'
import { fileRoutes } from './files.ts'
import { identityRoutes } from './identity.ts'
import { jobRoutes } from './jobs.ts'
import { webhookRoutes } from './webhooks.ts'

/** Every route that belongs to no register; a file here for each part of the server. */
export const routes = {
  ...fileRoutes,
  ...identityRoutes,
  ...jobRoutes,
  ...webhookRoutes,
} as const satisfies Routes
