import { type ReactNode, useState } from 'react';
import { tokenNames } from '../../electron/contract/inspection.ts';
import { Tabs } from '../ui/tabs.tsx';
import { words } from '../words/words.ts';
import { CompareView } from './compare-view.tsx';
import type { ComparedTokens } from './compared-token.ts';
import type { Order } from './headlines.ts';

/** Whose tokens they are. */
export interface TokenHolder {
  readonly name: ReactNode;
  /** The server, where there is one. */
  readonly of: ReactNode;
  readonly tokens: ComparedTokens;
}

/** Compares the tokens that both have, the access tokens first. */
export function CompareTabs({
  first,
  second,
  order,
}: {
  readonly first: TokenHolder;
  readonly second: TokenHolder;
  readonly order: Order;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const names = tokenNames.filter((name) => first.tokens[name] && second.tokens[name]);
  const shown = names.find((name) => name === chosen) ?? names[0];
  const one = shown && first.tokens[shown];
  const other = shown && second.tokens[shown];
  if (!one || !other) return <p>{words.compare.noToken}</p>;
  return (
    <Tabs
      label={words.inspector.chooseToken}
      tabs={names.map((id) => ({ id, label: words.inspector.tabs[id] }))}
      value={shown}
      onChange={setChosen}
    >
      <CompareView
        first={{ name: first.name, of: first.of, compared: one }}
        second={{ name: second.name, of: second.of, compared: other }}
        order={order}
      />
    </Tabs>
  );
}
