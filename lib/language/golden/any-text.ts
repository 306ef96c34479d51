import fc from 'fast-check'

/** Any UTF-16 text, lone surrogates too; half of its letters are plain ones, so that words come about. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 32, max: 126 }), fc.integer({ min: 0, max: 0xffff })), { maxLength })
    .map((codes) => String.fromCharCode(...codes))
