/** The desk's mark: an archive chest in a seal. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="4" fill="currentColor" />
    <path d="M7 9h18M9 9V6M23 9V6M10 15h12M10 20h12M7 26h18" stroke="var(--panel)" strokeWidth="2.4" fill="none" strokeLinecap="square" />
  </svg>
)
