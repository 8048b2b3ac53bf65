// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'

/** A name on the network that gives a remote access tool away. */
export interface RemoteAccessName {
  /** A domain name: it and every name below it belong to the tool. */
  readonly suffix: string
  readonly tool: string
  /** `service`: the tool's connections go there. `maker`: also its web site, so a weaker sign. */
  readonly basis: 'service' | 'maker'
}

function names(
  tool: string,
  basis: RemoteAccessName['basis'],
  ...suffixes: readonly string[]
): RemoteAccessName[] {
  return suffixes.map((suffix) => ({ suffix, tool, basis }))
}

/** Domains that makers publish for their firewalls' lists, or that their products are seen to ask. */
export const remoteAccessNames: readonly RemoteAccessName[] = [
  // Tools of the office.
  ...names('TeamViewer', 'service', 'teamviewer.com', 'teamviewer.cn', 'dyngate.com'),
  ...names('AnyDesk', 'service', 'net.anydesk.com', 'boot.net.anydesk.com'),
  ...names('AnyDesk', 'maker', 'anydesk.com', 'anydesk.com.cn'),
  ...names('RustDesk', 'service', 'rustdesk.com'),
  ...names('Splashtop', 'service', 'splashtop.com', 'splashtop.eu', 'devicevm.com'),
  ...names('LogMeIn', 'service', 'logmein.com', 'logmein-gateway.com', 'logme.in', 'hamachi.cc'),
  ...names('LogMeIn', 'service', 'logmeininc.com', 'logmeinrescue.com', 'logmein-enterprise.com'),
  ...names('GoTo', 'service', 'gotomypc.com', 'gotoassist.com', 'gotoresolve.com', 'gotoassist.at'),
  ...names('ScreenConnect', 'service', 'screenconnect.com', 'hostedrmm.com'),
  ...names('ConnectWise', 'maker', 'connectwise.com', 'myconnectwise.net'),
  ...names('Chrome Remote Desktop', 'service', 'remotedesktop.google.com'),
  ...names('Chrome Remote Desktop', 'service', 'remotedesktop-pa.googleapis.com'),
  ...names('Chrome Remote Desktop', 'service', 'chromoting-host.talkgadget.google.com'),
  ...names('Chrome Remote Desktop', 'service', 'chromoting-client.talkgadget.google.com'),
  ...names('Quick Assist', 'service', 'remoteassistance.support.services.microsoft.com'),
  ...names('BeyondTrust', 'service', 'bomgarcloud.com', 'beyondtrustcloud.com', 'bomgar.com'),
  ...names('Take Control', 'service', 'swi-rc.com', 'swi-tc.com', 'beanywhere.com'),
  ...names('Datto RMM', 'service', 'centrastage.net', 'rmm.datto.com'),
  ...names('Kaseya', 'service', 'kaseya.net', 'kaseya.com'),
  ...names(
    'NinjaOne',
    'service',
    'ninjarmm.com',
    'ninjarmm.net',
    'rmmservice.com',
    'rmmservice.eu',
  ),
  ...names('Atera', 'service', 'atera.com'),
  ...names('Action1', 'service', 'action1.com'),
  ...names('Pulseway', 'service', 'pulseway.com'),
  ...names('RemotePC', 'service', 'remotepc.com'),
  ...names('Zoho Assist', 'service', 'assist.zoho.com', 'assist.zoho.eu', 'zohoassist.com'),
  ...names('ISL Online', 'service', 'islonline.com', 'islonline.net'),
  ...names('Supremo', 'service', 'supremocontrol.com', 'nanosystems.it'),
  ...names('DWService', 'service', 'dwservice.net'),
  ...names('Getscreen.me', 'service', 'getscreen.me'),
  ...names('Remote Utilities', 'service', 'remoteutilities.com', 'remoteutilities.net'),
  ...names('Ammyy Admin', 'service', 'ammyy.com'),
  ...names('AeroAdmin', 'service', 'aeroadmin.com'),
  ...names('UltraViewer', 'service', 'ultraviewer.net'),
  ...names('ToDesk', 'service', 'todesk.com'),
  ...names('Sunlogin', 'service', 'oray.com', 'oray.net', 'sunlogin.net'),
  ...names('HopToDesk', 'service', 'hoptodesk.com'),
  ...names('Parsec', 'service', 'parsec.app', 'parsecgaming.com'),
  ...names('MeshCentral', 'service', 'meshcentral.com'),
  // Overlay networks and tunnels.
  ...names('Tailscale', 'service', 'tailscale.com', 'tailscale.io', 'ts.net'),
  ...names('ZeroTier', 'service', 'zerotier.com'),
  ...names('NetBird', 'service', 'netbird.io', 'netbird.cloud'),
  ...names('Twingate', 'service', 'twingate.com'),
  ...names('Remote.It', 'service', 'remote.it', 'remot3.it'),
  ...names('ngrok', 'service', 'ngrok.com', 'ngrok.io', 'ngrok.app', 'ngrok-agent.com'),
  ...names('Cloudflare Tunnel', 'service', 'argotunnel.com', 'cftunnel.com'),
  ...names('Dev tunnels', 'service', 'devtunnels.ms', 'tunnels.api.visualstudio.com'),
  // Gateways of machine makers.
  ...names('Ewon Talk2M', 'service', 'talk2m.com', 'talk2m.net'),
  ...names('Ewon Talk2M', 'maker', 'ewon.biz'),
  ...names('Netbiter', 'service', 'netbiter.net', 'netbiter.com'),
  ...names('Secomea', 'service', 'secomea.com', 'secomea.net'),
  ...names('mbCONNECT24', 'service', 'mbconnect24.net', 'mbconnect24.us', 'mbconnect24.com'),
  ...names('mbCONNECT24', 'maker', 'mbconnectline.com', 'mbconnectline.de'),
  ...names('myREX24', 'service', 'myrex24.net', 'myrex24.com'),
  ...names('IXON', 'service', 'ixon.cloud', 'ixon.net', 'ayayot.com', 'stridelinx.com'),
  ...names('TOSIBOX', 'service', 'tosibox.com', 'tosi.net'),
  ...names('mGuard Secure Cloud', 'service', 'mguard.com'),
  ...names('u-link', 'service', 'u-link.weidmueller.com'),
  ...names('Teltonika RMS', 'service', 'rms.teltonika-networks.com', 'rms.teltonika.lt'),
  ...names('ProSoft Connect', 'service', 'prosoft.io', 'belden.io'),
]

