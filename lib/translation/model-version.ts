/** Written by lib/build/prepare-assets.ts from the newest folder under public/models/sejajar-id-en. */
export const builtInVersion = '0.5.0'
export const builtInMegabytes = 12
