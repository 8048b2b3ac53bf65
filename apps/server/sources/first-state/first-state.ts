// SPDX-License-Identifier: EUPL-1.2
import { addAnswers, addEvidence, addMeasures, addRestoreTests } from './answers.ts'
import { addAssets } from './assets.ts'
import { addCaptures } from './captures.ts'
import { addConduits, addRemoteAccess, addZones } from './network.ts'
import { addOrganisation, addSites } from './organisation.ts'
import { addPeople } from './people.ts'
import { Plan } from './plan.ts'
import { addCrownJewels, addProcesses } from './processes.ts'
import { addRegisters } from './registers.ts'
import { addAppetite, addRisks, addTreatments } from './risks.ts'
import type { Circumstances, FirstInputs, State } from './state.ts'
import { addSuppliers } from './suppliers.ts'
import { addActions, addDecisions, addFindings } from './work.ts'

/** The registers as the baseline has them, in the order in which they can be made. Pure. */
export function firstState(given: FirstInputs, circumstances: Circumstances): Plan {
  const { inputs, baseline } = given
  const { newId, now, sentence, measureTitle } = circumstances
  const files = inputs?.files ?? baseline?.inputs ?? []
  const state: State = {
    inputs,
    baseline,
    ...(given.registers === undefined ? {} : { registers: given.registers }),
    plan: new Plan(newId),
    today: (baseline?.as_of ?? now).slice(0, 10),
    entity: undefined,
    organisation: undefined,
    digests: new Map(files.map(({ path, sha256 }) => [path, sha256])),
    sentence,
    measureTitle,
  }
  addOrganisation(state)
  addSites(state)
  addPeople(state)
  addSuppliers(state)
  addZones(state)
  addProcesses(state)
  addAssets(state)
  addConduits(state)
  addRemoteAccess(state)
  addCrownJewels(state)
  addEvidence(state)
  addMeasures(state)
  addAnswers(state)
  addRestoreTests(state)
  addFindings(state)
  addCaptures(state)
  addRisks(state)
  addActions(state)
  addDecisions(state)
  addTreatments(state)
  addAppetite(state)
  addRegisters(state)
  return state.plan
}
