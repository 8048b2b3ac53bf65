// SPDX-License-Identifier: EUPL-1.2
/**
 * Accounts: what Entra ID, Active Directory and lists of a machine export about who can sign in.
 * Each export knows a part; what one does not tell stays unknown, so that several add up.
 */
export { type AccountRow, type AccountsRead, accountColumns, readAccounts } from './read.ts'
