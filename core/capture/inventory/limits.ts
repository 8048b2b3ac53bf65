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
  /** Assets listed one by one: more than a site has, fewer than a scan from forged addresses makes. */
  assets: 20_000,
  /** Conversations listed one by one; each is half a kilobyte of the answer. */
  conversations: 20_000,
  /** Ranges of the site that are listed. */
  siteRanges: 2000,
  /** Services listed per asset and direction. */
  services: 200,
} as const
