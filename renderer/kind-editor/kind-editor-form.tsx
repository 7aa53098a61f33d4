import { useEffect, useRef } from 'react';
import type { ServerKind } from '../../electron/contract/server-kind.ts';
import { DiscardQuestion } from '../dialogs/discard-question.tsx';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { useFaultFocus } from '../dialogs/use-fault-focus.ts';
import { holdScreen, stayOnScreen, useIsScreenWaiting } from '../state/overlay.ts';
import { isShortcut, shortcut } from '../state/shortcut.ts';
import { Button } from '../ui/button.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { words } from '../words/words.ts';
import { AboutSection } from './about-section.tsx';
import { AdvancedSection } from './advanced-section.tsx';
import { DataSection } from './data-section.tsx';
import { CheckSection, EndSection } from './end-sections.tsx';
import { IdentitySection } from './identity-section.tsx';
import styles from './kind-editor-form.module.css';
import { LoginSections } from './login-section.tsx';
import { RefreshSection } from './refresh-section.tsx';
import { TryOutPanel } from './try-out-panel.tsx';
import { type KindEditorState, useKindEditor } from './use-kind-editor.ts';

const said = words.kindEditor;

interface KindEditorFormProps {
  readonly start: ServerKind;
  readonly kindId: string | undefined;
  /** Where a dry run begins. */
  readonly where: Parameters<typeof TryOutPanel>[0]['start'];
  /** Leaves, with the id of the kind where it was saved. */
  readonly onLeave: (savedId?: string) => void;
}

/** The form with its dry run, and what can be done with both. */
export function KindEditorForm({ start, kindId, where, onLeave }: KindEditorFormProps) {
  const editor = useKindEditor(start, kindId, onLeave);
  const isAsking = useIsScreenWaiting();
  const root = useRef<HTMLDivElement>(null);
  const tryOut = useRef<HTMLDivElement>(null);
  const save = useRef(editor.save);
  useFaultFocus(root, editor.faultCount);

  useEffect(() => {
    save.current = editor.save;
  });

  useEffect(() => {
    holdScreen(editor.isDirty);
    return () => holdScreen(false);
  }, [editor.isDirty]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!isShortcut(event) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void save.current();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <section
      className={styles.panel}
      aria-label={kindId === undefined ? said.newKind : said.edit(start.label)}
    >
      <div className={styles.columns} ref={root}>
        <div className={styles.form}>
          <div className={styles.waits} inert={editor.isDataBroken}>
            <AboutSection editor={editor} isNew={kindId === undefined} />
            <LoginSections editor={editor} />
            <RefreshSection editor={editor} />
            <IdentitySection editor={editor} />
            <CheckSection editor={editor} />
            <EndSection editor={editor} />
            <AdvancedSection editor={editor} />
          </div>
          <div className={styles.data}>
            <DataSection editor={editor} />
          </div>
          {editor.problem && editor.problem.fields === undefined && (
            <ProblemNotice problem={editor.problem} />
          )}
        </div>
        <div className={styles.tryOut} ref={tryOut}>
          <TryOutPanel editor={editor} start={where} />
        </div>
      </div>
      <footer className={styles.foot}>
        {isAsking ? (
          <DiscardQuestion onKeep={stayOnScreen} onDiscard={() => holdScreen(false)} />
        ) : (
          <>
            <FootWords editor={editor} />
            <Button
              look="ghost"
              size="l"
              className={styles.toTryOut}
              onClick={() => tryOut.current?.querySelector('input')?.focus()}
            >
              {said.tryItOut}
            </Button>
            <Button look="ghost" size="l" onClick={() => onLeave()}>
              {said.cancel}
            </Button>
            <Button
              look="primary"
              size="l"
              disabled={editor.isSaving}
              className={styles.save}
              onClick={() => void editor.save()}
            >
              {said.save} <KeyCap keys={shortcut('S')} />
            </Button>
          </>
        )}
      </footer>
    </section>
  );
}

function FootWords({ editor }: { readonly editor: KindEditorState }) {
  const { removal, faults, undo } = editor;
  const count = Object.keys(faults).length;
  if (removal !== null) {
    return (
      <p className={styles.words} role="status">
        {said.removed(removal.words)}
        <Button look="ghost" onClick={undo}>
          {said.undo}
        </Button>
      </p>
    );
  }
  return (
    <p className={styles.words} role="status">
      {count === 0 ? said.noSecrets : said.toMend(count)}
    </p>
  );
}
