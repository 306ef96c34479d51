import { annotateBench } from './annotate'
import type { Bench } from './bench'
import { hoverBench } from './hover'
import { speed } from './speed'
import { study } from './study'

/** Every benchmark. A new one is one module and one line here. */
export const benches: readonly Bench[] = [speed, annotateBench, hoverBench, study]
