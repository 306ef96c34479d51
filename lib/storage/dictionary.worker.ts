import { serveImports, type ImportPort } from './dictionary-import'
import { createDictionaryStorage } from './dictionary-storage'

// The compiler knows only a window's scope.
serveImports(globalThis as unknown as ImportPort, createDictionaryStorage())
