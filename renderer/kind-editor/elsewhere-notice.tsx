import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';
import styles from './elsewhere-notice.module.css';
import type { KindEditor } from './kind-editor.ts';
import { originIn } from './leading-elsewhere.ts';

const said = words.kindEditor;

/** Says that a path leads to another server, and declares it where the user means that. */
export function ElsewhereNotice({ editor, path }: { readonly editor: KindEditor; readonly path: string }) {
  const origin = originIn(path);
  if (origin === null) return null;
  const declared = editor.form.origins ?? [];
  const isDeclared = declared.includes(origin);
  return (
    <Notice tone={isDeclared ? 'info' : 'caution'} title={said.leadsTo(origin)}>
      <p>{isDeclared ? said.isSentThere : said.wouldBeSentThere}</p>
      {!isDeclared && (
        <Button
          className={styles.declare}
          onClick={() => editor.change({ ...editor.form, origins: [...declared, origin] })}
        >
          {said.declare(origin)}
        </Button>
      )}
    </Notice>
  );
}
