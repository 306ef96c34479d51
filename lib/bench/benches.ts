import { annotateBench } from './annotate'
import type { Bench } from './bench'
import { speed } from './speed'

/** Every benchmark. A new one is one module and one line here. */
export const benches: readonly Bench[] = [speed, annotateBench]
