// SPDX-License-Identifier: EUPL-1.2

const kept = 'schouw-demo'

/** Of the link that `schouw demo` printed; null in any other server. */
export function demoToken(): string | null {
  return localStorage.getItem(kept)
}

export function keepDemoToken(token: string): void {
  localStorage.setItem(kept, token)
}

export function forgetDemoToken(): void {
  localStorage.removeItem(kept)
}
