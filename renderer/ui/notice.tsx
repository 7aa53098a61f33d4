import type { ReactNode } from 'react';
import styles from './notice.module.css';
import { type GlyphState, StateGlyph } from './state-glyph.tsx';
import { Tag } from './tag.tsx';

type NoticeTone = 'danger' | 'caution' | 'info' | 'ok';

const glyphs: Record<NoticeTone, GlyphState> = {
  danger: 'needs-sign-in',
  caution: 'cannot-refresh',
  info: 'refreshing',
  ok: 'fresh',
};

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  /** A short fact at the right edge, such as an HTTP status. */
  readonly tag?: string | undefined;
  /** True where it appears in answer to something, so that a screen reader says it at once. */
  readonly isAlert?: boolean;
  /** Paragraphs. */
  readonly children?: ReactNode;
}

/** A tinted box that says what happened and what to do. */
export function Notice({ tone, title, tag, isAlert = false, children }: NoticeProps) {
  const state = glyphs[tone];

  return (
    <div className={styles.notice} data-state={state} role={isAlert ? 'alert' : 'note'}>
      <StateGlyph state={state} className={styles.glyph ?? ''} />
      <div className={styles.text}>
        <strong>{title}</strong>
        {children}
      </div>
      {tag && <Tag className={styles.tag}>{tag}</Tag>}
    </div>
  );
}
