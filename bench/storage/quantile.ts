// SPDX-License-Identifier: EUPL-1.2

/** The value that the given share of all values do not exceed; the smallest such one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds of each run, one after the other. */
export async function timed(runs: number, run: (n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < runs; n += 1) {
    const started = performance.now()
    await run(n)
    times.push(performance.now() - started)
  }
  return times
}
