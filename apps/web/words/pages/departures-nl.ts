// SPDX-License-Identifier: EUPL-1.2
import type { DeviationKind, Severity } from '@schouw/core/capture/drift'

export const departuresNl = {
  title: 'Afwijkingen van wat gewoon is',
  intro:
    'Wat u hebt vastgesteld als gewoon, naast wat latere opnamen laten zien. Een afwijking is nog geen aanval: kijk, maak er een incident van of leg haar tot een dag stil.',
  few: 'Hiervoor zijn minstens twee bronnen met verkeer nodig: één om van te leren en één om te vergelijken.',
  toCapture: 'Opname bekijken',
  learnt: 'Gewoon is wat te zien is tot en met',
  learntHelp:
    'Enkele minuten zijn weinig om een fabriek van te leren. Een week met alle ploegen, een onderhoudsdag inbegrepen, is beter.',
  source: (name: string, last: string) => `${name} (tot ${last})`,
  none: 'Later verkeer wijkt niet af.',
  count: (count: number) => (count === 1 ? '1 afwijking' : `${count} afwijkingen`),
  shownAside: (count: number) => `${count} stilgelegd`,
  severity: { high: 'ernstig', medium: 'matig', low: 'licht' } satisfies Record<Severity, string>,
  kinds: {
    new_device: 'Nieuw apparaat',
    changed_device: 'Apparaat vervangen',
    firmware_change: 'Andere firmware',
    address_change: 'Adres bij een andere kaart',
    new_conversation: 'Nieuw gesprek',
    new_operation: 'Nieuwe opdracht',
    programming_outside_window: 'Besturing geprogrammeerd',
    scan: 'Verkenning',
    beaconing: 'Belt in een vast ritme naar buiten',
    time_jump: 'Klok versprongen',
  } satisfies Record<DeviationKind, string>,
  reasons: {
    controller: 'raakt een besturing',
    control_service: 'over een besturingsprotocol',
    changes_device: 'verandert iets in het apparaat',
    programs_device: 'programmeert het apparaat',
    outside_site: 'met iets buiten de vestiging',
    remote_access: 'toegang op afstand',
    firmware: 'firmware',
    many_targets: 'veel doelen',
    never_answered: 'nooit beantwoord',
    maintenance_window: 'binnen een onderhoudsvenster',
  },
  weight: 'Ernst',
  what: 'Wat',
  between: 'Wie',
  service: 'Dienst',
  when: 'Wanneer',
  why: 'Waarom deze ernst',
  technique: (id: string, name: string) => `${id} ${name}`,
  frame: (capture: string, frame: number) => `${capture}, pakket ${frame}`,
  act: 'Wat doet u?',
  toIncident: 'Maak er een incident van',
  silence: 'Stilleggen',
  until: 'Tot en met',
  reason: 'Waarom',
  toAlert: 'Melding',
  states: (state: string, until: string) =>
    state === 'suppressed' ? `stil tot en met ${until}` : 'is een melding',
  toRoom: 'Naar het incident',
  devices:
    'Wijzigingen van firmware, kaart, adres en rol staan, met hun verloop, bij wat gezien en geregistreerd is.',
  toInventory: 'Gezien en geregistreerd',
}

export type DeparturesWords = typeof departuresNl
