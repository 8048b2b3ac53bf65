// SPDX-License-Identifier: EUPL-1.2
/**
 * What is said over HTTP: paths, bodies, queries and answers of every register, all derived from
 * the declarations of `core/registers`. Server, clients and the OpenAPI document share it. It
 * describes; whether a value is accepted is asked of the core, whose answers name every problem.
 */

export {
  answerBody,
  type DoneBody,
  declineBody,
  doneBody,
  historyBody,
  moveBody,
  pendingBody,
  proofBody,
  reasonBody,
} from './bodies.ts'
export { cursorText, type Place, readCursor } from './cursor.ts'
export { fieldSchema } from './field.ts'
export { type KindSchemas, kindSchemas, type RecordBody, type RecordOf, stamp } from './kind.ts'
export {
  type Filter,
  type FilterOperator,
  filterOperators,
  type ListQuery,
  listQuery,
  type QueryProblem,
  readListQuery,
  readMoment,
  type Sort,
  type When,
} from './list.ts'
export { openApi } from './openapi.ts'
export { type Operation, type OperationName, operations } from './operations.ts'
export { kindOfPlural, plurals } from './plurals.ts'
export { type ProblemBody, problem } from './problem.ts'
export { isMedia, type MediaBody, type Route, type Routes } from './route.ts'
export { applicabilityRoutes } from './routes/applicability.ts'
export { bulkEditRoutes } from './routes/bulk-edits.ts'
export type { Bill } from './routes/chain-events.ts'
export type {
  CustomerQuestion,
  EarlierAnswer,
  QuestionnaireLine,
  ShareLine,
} from './routes/customers.ts'
export { type DemoPeople, demoRoutes } from './routes/demo.ts'
export { dossierRoutes } from './routes/dossiers.ts'
export { figureRoutes } from './routes/figures.ts'
export { findingRoutes } from './routes/finding.ts'
export type { SessionBody } from './routes/identity-shapes.ts'
export { incidentRoutes } from './routes/incidents.ts'
export { routes } from './routes/index.ts'
export { historyFields } from './routes/inventory.ts'
export { lookingRoutes } from './routes/looking.ts'
export {
  type DeliveredAlert,
  deliveredAlert,
  deliveredAlerts,
  monitoringRoutes,
} from './routes/monitoring.ts'
export { packRoutes } from './routes/pack.ts'
export { planRoutes } from './routes/plan.ts'
export { type Layers, type Moment, provingRoutes } from './routes/proving.ts'
export { reportPointRoutes } from './routes/report-points.ts'
export { riskRoutes } from './routes/risk.ts'
export { type SensorTold, sensorBeat, sensorRoutes } from './routes/sensors.ts'
export { signingRoutes } from './routes/signing.ts'
export { standingRoutes } from './routes/standing.ts'
export { vulnerabilityRoutes } from './routes/vulnerabilities.ts'
export { type SupplierAnswers, supplierAnswers } from './supplier-answers.ts'
