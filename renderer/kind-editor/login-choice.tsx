import type { ReactNode } from 'react';
import { Tabs } from '../ui/tabs.tsx';
import { words } from '../words/words.ts';
import { ChoiceField } from './choice-field.tsx';
import type { KindEditor } from './kind-editor.ts';

const said = words.kindCalls;

/** More tabs do not stand beside each other in half a window. */
const mostTabs = 3;

/** Which of the ways to sign in is shown, above what belongs to it. */
export function LoginChoice({
  editor,
  children,
}: {
  readonly editor: KindEditor;
  readonly children: ReactNode;
}) {
  const { form, loginIndex, showLogin } = editor;
  const ways = form.logins.map(({ label }, index) => ({
    id: String(index),
    label: label || said.notNamed,
  }));
  const shared = { value: String(loginIndex), onChange: (index: string) => showLogin(Number(index)) };
  if (ways.length <= mostTabs) {
    return (
      <Tabs label={said.ways} tabs={ways} {...shared}>
        {children}
      </Tabs>
    );
  }
  return (
    <>
      <ChoiceField
        label={said.way}
        options={Object.fromEntries(ways.map(({ id, label }) => [id, label]))}
        hint={said.oneOfWays(ways.length)}
        {...shared}
      />
      {children}
    </>
  );
}
