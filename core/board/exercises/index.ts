// SPDX-License-Identifier: EUPL-1.2
/**
 * Exercises: scenarios from the company's own crown jewels and the ways to them, what was exercised
 * with whom on the board and what came of it, and the room of one that is held. Reads records and an
 * instant, changes nothing.
 */
export { type Drill, type DrillInject, drillOf, kindsOfDrills } from './drill.ts'
export { boardAttendance, type Exercises, exercisesOf, kindsOfExercises } from './exercises.ts'
export { type InjectCode, type Scenario, type ScenarioSort, scenariosOf } from './scenarios.ts'
export { type JointExercises, jointExercises } from './with-suppliers.ts'
