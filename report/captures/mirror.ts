// SPDX-License-Identifier: EUPL-1.2
// What a first look at a recording says of the mirror port it was made at.
import { en } from './mirror-en.ts'
import { nl } from './mirror-nl.ts'
import type { MirrorWords } from './mirror-words.ts'

export const mirrorWords: Readonly<Record<'nl' | 'en', MirrorWords>> = { nl, en }
