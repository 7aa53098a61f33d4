import { useEffect, useState } from 'react';
import { blankKind } from '../../electron/contract/own-kind.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { ServerKind } from '../../electron/contract/server-kind.ts';
import type { TypedServer } from '../add-server/server-form.ts';
import { ask, asProblem } from '../bridge.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { holdScreen, showScreen } from '../state/overlay.ts';
import { words } from '../words/words.ts';
import styles from './kind-editor-form.module.css';
import { KindEditorForm } from './kind-editor-form.tsx';

const said = words.kindEditor;

interface KindEditorScreenProps {
  readonly kindId?: string;
  /** What a new description begins as. */
  readonly start?: ServerKind;
  /** The server that is being added meanwhile. */
  readonly typed?: TypedServer;
}

/** Describes a kind of server, a new one or the one that is named. */
export function KindEditorScreen({ kindId, start = blankKind, typed }: KindEditorScreenProps) {
  const [kind, setKind] = useState<ServerKind | null>(kindId === undefined ? start : null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    if (kindId === undefined) return;
    let isCurrent = true;
    ask('kind.read', { kindId }).then(
      (read) => isCurrent && setKind(read),
      (thrown: unknown) => isCurrent && setProblem(asProblem(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [kindId]);

  function leave(savedId?: string): void {
    if (savedId !== undefined) holdScreen(false);
    if (typed === undefined) showScreen({ view: 'settings' });
    else
      showScreen({
        view: 'add-server',
        typed: savedId === undefined ? typed : { ...typed, kindId: savedId },
      });
  }

  if (problem !== null) {
    return (
      <section className={styles.panel} aria-label={said.kindOfServer}>
        <div className={styles.form}>
          <ProblemNotice problem={problem} />
        </div>
      </section>
    );
  }
  if (kind === null) return null;
  return (
    <KindEditorForm
      start={kind}
      kindId={kindId}
      where={{
        address: typed?.address ?? '',
        allowPlainHttp: typed?.allowPlainHttp ?? false,
        ...(typed?.caPem && { caPem: typed.caPem }),
      }}
      onLeave={leave}
    />
  );
}
