/** Letters of one line of a column at the usual measure. Only a first guess: the browser knows better once it was shown. */
const lettersPerLine = 56

/** How many lines a sentence will take, at least one. */
export const estimateLines = (text: string): number => Math.max(1, Math.ceil(text.length / lettersPerLine))
