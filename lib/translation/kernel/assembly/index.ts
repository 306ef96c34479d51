/** The arithmetic of a Marian transformer with int8 weights; what is done in which order, ../ says in TypeScript. */
export { attend, remember } from './attention'
export { probe, product } from './product'
export { addNorm, embed, quantise } from './rows'
