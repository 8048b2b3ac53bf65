// SPDX-License-Identifier: EUPL-1.2

/** This minute, as a control for date and time wants it: without a zone. */
export function localNow(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
