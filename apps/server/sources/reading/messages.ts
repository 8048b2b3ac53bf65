// SPDX-License-Identifier: EUPL-1.2
import type { SightedComponent, SightedConversation, Sighting } from '@schouw/formats/sightings'
import type { DocumentRead } from '../documents/read.ts'
import type { SourceRead } from './read.ts'

/** What the reading thread says; it waits for an answer after each part. */
export type FromReader =
  | { readonly part: 'sightings'; readonly items: readonly Sighting[] }
  | { readonly part: 'components'; readonly items: readonly SightedComponent[] }
  | { readonly part: 'conversations'; readonly items: readonly SightedConversation[] }
  /** Without what came in parts. */
  | { readonly part: 'source'; readonly source: SourceRead | undefined }
  | { readonly part: 'document'; readonly document: DocumentRead }
