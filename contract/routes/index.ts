// SPDX-License-Identifier: EUPL-1.2
import type { Routes } from '../route.ts'
import { accessRoutes } from './access.ts'
import { advisoryDeletionRoutes } from './advisory-deletions.ts'
import { advisoryProviderRoutes } from './advisory-providers.ts'
import { applicabilityRoutes } from './applicability.ts'
import { awarenessRoutes } from './awareness.ts'
import { bulkEditRoutes } from './bulk-edits.ts'
import { captureKitRoutes } from './capture-kit.ts'
import { chainRoutes } from './chain.ts'
import { chainEventRoutes } from './chain-events.ts'
import { componentRoutes } from './components.ts'
import { connectionRoutes } from './connections.ts'
import { continuityRoutes } from './continuity.ts'
import { crisisRoutes } from './crisis.ts'
import { customerRoutes, trustRoutes } from './customers.ts'
import { dossierRoutes } from './dossiers.ts'
import { exchangeRoutes } from './exchange.ts'
import { figureRoutes } from './figures.ts'
import { fileRoutes } from './files.ts'
import { findingRoutes } from './finding.ts'
import { followerRoutes } from './followers.ts'
import { frameworkRoutes } from './frameworks.ts'
import { identityRoutes } from './identity.ts'
import { incidentRoutes } from './incidents.ts'
import { inventoryRoutes } from './inventory.ts'
import { jobRoutes } from './jobs.ts'
import { lookingRoutes } from './looking.ts'
import { monitoringRoutes } from './monitoring.ts'
import { noticeRoutes } from './notices.ts'
import { organisationRoutes } from './organisations.ts'
import { ownAdvisoryRoutes } from './own-advisories.ts'
import { packRoutes } from './pack.ts'
import { planRoutes } from './plan.ts'
import { provingRoutes } from './proving.ts'
import { questionnaireRoutes } from './questionnaire.ts'
import { readingRoutes } from './reading.ts'
import { reportPointRoutes } from './report-points.ts'
import { riskRoutes } from './risk.ts'
import { scanRoutes } from './scans.ts'
import { sensorRoutes } from './sensors.ts'
import { signingRoutes } from './signing.ts'
import { sourceRoutes } from './sources.ts'
import { standingRoutes } from './standing.ts'
import { vulnerabilityRoutes } from './vulnerabilities.ts'
import { vulnerabilityTrailRoutes } from './vulnerability-trail.ts'
import { webhookRoutes } from './webhooks.ts'

/** Every route that belongs to no register; a file here for each part of the server. */
export const routes = {
  ...applicabilityRoutes,
  ...awarenessRoutes,
  ...accessRoutes,
  ...bulkEditRoutes,
  ...captureKitRoutes,
  ...chainRoutes,
  ...chainEventRoutes,
  ...questionnaireRoutes,
  ...connectionRoutes,
  ...continuityRoutes,
  ...componentRoutes,
  ...crisisRoutes,
  ...customerRoutes,
  ...trustRoutes,
  ...lookingRoutes,
  ...dossierRoutes,
  ...exchangeRoutes,
  ...figureRoutes,
  ...fileRoutes,
  ...findingRoutes,
  ...followerRoutes,
  ...frameworkRoutes,
  ...standingRoutes,
  ...identityRoutes,
  ...incidentRoutes,
  ...inventoryRoutes,
  ...jobRoutes,
  ...monitoringRoutes,
  ...noticeRoutes,
  ...readingRoutes,
  ...packRoutes,
  ...planRoutes,
  ...provingRoutes,
  ...reportPointRoutes,
  ...organisationRoutes,
  ...ownAdvisoryRoutes,
  ...riskRoutes,
  ...scanRoutes,
  ...sensorRoutes,
  ...signingRoutes,
  ...sourceRoutes,
  ...vulnerabilityRoutes,
  ...vulnerabilityTrailRoutes,
  ...advisoryDeletionRoutes,
  ...advisoryProviderRoutes,
  ...webhookRoutes,
} as const satisfies Routes
