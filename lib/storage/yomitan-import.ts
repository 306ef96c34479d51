import { strFromU8, unzipSync } from 'fflate'
import { DictionaryError } from './dictionary-problem'
import type { DictionaryStorage, ImportedDictionary } from './dictionary-storage'
import { parseJson, readIndex, readTagBank, readTermBank, type TagNotes } from './yomitan-format'

/** Sizes in bytes beyond which a file is refused. The largest Indonesian dictionaries are a hundredth of this. */
export const dictionaryLimits = {
  /** The zip itself. */
  zip: 96 * 1024 * 1024,
  /** All files of it, unpacked. */
  total: 512 * 1024 * 1024,
  /** One file of it, unpacked. */
  file: 48 * 1024 * 1024,
  /** Unpacked against packed, of a file larger than a megabyte; JSON stays under 40. */
  ratio: 120,
  files: 5000,
  terms: 600_000,
} as const

export type DictionaryLimits = { readonly [name in keyof typeof dictionaryLimits]: number }

/** How far an import is: term banks read, of how many, and the terms kept so far. */
export type ImportProgress = { readonly banks: number; readonly ofBanks: number; readonly terms: number }

export type ImportOptions = {
  readonly now: number
  readonly id: string
  readonly limits?: DictionaryLimits
  readonly onProgress?: (progress: ImportProgress) => void
}

type Packed = { readonly name: string; readonly size: number }

/** Lists the files of a zip from its directory and checks their sizes; nothing is unpacked yet. */
function listFiles(zip: Uint8Array, limits: DictionaryLimits): readonly Packed[] {
  if (zip.length > limits.zip) throw new DictionaryError('large')
  const files: Packed[] = []
  let total = 0
  try {
    unzipSync(zip, {
      filter: ({ name, size, originalSize }) => {
        total += originalSize
        const swollen = originalSize > 1024 * 1024 && originalSize > size * limits.ratio
        const tooMuch = originalSize > limits.file || total > limits.total || files.length >= limits.files
        if (swollen || tooMuch) throw new DictionaryError('bomb', name)
        files.push({ name, size: originalSize })
        return false
      },
    })
  } catch (error) {
    throw error instanceof DictionaryError ? error : new DictionaryError('not-zip')
  }
  if (files.length === 0) throw new DictionaryError('not-zip')
  return files
}

/** One file as text. It gets no more room than its directory entry promised, so a lying one cannot swell either. */
function unpack(zip: Uint8Array, name: string): string {
  try {
    const [content] = Object.values(unzipSync(zip, { filter: (file) => file.name === name }))
    if (content) return strFromU8(content)
  } catch {
    // Told below: a file that cannot be unpacked is as broken as one that cannot be parsed.
  }
  throw new DictionaryError('broken', name)
}

const banksOf = (files: readonly Packed[], kind: 'term' | 'tag'): readonly string[] => {
  const pattern = new RegExp(`^${kind}_bank_(\\d+)\\.json$`)
  const numbered = files.flatMap(({ name }) => {
    const match = pattern.exec(name)
    return match ? [{ name, number: Number(match[1]) }] : []
  })
  return numbered.sort((a, b) => a.number - b.number).map(({ name }) => name)
}

function readTags(zip: Uint8Array, files: readonly Packed[]): TagNotes {
  const notes = banksOf(files, 'tag').flatMap((file) => [
    ...readTagBank(parseJson(unpack(zip, file), file), file),
  ])
  return new Map(notes)
}

const batchSize = 500

async function addTerms(
  zip: Uint8Array,
  files: readonly Packed[],
  storage: DictionaryStorage,
  { id, limits = dictionaryLimits, onProgress }: ImportOptions,
): Promise<number> {
  const notes = readTags(zip, files)
  const banks = banksOf(files, 'term')
  let count = 0
  for (const [at, file] of banks.entries()) {
    const terms = readTermBank(parseJson(unpack(zip, file), file), file, notes)
    count += terms.length
    if (count > limits.terms) throw new DictionaryError('large')
    for (let from = 0; from < terms.length; from += batchSize) {
      await storage.add(id, terms.slice(from, from + batchSize))
    }
    onProgress?.({ banks: at + 1, ofBanks: banks.length, terms: count })
  }
  if (count === 0) throw new DictionaryError('empty')
  return count
}

/**
 * Takes a Yomitan dictionary (a zip of format 3) into storage: all of it, or nothing and a DictionaryError that says
 * why. Unpacks one bank at a time; meant to run in a worker, where its length holds nobody up.
 */
export async function importYomitan(
  zip: Uint8Array,
  storage: DictionaryStorage,
  options: ImportOptions,
): Promise<ImportedDictionary> {
  const files = listFiles(zip, options.limits ?? dictionaryLimits)
  if (!files.some(({ name }) => name === 'index.json')) throw new DictionaryError('no-index')
  const index = readIndex(parseJson(unpack(zip, 'index.json'), 'index.json'))
  const known = await storage.list()
  if (known.some(({ title, revision }) => title === index.title && revision === index.revision)) {
    throw new DictionaryError('duplicate', index.title)
  }
  try {
    const entries = await addTerms(zip, files, storage, options)
    const dictionary = { ...index, id: options.id, entries, importedAt: options.now }
    await storage.finish(dictionary)
    return dictionary
  } catch (error) {
    await storage.remove(options.id).catch(() => undefined)
    throw error instanceof DictionaryError ? error : new DictionaryError('storage')
  }
}
