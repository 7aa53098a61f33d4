import { Copy, GitCompare } from 'lucide-react';
import { useState } from 'react';
import type { TokenName } from '../../electron/contract/inspection.ts';
import type { SessionDetail, SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { TokenContents } from '../inspector/token-contents.tsx';
import { useDone } from '../inspector/use-done.ts';
import { openDialog } from '../state/overlay.ts';
import { Button } from '../ui/button.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { words } from '../words/words.ts';
import { IdTokenWord } from './id-token-word.tsx';
import { Section } from './section.tsx';

const text = words.inspector;

/** What stands in each token of the session, in its own words and in ours. */
export function ClaimsSection({
  session,
  detail,
}: {
  readonly session: SessionView;
  readonly detail: SessionDetail;
}) {
  const [chosen, setChosen] = useState<TokenName | null>(null);
  const { done, mark } = useDone();
  const tokens = { access: detail.access, refresh: detail.refreshToken, id: detail.idToken };
  const names = (['access', 'refresh', 'id'] as const).filter((name) => tokens[name] !== null);
  const readable = names.find((name) => name !== 'refresh' && tokens[name]?.format !== 'opaque');
  const shown = chosen !== null && names.includes(chosen) ? chosen : (readable ?? names[0]);
  const token = shown && tokens[shown];
  if (!token) return null;

  return (
    <Section title={text.claims} aside={token.claims.length > 0 ? text.aside : undefined}>
      <Tabs
        label={text.chooseToken}
        tabs={names.map((id) => ({ id, label: text.tabs[id] }))}
        value={shown}
        onChange={(id) => setChosen(names.find((name) => name === id) ?? null)}
      >
        {shown === 'id' && detail.idToken ? (
          <section aria-label={text.tabs.id}>
            <IdTokenWord idToken={detail.idToken} fault={detail.idTokenFault} />
            <TokenContents token={token} actions={actions()} />
          </section>
        ) : (
          <TokenContents token={token} actions={actions()} />
        )}
      </Tabs>
    </Section>
  );

  function actions() {
    return (
      <>
        <Button
          look="ghost"
          icon={<Copy />}
          doneLabel={text.copied}
          done={done}
          onClick={() =>
            shown && mark(() => ask('session.copyClaims', { profileId: detail.profileId, token: shown }))
          }
        >
          {text.copyClaims}
        </Button>
        {session.replacedBy !== undefined && (
          <Button
            look="ghost"
            icon={<GitCompare />}
            onClick={() => openDialog({ kind: 'compare-before', profileId: detail.profileId })}
          >
            {words.compare.withBefore[session.replacedBy]}
          </Button>
        )}
      </>
    );
  }
}
