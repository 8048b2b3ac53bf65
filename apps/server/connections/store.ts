// SPDX-License-Identifier: EUPL-1.2
import type { SightedConversation } from '@schouw/formats/sightings'
import type { Database } from '../storage/dialect.ts'

/** Rows of one statement: a parameter for each column, of which there may be 65,535. */
const together = 500

export async function storeConversations(
  db: Database,
  source: string,
  conversations: readonly SightedConversation[],
): Promise<void> {
  for (let at = 0; at < conversations.length; at += together) {
    const rows = conversations.slice(at, at + together).map((one, index) => ({
      source,
      number: at + index,
      from_number: one.from,
      to_number: one.to,
      ...columnsOf(one),
    }))
    await db.insertInto('conversations').values(rows).execute()
  }
}

/** A conversation as it is stored, but for whose it is. */
export function columnsOf(one: SightedConversation) {
  return {
    transport: one.transport,
    port: one.port,
    protocol: one.protocol,
    is_guess: one.isGuess,
    is_direction_sure: one.isDirectionSure,
    connections: one.connections,
    unanswered: one.unanswered,
    packets_to_server: one.packetsToServer,
    packets_to_client: one.packetsToClient,
    bytes_to_server: one.bytesToServer,
    bytes_to_client: one.bytesToClient,
    first_at: one.first,
    last_at: one.last,
    capture: one.capture,
    frame: one.frame,
    operations: JSON.stringify(one.operations),
  }
}
