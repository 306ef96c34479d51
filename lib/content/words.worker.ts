import { loadLexicon, loadTable, type LexiconFiles } from './lexicon-loader'
import { serveWords, type WordPort } from './word-protocol'
import { createWordService } from './word-service'

async function get(path: string): Promise<Response> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}

const files: LexiconFiles = {
  text: async (path) => (await get(path)).text(),
  gunzipped: async (path) => {
    const packed = (await get(path)).body
    if (!packed) throw new Error(`${path}: empty`)
    return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text()
  },
}

// The compiler knows only a window's scope.
serveWords(globalThis as unknown as WordPort, async () =>
  createWordService(await loadLexicon(files), () => loadTable(files)),
)
