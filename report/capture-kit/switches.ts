// SPDX-License-Identifier: EUPL-1.2
// Where the usual switches make a copy of a port. `sure`: read in the maker's own manual, whose place
// stands beside it; otherwise it is known from practice and has to be looked up for the model.

type Both = Readonly<Record<'nl' | 'en', string>>

export interface SwitchWay {
  readonly maker: string
  /** Commands or menu as the maker spells them. */
  readonly on: string
  readonly off: string
  readonly beware: Both
  readonly source: string
  readonly isSure: boolean
}

export const switchWays: readonly SwitchWay[] = [
  {
    maker: 'Cisco IE / Catalyst (IOS, IOS XE)',
    on: 'monitor session 1 source interface Gi1/1 both\nmonitor session 1 destination interface Gi1/8 encapsulation replicate',
    off: 'no monitor session 1',
    beware: {
      nl: 'Zonder "encapsulation replicate" vallen de VLAN-nummers weg. Zet geen "ingress" aan.',
      en: 'Without "encapsulation replicate" the VLAN numbers are lost. Do not set "ingress".',
    },
    source: 'Catalyst 3560/3650 command reference, "monitor session"',
    isSure: true,
  },
  {
    maker: 'HPE / Aruba 2930F (ArubaOS-Switch)',
    on: 'mirror 1 port 24\ninterface 1 monitor all both mirror 1',
    off: 'no interface 1 monitor\nno mirror 1',
    beware: {
      nl: 'De spiegeling begint zodra bron en doel bekend zijn. AOS-CX gebruikt andere opdrachten.',
      en: 'Mirroring begins as soon as source and destination are known. AOS-CX has other commands.',
    },
    source: 'Aruba 2930F Management and Configuration Guide, traffic mirroring',
    isSure: false,
  },
  {
    maker: 'MikroTik CRS3xx / CRS5xx (RouterOS 7.15 +)',
    on: '/interface ethernet switch set switch1 mirror-target=ether24\n/interface ethernet switch port set ether1 mirror-ingress=yes mirror-egress=yes',
    off: '/interface ethernet switch port set ether1 mirror-ingress=no mirror-egress=no\n/interface ethernet switch set switch1 mirror-target=none',
    beware: {
      nl: 'Oudere versies kennen één bron: mirror-source in plaats van mirror-ingress en -egress.',
      en: 'Older versions know one source: mirror-source instead of mirror-ingress and -egress.',
    },
    source: 'help.mikrotik.com, CRS3xx, CRS5xx series switches: Mirroring',
    isSure: true,
  },
  {
    maker: 'Phoenix Contact FL SWITCH MM HS / MCS',
    on: 'Ports > Port Mirroring: Source Port, Destination Port',
    off: 'Source Port = Destination Port',
    beware: {
      nl: 'Bron en doel in dezelfde groep (1–8, 9–16, 17–24). Aangemaakte multicastgroepen worden niet gespiegeld.',
      en: 'Source and destination in the same group (1–8, 9–16, 17–24). Multicast groups that were set up are not mirrored.',
    },
    source: 'Phoenix Contact UM FL SWITCH MM HS (6874), "Port Mirroring"',
    isSure: true,
  },
  {
    maker: 'Hirschmann PowerMICE / MACH (Classic)',
    on: 'Diagnostics > Port Mirroring: source ports (at most 8), destination port',
    off: 'Diagnostics > Port Mirroring: Off',
    beware: {
      nl: 'HiOS heeft een eigen menu onder Diagnostics > Ports; zoek het op voor uw versie.',
      en: 'HiOS has a menu of its own under Diagnostics > Ports; look it up for your release.',
    },
    source: 'Hirschmann UM Basic Configuration L3P 7.1, 9.12',
    isSure: false,
  },
  {
    maker: 'Siemens SCALANCE X (XC-200, XM-400, XR-500)',
    on: 'Layer 2 > Mirroring: session, destination port, source port (ingress and egress)',
    off: 'Layer 2 > Mirroring: session off',
    beware: {
      nl: 'Eerste generatie (X-200, X-300): Switch > Mirroring. Gebruik geen ringpoort als doel.',
      en: 'First generation (X-200, X-300): Switch > Mirroring. Do not use a ring port as destination.',
    },
    source: 'SCALANCE XM-400/XR-500 WBM manual (C79000-G8976-C248)',
    isSure: false,
  },
  {
    maker: 'Moxa EDS / IKS',
    on: 'Diagnosis > Mirror Port: monitored port, watch direction both, mirror port',
    off: 'Diagnosis > Mirror Port: none',
    beware: {
      nl: 'De naam van het menu verschilt per generatie (Monitoring, Diagnosis, Port Mirroring).',
      en: 'The name of the menu differs by generation (Monitoring, Diagnosis, Port Mirroring).',
    },
    source: 'Moxa Managed Ethernet Switch User’s Manual (UI 2.0)',
    isSure: false,
  },
  {
    maker: 'Ubiquiti UniFi',
    on: 'UniFi Network > Ports > port > Operation: Mirroring, source port',
    off: 'Operation: Switching',
    beware: {
      nl: 'De poort die het doel wordt, verliest zijn gewone werk. Kies een lege poort.',
      en: 'The port that becomes the destination loses its ordinary work. Choose an empty one.',
    },
    source: '—',
    isSure: false,
  },
]
