/** Tailwind runs inside PostCSS. */
const config = { plugins: { '@tailwindcss/postcss': {} } }
export default config
