import { createEngine } from './engine'
import { createPageEngine } from './page-engine'
import { scopePort } from './ports'
import { serveEngine } from './serve-engine'

serveEngine(scopePort(), createPageEngine(createEngine))