/** Products that run on a server of one's own give themselves away in the first label. */
const firstLabels: readonly (readonly [label: string, tool: string])[] = [
  ['gatemanager', 'Secomea'],
  ['sinemarc', 'SINEMA Remote Connect'],
  ['sinema-rc', 'SINEMA Remote Connect'],
  ['screenconnect', 'ScreenConnect'],
  ['rustdesk', 'RustDesk'],
  ['guacamole', 'Apache Guacamole'],
  ['meshcentral', 'MeshCentral'],
  ['talk2m', 'Ewon Talk2M'],
]

/** Words in the names of certificates that only this tool carries, in lower case. */
const certificateWords: readonly (readonly [word: string, tool: string])[] = [
  ['anydesk', 'AnyDesk'],
  ['anynet', 'AnyDesk'],
  ['teamviewer', 'TeamViewer'],
  ['talk2m', 'Ewon Talk2M'],
  ['ewon', 'Ewon'],
  ['secomea', 'Secomea'],
  ['mbconnect', 'mbCONNECT24'],
  ['tosibox', 'TOSIBOX'],
  ['ixon', 'IXON'],
  ['sinema', 'SINEMA Remote Connect'],
  ['splashtop', 'Splashtop'],
  ['screenconnect', 'ScreenConnect'],
  ['rustdesk', 'RustDesk'],
]

const bySuffix = new Map(remoteAccessNames.map((entry) => [entry.suffix, entry]))

export interface RemoteAccessMatch {
  readonly tool: string
  readonly basis: RemoteAccessName['basis'] | 'label'
}

/** The tool whose service a host name belongs to; the longest suffix decides. */
export function remoteAccessByName(name: string): RemoteAccessMatch | undefined {
  let rest = name.toLowerCase().replace(/\.$/, '')
  const label = rest.split('.', 1)[0]
  for (;;) {
    const entry = bySuffix.get(rest)
    if (entry !== undefined) return { tool: entry.tool, basis: entry.basis }
    const dot = rest.indexOf('.')
    if (dot < 0) break
    rest = rest.slice(dot + 1)
  }
  const own = firstLabels.find(([start]) => label.startsWith(start))
  return own && { tool: own[1], basis: 'label' }
}

/** The tool that carries a certificate with this name string. */
export function remoteAccessByCertificate(text: string): string | undefined {
  const lower = text.toLowerCase()
  const words = lower.split(/[^a-z0-9]+/)
  return certificateWords.find(([word]) => words.some((part) => part.startsWith(word)))?.[1]
}

/** Records the event `remote_access` when the host name belongs to a tool. */
export function recordRemoteAccess(
  name: string,
  how: 'sni' | 'dns' | 'http',
  recorder: Recorder,
): void {
  const match = remoteAccessByName(name)
  if (match === undefined) return
  recorder.event('remote_access', { tool: match.tool, how, name, basis: match.basis })
}

/** TLS to one of these ports is this tool as a rule; nothing in the hello says so. */
const tlsPorts: Readonly<Record<number, string>> = {
  5938: 'TeamViewer',
  5986: 'WinRM',
  6568: 'AnyDesk',
  7070: 'AnyDesk',
}

export function recordRemoteAccessPort(port: number, recorder: Recorder): void {
  const tool = tlsPorts[port]
  if (tool !== undefined) recorder.event('remote_access', { tool, how: 'port' })
}
