/** Written by lib/build/prepare-assets.ts: the folder under public/ort. */
export const runtimeVersion = '1.31.0-dev.20260914-8d85527a0'
