// SPDX-License-Identifier: EUPL-1.2

/** Bounds we choose. Beyond them an estimate is a slip of the pen, or an answer would never come. */
export const lossLimits = {
  years: 100_000_000,
  risks: 20_000,
  /** More often than once an hour is no risk but a cost of doing business. */
  eventsPerYear: 10_000,
  /** More than the wealth of the world. */
  lossEur: 1e15,
  /** Between the ends of an interval: beyond it the estimate says nothing at all. */
  intervalRatio: 1e9,
  /** Events drawn in all: half an hour of one processor. */
  events: 1e11,
  /** Risk-years looked at in all. */
  riskYears: 1e11,
} as const
