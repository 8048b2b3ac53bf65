// SPDX-License-Identifier: EUPL-1.2
import type { Language } from './speech.ts'
import type { Scenario } from './vocabulary.ts'

/** What can happen, in as few words as fit beside a figure. */
export const scenarioTitles: Readonly<Record<Language, Readonly<Record<Scenario, string>>>> = {
  nl: {
    flat_network: 'Van kantoor naar fabriek',
    remote_access: 'Toegang op afstand',
    internet_exposure: 'Rechtstreeks van internet',
    no_recovery: 'Herstel lukt niet',
    unknown_devices: 'Onbekende apparaten',
    readable_passwords: 'Leesbare wachtwoorden',
    controller_changes: 'Ongeziene wijziging',
    outdated_systems: 'Verouderde systemen',
    supplier_failure: 'Leverancier valt uit',
    certificate_ends: 'Verlopen certificaat',
    address_conflict: 'Dubbel adres',
    late_reporting: 'Te laat melden',
  },
  en: {
    flat_network: 'From office to factory',
    remote_access: 'Remote access',
    internet_exposure: 'Straight from the internet',
    no_recovery: 'Recovery fails',
    unknown_devices: 'Unknown devices',
    readable_passwords: 'Readable passwords',
    controller_changes: 'Unnoticed change',
    outdated_systems: 'Outdated systems',
    supplier_failure: 'Supplier fails',
    certificate_ends: 'Expired certificate',
    address_conflict: 'Duplicate address',
    late_reporting: 'Reporting too late',
  },
}
