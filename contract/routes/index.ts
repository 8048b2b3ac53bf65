// SPDX-License-Identifier: EUPL-1.2
import type { Routes } from '../route.ts'
import { fileRoutes } from './files.ts'

/** Every route that belongs to no register; a file here for each part of the server. */
export const routes = { ...fileRoutes } as const satisfies Routes
