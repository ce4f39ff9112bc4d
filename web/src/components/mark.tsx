/** EchoSphere's sign: the person's amber inside the AI's teal. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <g fill="none" stroke="var(--agent)">
        <circle cx="16" cy="16" r="14" strokeWidth="2" />
        <circle cx="16" cy="16" r="9" strokeWidth="3.5" />
      </g>
      <circle cx="16" cy="16" r="4.5" fill="var(--user)" />
    </svg>
  );
}
