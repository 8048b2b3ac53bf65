// SPDX-License-Identifier: EUPL-1.2
import type { MirrorSign } from '../../pages/captures/messages.ts'

type Facts = Readonly<Record<string, string | number>>
type Sign = Readonly<Record<MirrorSign['verdict'], (facts: Facts) => string>>

const share = (part: unknown, whole: unknown) =>
  `${Number(part).toLocaleString('nl-NL')} van ${Number(whole).toLocaleString('nl-NL')}`

export const capturesNl = {
  title: 'Een opname bekijken',
  intro:
    'Laat hier een opname van netwerkverkeer vallen. Uw browser leest haar zelf, op deze computer. Er gaat niets naar de server totdat u daarvoor kiest.',
  choose: 'Kies opnamen',
  drop: 'of laat ze hier vallen (pcap of pcapng, ook ingepakt als .gz)',
  ranges: 'Adressen van uw locatie',
  rangesHelp:
    'Mag leeg blijven: dan leiden wij ze uit het verkeer af. Anders bijvoorbeeld 10.20.0.0/16, gescheiden door komma’s.',
  rangesOdd: (text: string) => `${text} is geen adresreeks. Verwacht: 10.20.0.0/16.`,
  reading: (file: string) => `${file} wordt gelezen`,
  addingUp: 'Alles is gelezen; wat de apparaten zeiden wordt opgeteld.',
  progress: (bytes: string, of: string, packets: string) =>
    `${bytes} van ${of} gelezen, ${packets} pakketten`,
  stop: 'Stop',
  failed:
    'Het lezen is misgegaan, misschien doordat het geheugen van de browser vol was. Probeer een kleinere opname, of gebruik `schouw inspect` op de opdrachtregel.',
  nothing: 'Hier is geen opname in gevonden.',
  noPackets:
    'In deze opname staat geen enkel pakket. Neem opnieuw op aan een spiegelpoort van de switch, en laat de opname even lopen.',
  again: 'Andere opnamen',
  local: 'Niets hiervan heeft deze computer verlaten.',
  sent: 'De feiten zijn bewaard. De opname zelf is op deze computer gebleven.',
  place: (offset: number, found: string) => `; bij byte ${offset} stond ${found}`,
  noMakers:
    'De lijst van makers van netwerkkaarten kon niet worden opgehaald; makers ontbreken daarom.',
  files: 'Gelezen',
  file: 'Bestand',
  packets: 'Pakketten',
  from: 'Van',
  until: 'Tot',
  digest: 'Vingerafdruk (SHA-256)',
  signs: 'Zag de spiegelpoort wat hij moest zien?',
  verdicts: { good: 'in orde', doubtful: 'kijk hiernaar', unknown: 'niet te zeggen' },
  sign: {
    both_directions: {
      good: ({ one_way, conversations }) =>
        `Beide richtingen zijn te zien: ${share(one_way, conversations)} verbindingen is eenzijdig.`,
      doubtful: ({ one_way, conversations }) =>
        `${share(one_way, conversations)} verbindingen tonen één richting. Laat de spiegelpoort ontvangen én verzonden verkeer kopiëren.`,
      unknown: () => 'Er zijn geen TCP-verbindingen om het aan te zien.',
    },
    device_traffic: {
      good: ({ between, packets }) =>
        `Apparaten praten met elkaar: ${share(between, packets)} pakketten gaan van het een naar het ander.`,
      doubtful: ({ between, packets }) =>
        `Bijna alles is omroep (${share(between, packets)} pakketten gaan van apparaat naar apparaat). Waarschijnlijk hangt de meter aan een gewone poort, niet aan een spiegelpoort.`,
      unknown: () => 'Er zijn geen pakketten.',
    },
    no_copies: {
      good: ({ repeated, tcp }) =>
        `Pakketten staan er één keer in: ${share(repeated, tcp)} TCP-pakketten is een herhaling.`,
      doubtful: ({ repeated, tcp }) =>
        `${share(repeated, tcp)} TCP-pakketten staan er dubbel in. Spiegel één kant: twee poorten van dezelfde verbinding, of een VLAN in beide richtingen, geeft alles tweemaal.`,
      unknown: () => 'Er is te weinig TCP om het aan te zien.',
    },
    vlan_tags: {
      good: ({ vlans }: Facts) => `VLAN-nummers staan erin: ${vlans}.`,
      doubtful: ({ ranges }: Facts) =>
        `Kaarten uit ${ranges} adresreeksen zijn te zien en geen enkel VLAN-nummer. Misschien haalt de spiegel de nummers weg (Cisco: encapsulation replicate), of ontbreekt er een VLAN.`,
      unknown: () =>
        'Eén adresreeks en geen VLAN-nummers: of er een VLAN ontbreekt, is niet te zien.',
    },
    whole_packets: {
      good: () => 'Pakketten zijn in hun geheel opgenomen.',
      doubtful: ({ cut, packets }) =>
        `${share(cut, packets)} pakketten zijn afgekapt. Neem op zonder lengtegrens (snaplen 0), anders gaan namen en modellen verloren.`,
      unknown: () => 'Er zijn geen pakketten.',
    },
    nothing_lost: {
      good: () => 'Er is niets weggevallen tijdens het opnemen.',
      doubtful: ({ dropped, gaps }) =>
        `Er is verkeer weggevallen: ${Number(dropped).toLocaleString('nl-NL')} pakketten volgens de opnemer, ${Number(gaps).toLocaleString('nl-NL')} gaten in TCP. De spiegelpoort of de schijf kan het niet bijhouden.`,
      unknown: () => 'Er is te weinig TCP om het aan te zien.',
    },
    long_enough: {
      good: ({ seconds }) => `De opname duurt ${hours(Number(seconds))}.`,
      doubtful: ({ seconds }) =>
        `De opname duurt ${hours(Number(seconds))}. Wat eens per uur of eens per ploeg spreekt, staat er niet in. Neem liever een werkdag op.`,
      unknown: () => 'De pakketten hebben geen tijd.',
    },
    clock: {
      good: ({ first, last }) => `De klok klopt op het oog: ${date(first)} tot ${date(last)}.`,
      doubtful: ({ first, last, why }) =>
        why === 'future'
          ? `De opname eindigt in de toekomst (${date(last)}). Zet de klok van de opnemer gelijk.`
          : why === 'past'
            ? `De opname begint op ${date(first)}. De opnemer kende de datum niet.`
            : `Tussen het eerste en laatste pakket ligt meer dan een maand (${date(first)} tot ${date(last)}). Eén pakket met een verkeerde tijd is genoeg.`,
      unknown: () => 'De pakketten hebben geen tijd.',
    },
  } satisfies Readonly<Record<MirrorSign['code'], Sign>> as Readonly<
    Record<MirrorSign['code'], Sign>
  >,
  devices: 'Apparaten',
  talks: 'Gesprekken',
  signals: 'Te beoordelen',
  unseen: 'Niet te zien',
  device: 'Apparaat',
  address: 'Adres',
  maker: 'Maker',
  model: 'Model',
  firmware: 'Firmware',
  role: 'Rol',
  level: 'Niveau',
  speaks: 'Protocollen',
  unknown: 'onbekend',
  outside: 'buiten de locatie',
  silent: 'stil',
  parts: (count: number) => (count === 1 ? '1 onderdeel' : `${count} onderdelen`),
  to: 'Naar',
  service: 'Dienst',
  operations: 'Opdrachten',
  what: 'Wat',
  times: 'Keer',
  frame: 'Frame',
  details: 'Bijzonderheden',
  noTalks: 'Geen gesprekken tussen apparaten gezien.',
  noSignals: 'Niets gezien wat een mens moet beoordelen.',
  allSeen: 'Niets bijzonders: deze opname heeft geen bekende blinde vlekken.',
  more: (count: number) => `Nog ${count} tonen`,
  keep: 'Deze feiten bewaren',
  keepText: (devices: number, talks: number) =>
    `U bewaart ${devices === 1 ? '1 apparaat' : `${devices} apparaten`} en ${talks === 1 ? '1 gesprek' : `${talks} gesprekken`}: namen, adressen, modellen, wie met wie praat en in welk pakket dat staat. De pakketten zelf gaan niet mee. Daarna kiest u per apparaat wat er in het register komt.`,
  keepWho: 'Uw rol mag kijken, niet bewaren. Vraag de CISO of de OT-engineer.',
  site: 'Waar is dit opgenomen?',
  anySite: 'Niet bekend, of overal',
  asFile: 'Zie precies wat er bewaard wordt (JSON)',
  send: 'Feiten bewaren',
  sending: 'De feiten worden bewaard.',
  toProposals: 'Kies wat er in het register komt',
  signalsTo: 'Ook de signalen bij de meldingen zetten',
  kit: 'Hoe maakt u een goede opname?',
  map: 'Naar de kaart',
}

export type CapturesWords = typeof capturesNl

function hours(seconds: number): string {
  if (seconds < 120) return `${seconds} seconden`
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minuten`
  const value = (seconds / 3_600).toLocaleString('nl-NL', { maximumFractionDigits: 1 })
  return `${value} uur`
}

function date(text: unknown): string {
  const shape = { dateStyle: 'medium', timeStyle: 'short' } as const
  return new Date(String(text)).toLocaleString('nl-NL', shape)
}
