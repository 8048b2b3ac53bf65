// SPDX-License-Identifier: EUPL-1.2

/** A first message to begin from. */
export interface StatementModel {
  readonly code: string
  readonly name: string
  /** As the register names it. */
  readonly audience: 'staff' | 'customers' | 'press' | 'authorities'
  readonly text: string
}
