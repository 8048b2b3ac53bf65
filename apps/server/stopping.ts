// SPDX-License-Identifier: EUPL-1.2

/** By a signal, or because the process that started us is gone. Asking twice does not wait. */
export function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let firstMs: number | undefined
    const ask = () => {
      // A terminal signals us and the process before us, which passes it on.
      if (firstMs !== undefined && performance.now() - firstMs > 1_000) process.exit(130)
      firstMs ??= performance.now()
      resolve()
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, ask)
    process.once('disconnect', ask)
  })
}
