import type { SessionDetail } from '../../electron/contract/session.ts';
import { Tag, type Tone } from '../ui/tag.tsx';
import { words } from '../words/words.ts';
import { grantedScope } from './granted-scope.ts';
import styles from './scope-section.module.css';
import { Section } from './section.tsx';

const said = words.session;

/** What the token may be used for, beside what was asked for. */
export function ScopeSection({ detail }: { readonly detail: SessionDetail }) {
  const scope = detail.access === null ? null : grantedScope(detail.scope, detail.askedScope);
  if (scope === null) return null;
  const { granted, missing, unasked, isImplied } = scope;
  return (
    <Section title={said.scope} aside={detail.askedScope === null ? said.noneAsked : undefined}>
      <dl className={styles.scope}>
        <Parts label={said.granted} parts={granted} tone="ok" />
        <Parts label={said.notGranted} parts={missing} tone="caution" />
        <Parts
          label={granted.length + missing.length > 0 ? said.grantedUnasked : said.granted}
          parts={unasked}
        />
      </dl>
      {isImplied && <p className={styles.note}>{said.scopeImplied}</p>}
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
