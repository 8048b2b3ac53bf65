// SPDX-License-Identifier: EUPL-1.2

export type SizeClass = 'micro' | 'small' | 'medium' | 'large'
export type EntityClass = 'essential' | 'important' | 'out_of_scope'

/**
 * `verified`: read in a stored copy of the text; `known`: reliable secondary source; `uncertain`:
 * check before use, decides nothing.
 */
export type Confidence = 'verified' | 'known' | 'uncertain'
