// SPDX-License-Identifier: EUPL-1.2
// Recommended tests of CSAF 2.1 about what helps to recognise a product.
import { purlOf } from '../../names/purl.ts'
import { type JsonObject, listOf, objectOf, textOf, textsOf } from '../json.ts'
import { above, type Branch, branchPlace, type Facts, productPlace } from './facts.ts'
import { none, type Rules } from './rule.ts'

export const identityWarnings: Rules = {
  // A device is joined to what runs on it: it is not one product with its firmware.
  '6.2.31': ({ products, paths }) => {
    const joined = new Set(paths.flatMap(({ begin, steps }) => [begin, ...steps.map(nextOf)]))
    return products.flatMap((named) => {
      const helper = helperOf(named.product)
      const isDevice =
        helper['serial_numbers'] !== undefined || helper['model_numbers'] !== undefined
      return isDevice && !joined.has(named.id) ? [productPlace(named)] : none
    })
  },
  // What identifies a product identifies no other.
  '6.2.32': ({ products }) => {
    const owners = new Map<string, string>()
    return products.flatMap((named) => {
      const isTaken = keysOf(helperOf(named.product)).map((key) => {
        const owner = owners.get(key) ?? named.id
        owners.set(key, owner)
        return owner !== named.id
      })
      return isTaken.includes(true) ? [productPlace(named)] : none
    })
  },
  // What identifies a product says no other version, and no more, than the way to the product.
  '6.2.42': ({ products }) =>
    products.flatMap((named) => {
      const { branch, product } = named
      if (branch === undefined) return none
      const helper = helperOf(product)
      const purls = textsOf(helper['purls'])
      const isFine = isCpeOf(textOf(helper['cpe']), branch) && purls.every(isPurlOf(branch))
      return isFine ? none : [productPlace(named)]
    }),
  // Open source is no vendor: somebody makes it.
  '6.2.48': ({ branches }) =>
    branches.flatMap((branch) =>
      branch.category === 'vendor' && /^open[\p{Pd}_\s]*source$/iu.test(branch.name.trim())
        ? [branchPlace(branch)]
        : none,
    ),
}

const nextOf = ({ next }: Facts['paths'][number]['steps'][number]) => next
const helperOf = (product: JsonObject) => objectOf(product['product_identification_helper'])

/** By its kind: a serial number and a model number that are alike are not the same. */
function keysOf(helper: JsonObject): readonly string[] {
  const lists = ['model_numbers', 'serial_numbers', 'skus', 'purls', 'sbom_urls'] as const
  const cpe = textOf(helper['cpe'])
  return [
    ...(cpe === '' ? [] : [`cpe\n${cpe}`]),
    ...lists.flatMap((name) => textsOf(helper[name]).map((text) => `${name}\n${text}`)),
    ...listOf(helper['hashes']).map((value) => {
      const { filename, file_hashes: hashes } = objectOf(value)
      const all = listOf(hashes).map((one) => {
        const { algorithm, value: digest } = objectOf(one)
        return `${textOf(algorithm)}:${textOf(digest)}`
      })
      return `hashes\n${textOf(filename)}\n${all.sort().join('\n')}`
    }),
    ...listOf(helper['x_generic_uris']).map((value) => {
      const { namespace, uri } = objectOf(value)
      return `uris\n${textOf(namespace)}\n${textOf(uri)}`
    }),
  ]
}

/** Parts of a CPE, by their place after `cpe:2.3:`, that a branch must say too. */
const said: readonly (readonly [at: number, categories: readonly string[]])[] = [
  [4, ['patch_level', 'service_pack']],
  [6, ['language']],
  [9, ['architecture', 'platform']],
]

function isCpeOf(cpe: string, branch: Branch): boolean {
  if (!cpe.startsWith('cpe:2.3:')) return true
  const parts = cpe
    .slice(8)
    .split(/(?<!\\):/)
    .map((part) => part.replaceAll(/\\(.)/g, '$1'))
  const isSet = (part: string | undefined) => part !== undefined && part !== '*' && part !== '-'
  const version = above(branch, ['product_version'])?.name
  if (version !== undefined && parts[3]?.toLowerCase() !== version.toLowerCase()) return false
  return said.every(([at, categories]) => {
    return !isSet(parts[at]) || above(branch, categories) !== undefined
  })
}

function isPurlOf(branch: Branch): (purl: string) => boolean {
  const version = above(branch, ['product_version'])?.name
  return (purl) => version === undefined || (purlOf(purl)?.version ?? version) === version
}
