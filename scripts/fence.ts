// SPDX-License-Identifier: EUPL-1.2
// Which part may name which: the arrows of ARCHITECTURE.md as data. The test beside this file holds
// every import in the repository against it.

const everyContext = [
  'kernel',
  'law',
  'registers',
  'clock',
  'capture',
  'network',
  'vulns',
  'risk',
  'losses',
  'chain',
  'ledger',
  'board',
  'assurance',
  'baseline',
] as const

/** Part → parts of ours it may import. A context of core is named by its folder. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  law: ['kernel'],
  ledger: ['kernel'],
  capture: ['kernel'],
  network: ['kernel'],
  vulns: ['kernel'],
  risk: ['kernel'],
  registers: ['kernel', 'law'],
  clock: ['kernel', 'law', 'registers'],
  losses: ['kernel', 'registers', 'risk'],
  chain: ['kernel', 'registers', 'network', 'losses'],
  board: everyContext.filter((context) => context !== 'capture' && context !== 'board'),
  assurance: ['kernel', 'law', 'registers'],
  baseline: everyContext.filter((context) => !['board', 'ledger', 'baseline'].includes(context)),
  formats: ['kernel'],
  // What people read, made from plain values of the core; knows no disk and no library.
  report: everyContext,
  contract: everyContext,
  server: ['contract', 'formats', 'report', ...everyContext],
  web: ['contract', 'report', ...everyContext],
  cli: ['formats', 'report', ...everyContext],
  // What may be installed where nobody looks: as little as can be.
  sensor: ['kernel', 'capture'],
  fixtures: ['kernel'],
}

/** Types may cross further: they vanish before anything runs. */
export const typeArrows: Readonly<Record<string, readonly string[]>> = {
  formats: everyContext,
}

/** The part a file belongs to; undefined for what stands outside the arrows (scripts, bench). */
export function partOf(file: string): string | undefined {
  const [top, second] = file.split('/')
  if (top === 'core') return second
  if (top === 'apps') return second
  return top !== undefined && top in arrows ? top : undefined
}
