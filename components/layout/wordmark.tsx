/** The name and its mark: two columns of a page, side by side. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-serif text-[1.375rem] font-semibold tracking-tight">
      <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" className="shrink-0">
        <path d="M2 3.5h6v13H2z" fill="currentColor" />
        <path d="M12 3.5h6v13h-6z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      Sejajar
    </span>
  )
}
