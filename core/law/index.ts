// SPDX-License-Identifier: EUPL-1.2
/**
 * Law: whether and how the law applies to a company, and what follows from that: size class,
 * entity class, authorities, duties with dates, fines, directors' training terms. The law itself
 * is data in `packs/`, one a jurisdiction, each entry with article, source and confidence.
 */
export { directorTerm } from './director-term.ts'
export { glossaryTerms } from './glossary.ts'
export { incidentTerms } from './incident-terms.ts'
export { type Jurisdiction, jurisdictions, lawPack } from './packs/index.ts'
export type {
  GroundRule,
  OpenQuestion,
  PopularError,
  ScopeCase,
  ScopeResult,
  SectorClaim,
} from './scope.ts'
export { scopeOf } from './scope-of.ts'
export type { EntityClass, SizeClass } from './terms.ts'
