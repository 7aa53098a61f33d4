import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './elsewhere-notice.module.css';
import type { KindEditor } from './kind-editor.ts';
import { originIn } from './leading-elsewhere.ts';

/** Says that a path leads to another server, and declares it where the user means that. */
export function ElsewhereNotice({ editor, path }: { readonly editor: KindEditor; readonly path: string }) {
  const origin = originIn(path);
  if (origin === null) return null;
  const declared = editor.form.origins ?? [];
  const isDeclared = declared.includes(origin);
  return (
    <Notice tone={isDeclared ? 'info' : 'caution'} title={`This leads to another server: ${origin}.`}>
      <p>
        {isDeclared
          ? 'What this request holds is sent there, secrets with it. It is declared among the further origins.'
          : 'What this request holds would be sent there, secrets with it. If that is right, declare it.'}
      </p>
      {!isDeclared && (
        <Button
          className={styles.declare}
          onClick={() => editor.change({ ...editor.form, origins: [...declared, origin] })}
        >
          Declare {origin}
        </Button>
      )}
    </Notice>
  );
}
