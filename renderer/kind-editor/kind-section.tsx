import { type ReactNode, useId } from 'react';
import { Checkbox } from '../ui/checkbox.tsx';
import styles from './kind-section.module.css';

interface KindSectionProps {
  readonly title: string;
  /** A sentence that says what belongs here. */
  readonly intro?: string;
  /** A button at the right edge of the heading. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a description under its heading. */
export function KindSection({ title, intro, aside, children }: KindSectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
      </div>
      {intro !== undefined && <p className={styles.intro}>{intro}</p>}
      {children}
    </section>
  );
}

interface OptionalSectionProps {
  readonly title: string;
  /** What the box to tick says: `This server can refresh`. */
  readonly question: string;
  readonly hint: string;
  readonly isThere: boolean;
  readonly onToggle: (isThere: boolean) => void;
  readonly children?: ReactNode;
}

/** A part that not every server has. */
export function OptionalSection({
  title,
  question,
  hint,
  isThere,
  onToggle,
  children,
}: OptionalSectionProps) {
  return (
    <KindSection title={title}>
      <Checkbox label={question} hint={hint} checked={isThere} onChange={onToggle} />
      {isThere && children}
    </KindSection>
  );
}

/** A few fields that belong together, under a line of their own. */
export function KindPart({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.part} aria-label={label}>
      <h3 className={styles.partLabel}>{label}</h3>
      {children}
    </fieldset>
  );
}
