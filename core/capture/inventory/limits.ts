// SPDX-License-Identifier: EUPL-1.2

/** Bounds of the inventory that we choose, each with its reason. */
export const inventoryLimits = {
  /** A card that claims more IPv4 addresses answers for others (proxy ARP), it does not own them. */
  boundAddresses: 16,
  /** Unclaimed IPv4 addresses one card may send from and still be one multi-homed device. */
  nearAddresses: 4,
  /** IPv6 hosts gather temporary addresses; a day of them stays below this. */
  nearAddressesV6: 16,
  /** Who addresses more hosts that stay silent is sweeping: its targets are guesses, not devices. */
  silentTargets: 32,
  /** Names that only others ask for; a PROFINET controller has at most a few hundred devices. */
  askedNames: 2000,
  /** Facts kept per asset and name; the largest DNS and mDNS talkers repeat themselves. */
  factsPerName: 64,
  /** Values shown of one contradiction. */
  conflictValues: 16,
  /** Services listed per asset and direction. */
  services: 200,
} as const
