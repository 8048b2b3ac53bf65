// SPDX-License-Identifier: EUPL-1.2

/** Names under which one tool goes, without what is no letter or figure. */
const families: readonly (readonly string[])[] = [
  ['ewon', 'talk2m', 'ecatcher'],
  ['secomea', 'gatemanager', 'sitemanager', 'linkmanager'],
  ['vnc', 'rfb'],
  ['rdp', 'remotedesktop'],
  ['vpn', 'openvpn', 'wireguard', 'ipsec', 'ikev2'],
  ['ssh', 'openssh'],
]

/** Whether two names are of one tool; `any` in a register is every tool. */
export function sameTool(granted: string, seen: string): boolean {
  const [a, b] = [plain(granted), plain(seen)]
  if (a === '' || b === '') return false
  if (a === 'any' || a.includes(b) || b.includes(a)) return true
  return families.some((names) => isAmong(names, a) && isAmong(names, b))
}

function isAmong(names: readonly string[], word: string): boolean {
  return names.some((name) => word.includes(name))
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
