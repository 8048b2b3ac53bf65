// SPDX-License-Identifier: EUPL-1.2
import type { Asset } from '../asset.ts'
import { type AssetName, assetNameOf } from '../names/asset-name.ts'
import { cpeOf } from '../names/cpe.ts'
import { purlOf } from '../names/purl.ts'
import { type Speller, spellerOf } from '../names/spelling.ts'
import { tokensOf } from '../names/tokens.ts'
import { type VendorReader, type VendorReading, vendorReader } from '../names/vendor.ts'
import { ownTables, type Tables } from '../tables/index.ts'
import { type Version, versionOf } from '../versions/version.ts'

/** An asset with all that can be read from its texts, once, for any number of matchers. */
export interface AssetReading {
  readonly asset: Asset
  readonly name: AssetName
  readonly vendor: VendorReading
  /** What a package URL and a CPE come to without their versions; empty where neither is known. */
  readonly packages: readonly string[]
  /** Undefined where the text holds no version. */
  readonly version?: Version
  /** Equal for assets of one product, whatever their versions. */
  readonly product: string
  /** Equal for assets that cannot be told apart. */
  readonly type: string
}

export class AssetReader {
  readonly #tables: Tables
  readonly #vendors: VendorReader
  readonly #spell: Speller
  readonly #names = new Map<string, { readonly name: AssetName; readonly vendor: VendorReading }>()

  constructor(tables: Tables = ownTables) {
    this.#tables = tables
    this.#vendors = vendorReader(tables.vendors)
    this.#spell = spellerOf(tables.aliases)
  }

  read(asset: Asset): AssetReading {
    const key = `${asset.vendor}\n${asset.product}\n${asset.orderNumber}`
    let known = this.#names.get(key)
    if (known === undefined) {
      known = this.#nameOf(asset)
      if (this.#names.size > rememberedNames) this.#names.clear()
      this.#names.set(key, known)
    }
    const purl = asset.purl === '' ? undefined : purlOf(asset.purl)
    const cpeRead = asset.cpe === '' ? undefined : cpeOf(asset.cpe)
    const text = asset.version || purl?.version || cpeRead?.version || ''
    const version = text === '' ? undefined : versionOf(text)
    const { serialNumber, hardwareSeries, hardwareRevision, cpe, hashes } = asset
    const rest = [serialNumber, hardwareSeries, hardwareRevision, asset.purl, cpe, ...hashes].join(
      '\n',
    )
    const type = `${key}\n${asset.version}\n${rest}`
    const packages = [purl?.base, cpeRead?.base].filter((one) => one !== undefined)
    const own = { asset, ...known, packages, product: key, type }
    return { ...own, ...(version === undefined ? {} : { version }) }
  }

  #nameOf(asset: Asset): { name: AssetName; vendor: VendorReading } {
    const vendor = this.#vendors(asset.vendor)
    const name = assetNameOf(
      {
        product: this.#spell(asset.product),
        orderNumber: asset.orderNumber,
        vendors: vendor.ids,
        vendorWords: new Set(tokensOf(asset.vendor).map(({ plain }) => plain)),
      },
      this.#tables.families,
    )
    return { name, vendor }
  }
}

const rememberedNames = 1_000
