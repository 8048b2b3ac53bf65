// SPDX-License-Identifier: EUPL-1.2
import type { MirrorWords } from './mirror-words.ts'

const share = (part: unknown, whole: unknown) =>
  `${Number(part).toLocaleString('nl-NL')} van ${Number(whole).toLocaleString('nl-NL')}`

export const nl: MirrorWords = {
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
    good: ({ vlans }) => `VLAN-nummers staan erin: ${vlans}.`,
    doubtful: ({ ranges }) =>
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
}

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
