// SPDX-License-Identifier: EUPL-1.2
/**
 * YAML in: one document of plain data with the line and column of everything in it. Alias bombs,
 * duplicate keys and tabs are named, not followed.
 */
export { type Position, readYaml, type YamlFile } from './read.ts'
