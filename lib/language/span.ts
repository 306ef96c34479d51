/** A half-open range [start, end) of UTF-16 positions in the text it belongs to. The one meaning of a position. */
export type Span = { readonly start: number; readonly end: number }

export const sliceSpan = (text: string, span: Span): string => text.slice(span.start, span.end)
