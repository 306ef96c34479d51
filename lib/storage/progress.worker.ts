import { serveProgress, type ProgressPort } from './progress-work'
import { createStudyStorage } from './study-storage'

// The compiler knows only a window's scope.
serveProgress(globalThis as unknown as ProgressPort, createStudyStorage())
