import type { SessionDetail } from '../../electron/contract/session.ts';
import { Tag, type Tone } from '../ui/tag.tsx';
import { grantedScope } from './granted-scope.ts';
import styles from './scope-section.module.css';
import { Section } from './section.tsx';

/** What the token may be used for, beside what was asked for. */
export function ScopeSection({ detail }: { readonly detail: SessionDetail }) {
  const scope = detail.access === null ? null : grantedScope(detail.scope, detail.askedScope);
  if (scope === null) return null;
  const { granted, missing, unasked, isImplied } = scope;
  return (
    <Section title="Scope" aside={detail.askedScope === null ? 'none was asked for' : undefined}>
      <dl className={styles.scope}>
        <Parts label="Granted" parts={granted} tone="ok" />
        <Parts label="Not granted" parts={missing} tone="caution" />
        <Parts label={granted.length + missing.length > 0 ? 'Granted unasked' : 'Granted'} parts={unasked} />
      </dl>
      {isImplied && (
        <p className={styles.note}>
          The server names no scope, which by the standard means that it granted what was asked for.
        </p>
      )}
    </Section>
  );
}

function Parts({
  label,
  parts,
  tone = 'quiet',
}: {
  readonly label: string;
  readonly parts: readonly string[];
  readonly tone?: Tone;
}) {
  if (parts.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      {parts.map((part) => (
        <dd key={part}>
          <Tag tone={tone} className={`${styles.part} mono`}>
            {part}
          </Tag>
        </dd>
      ))}
    </div>
  );
}
