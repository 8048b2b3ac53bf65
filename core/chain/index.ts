// SPDX-License-Identifier: EUPL-1.2
/**
 * Chain: those who deliver to the organisation and those it delivers to. How critical a supplier is
 * by a formula that shows its weights, what its contract lacks, what it is asked and what its answers
 * are worth, who comes in from outside against what was seen, and what customers are answered.
 */
import * as customers from './customers/index.ts'
import * as procurement from './procurement/index.ts'
import * as questions from './questions/index.ts'
import * as remote from './remote/index.ts'

export { type ClauseLine, clauses, clausesFor } from './clauses.ts'
export { type ChainFacts, kindsOfChain } from './facts.ts'
export { type OneSupplier, supplierOf } from './supplier.ts'
export { type Chain, chainOf } from './suppliers.ts'
export { type Tier, tiers } from './tiers.ts'

/**
 * `customers`: their questions against what was answered before; `procurement`: what is asked before
 * something is bought; `questions`: to suppliers; `remote`: access from outside.
 */
export { customers, procurement, questions, remote }
