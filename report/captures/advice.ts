// SPDX-License-Identifier: EUPL-1.2
// What a recording does not show, and what would help.
type Facts = Readonly<Record<string, string | number>>
type Advice = Readonly<Record<string, (facts: Facts) => string>>

const en: Advice = {
  let_engineer_browse: ({ controllers, without_model }) =>
    `${without_model} of ${controllers} controllers and field devices do not state a model. Let an engineer browse the network for ten minutes from the engineering station while the recording runs.`,
  few_models: ({ assets, with_model }) =>
    `${with_model} of ${assets} devices state a model. Passive traffic states little: add days, or an export.`,
  import_engineering_export: ({ assets, with_firmware }) =>
    `${with_firmware} of ${assets} devices state a firmware version. An export from the engineering software has the rest.`,
  mirror_elsewhere: ({ silent }) =>
    `${silent} devices are named or addressed but never speak here. A mirror port on another switch would show them.`,
  mirror_both_directions: ({ one_way, conversations }) =>
    `${one_way} of ${conversations} connections show one direction only. Let the mirror port copy both.`,
  encrypted_control_traffic: ({ conversations }) =>
    `${conversations} control connections are encrypted: who talks to whom is visible, what they say is not.`,
  listen_longer: ({ seconds }) =>
    `The recording lasts ${seconds} seconds. What speaks once an hour or once a shift is not in it.`,
  swept_addresses: ({ addresses }) =>
    `${addresses} addresses were only tried by a sweep and are not listed.`,
  left_out: ({ what, left_out, limit }) =>
    `${left_out} ${what} beyond the bound of ${limit} were left out.`,
}

const nl: Advice = {
  let_engineer_browse: ({ controllers, without_model }) =>
    `${without_model} van ${controllers} besturingen en veldapparaten noemen geen model. Laat een engineer tien minuten vanaf het engineeringstation door het netwerk bladeren terwijl de opname loopt.`,
  few_models: ({ assets, with_model }) =>
    `${with_model} van ${assets} apparaten noemen een model. Meeluisteren levert weinig: voeg dagen toe, of een export.`,
  import_engineering_export: ({ assets, with_firmware }) =>
    `${with_firmware} van ${assets} apparaten noemen een firmwareversie. Een export uit de engineeringsoftware heeft de rest.`,
  mirror_elsewhere: ({ silent }) =>
    `${silent} apparaten worden genoemd of aangesproken maar spreken hier nooit. Een spiegelpoort op een andere switch zou ze laten zien.`,
  mirror_both_directions: ({ one_way, conversations }) =>
    `${one_way} van ${conversations} verbindingen zijn maar in één richting te zien. Laat de spiegelpoort beide richtingen kopiëren.`,
  encrypted_control_traffic: ({ conversations }) =>
    `${conversations} besturingsverbindingen zijn versleuteld: wie met wie praat is te zien, wat zij zeggen niet.`,
  listen_longer: ({ seconds }) =>
    `De opname duurt ${seconds} seconden. Wat eens per uur of eens per ploeg spreekt, staat er niet in.`,
  swept_addresses: ({ addresses }) =>
    `${addresses} adressen zijn alleen door een zoekronde geprobeerd en staan niet in de lijst.`,
  left_out: ({ what, left_out, limit }) =>
    `${left_out} ${what} boven de grens van ${limit} zijn weggelaten.`,
}

export const captureAdvice: Readonly<Record<'nl' | 'en', Advice>> = { nl, en }
