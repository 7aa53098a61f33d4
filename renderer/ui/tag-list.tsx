import { classNames } from './class-names.ts';
import styles from './tag-list.module.css';

/** The words that the user sorts something by; nothing where there are none. */
export function TagList({
  label,
  tags,
  className,
}: {
  readonly label: string;
  readonly tags: readonly string[];
  readonly className?: string | undefined;
}) {
  if (tags.length === 0) return null;
  return (
    <ul className={classNames(styles.tags, className)} aria-label={label}>
      {tags.map((tag) => (
        <li key={tag} className={styles.tag} title={tag}>
          <bdi className="truncate">{tag}</bdi>
        </li>
      ))}
    </ul>
  );
}
