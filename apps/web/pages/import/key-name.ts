// SPDX-License-Identifier: EUPL-1.2

/** What a device is known by in a file, the most telling first. */
export function nameOfKey(key: Readonly<Record<string, string | undefined>>, other: string) {
  const { name, ip, mac, serial } = key
  return [name, ip, mac, serial].filter((one) => one !== undefined).join(' · ') || other
}
