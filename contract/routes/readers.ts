// SPDX-License-Identifier: EUPL-1.2
/** Everybody who works at the organisation's safety: all but employees and suppliers. */
export const readers = [
  'director',
  'supervisory_director',
  'ciso',
  'it_manager',
  'ot_engineer',
  'process_owner',
  'auditor',
  'consultant',
] as const
