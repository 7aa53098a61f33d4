import styles from './empty-wall.module.css';

const rows = [
  { y: 0, opacity: 1, arc: 72, stroke: 'var(--color-accent)', name: 74, who: 112, state: 56 },
  { y: 44, opacity: 0.7, arc: 46, stroke: 'var(--color-icon-quiet)', name: 92, who: 84, state: 72 },
  { y: 88, opacity: 0.4, arc: 20, stroke: 'var(--color-icon-quiet)', name: 64, who: 98, state: 48 },
] as const;

/** Three rows of a wall that fade away. */
export function EmptyArt() {
  return (
    <svg className={styles.art} viewBox="0 0 280 132" fill="none" aria-hidden="true">
      {rows.map(({ y, opacity, arc, stroke, name, who, state }) => (
        <g key={y} opacity={opacity} transform={`translate(0 ${y})`}>
          <circle cx="22" cy="22" r="9" stroke="var(--color-fill-track)" strokeWidth="3" />
          <circle
            cx="22"
            cy="22"
            r="9"
            stroke={stroke}
            strokeWidth="3"
            pathLength="100"
            strokeDasharray={`${arc} 100`}
            transform="rotate(-90 22 22)"
          />
          <g fill="var(--color-fill-track)">
            <rect x="44" y="13" width={name} height="7" rx="3.5" />
            <rect x="44" y="25" width={who} height="6" rx="3" opacity="0.7" />
            <rect x={268 - state} y="15" width={state} height="14" rx="7" opacity="0.8" />
          </g>
        </g>
      ))}
    </svg>
  );
}
