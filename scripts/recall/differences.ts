// SPDX-License-Identifier: EUPL-1.2
/** Where we differ from the other program on purpose, with the reason. Part of the golden file. */
export const differences: Readonly<Record<string, string>> = {}
