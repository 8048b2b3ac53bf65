// SPDX-License-Identifier: EUPL-1.2
import { CardMakers } from '@schouw/core/capture'
import { compiledRegister } from '@schouw/formats/oui'

let loaded: CardMakers | undefined

/** The registered owner of a card's address block; loads the register on first use. */
export function macVendor(mac: string): string | undefined {
  loaded ??= makers()
  return loaded.makerOf(mac)
}

function makers(): CardMakers {
  const decoder = new TextDecoder()
  const decode = (name: Uint8Array) => decoder.decode(name)
  try {
    return new CardMakers(compiledRegister(), decode)
  } catch {
    // An interrupted or older install: the package still has everything.
    return new CardMakers(compiledRegister({ isFresh: true }), decode)
  }
}
