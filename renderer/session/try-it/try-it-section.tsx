import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Ellipsis } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ServerView } from '../../../electron/contract/server.ts';
import type { SessionView } from '../../../electron/contract/session.ts';
import { ProblemNotice } from '../../dialogs/problem-notice.tsx';
import { signIn } from '../../state/session-actions.ts';
import { useTryItWish, wishTryIt } from '../../state/try-it-wish.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuItem, MenuPopup } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { words } from '../../words/words.ts';
import { CopyRequestItems } from '../copy-items.tsx';
import { Section } from '../section.tsx';
import { AnswerView } from './answer-view.tsx';
import { ConfirmSend } from './confirm-send.tsx';
import { NameRequest } from './name-request.tsx';
import { faultWords, RequestFields } from './request-fields.tsx';
import styles from './try-it.module.css';
import { type TryIt, useTryIt } from './use-try-it.ts';

interface TryItProps {
  readonly session: SessionView;
  readonly server: ServerView;
}

/** Sends a request with the session's token, once it is opened. */
export function TryItSection({ session, server }: TryItProps) {
  const [isOpen, setOpen] = useState(false);
  const isWished = useTryItWish(session.profileId);
  useEffect(() => {
    if (isWished) setOpen(true);
  }, [isWished]);
  return (
    <Section
      title={words.tryIt.title}
      aside={
        <button type="button" className={styles.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.tryIt.close : words.tryIt.open}
        </button>
      }
    >
      {isOpen && <OpenTryIt session={session} server={server} isWished={isWished} />}
    </Section>
  );
}

function OpenTryIt({ session, server, isWished }: TryItProps & { readonly isWished: boolean }) {
  const isProduction = server.environment === 'production';
  const tryIt = useTryIt(session.profileId, server.id, isProduction);
  const form = useRef<HTMLDivElement>(null);
  const isReady = tryIt.draft !== null;
  useEffect(() => {
    if (!isWished || !isReady) return;
    wishTryIt(null);
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector<HTMLElement>('input[type="text"]')?.focus();
  }, [isWished, isReady]);
  const { draft, requestId, problem, answer } = tryIt;
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const kept = server.requests.find(({ id }) => id === requestId);
  if (draft === null) return problem && <ProblemNotice problem={problem} context={{ server: server.name }} />;
  const faults = problem?.fields ?? {};
  const isBeside = Object.values(faults).some((fault) => faultWords(fault) !== undefined);

  return (
    <div className={styles.form} ref={form}>
      {server.requests.length === 0 && <p className={styles.note}>{words.tryIt.noRequests}</p>}
      {server.requests.length > 0 && (
        <Field label={words.tryIt.request}>
          {(control) => (
            <Select
              control={control}
              value={requestId ?? ''}
              options={[
                { value: '', label: words.tryIt.identityCall },
                ...server.requests.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(id) => tryIt.choose(id === '' ? undefined : id)}
            />
          )}
        </Field>
      )}
      <RequestFields
        draft={draft}
        origin={server.address}
        faults={faults}
        onChange={tryIt.change}
        onSend={tryIt.send}
      />
      <Actions tryIt={tryIt} isProduction={isProduction}>
        {kept && (
          <MenuItem onChoose={() => void tryIt.save(kept.name, false).catch(() => undefined)}>
            {words.tryIt.saveChanges}
          </MenuItem>
        )}
        <MenuItem onChoose={() => setNaming('new')}>{words.tryIt.saveAs}</MenuItem>
        {kept && (
          <>
            <MenuItem onChoose={() => setNaming('rename')}>{words.tryIt.rename}</MenuItem>
            <MenuItem danger onChoose={() => tryIt.remove(kept.name)}>
              {words.tryIt.delete}
            </MenuItem>
          </>
        )}
      </Actions>
      {tryIt.deleted && (
        <p className={styles.note} role="status">
          {words.tryIt.deleted(tryIt.deleted.name)}{' '}
          <button type="button" className={styles.link} onClick={tryIt.undo}>
            {words.tryIt.undo}
          </button>
        </p>
      )}
      {problem && !isBeside && <ProblemNotice problem={problem} context={{ server: server.name }} />}
      {answer?.status === 401 && (
        <Notice tone="caution" title={words.tryIt.refusedTitle} tag="401" isAlert>
          <p>{words.tryIt.refusedAdvice}</p>
          {session.keptBy === 'nothing' ? (
            <Button onClick={() => signIn(session)}>{words.tryIt.signInAgain}</Button>
          ) : (
            <Button onClick={tryIt.refreshAndSend}>{words.tryIt.refreshAndRetry}</Button>
          )}
        </Notice>
      )}
      {answer && <AnswerView answer={answer} sendId={tryIt.sendId} />}
      {tryIt.isAsking && (
        <ConfirmSend
          request={draft}
          session={session}
          server={server}
          send={tryIt.sendAfterAll}
          onClose={tryIt.stopAsking}
        />
      )}
      {naming && (
        <NameRequest
          isNew={naming === 'new'}
          name={kept?.name ?? `${draft.method} ${draft.path}`.slice(0, 200)}
          save={(name) => tryIt.save(name, naming === 'new')}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  );
}

function Actions({
  tryIt,
  isProduction,
  children,
}: {
  readonly tryIt: TryIt;
  readonly isProduction: boolean;
  /** Items of the menu. */
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.buttons}>
      {tryIt.isSending ? (
        <>
          <Button onClick={tryIt.cancel}>{words.tryIt.cancel}</Button>
          <span className={styles.sending} role="status">
            <Spinner />
            {words.tryIt.sending}
          </span>
        </>
      ) : (
        <Button look={isProduction ? 'danger' : 'default'} onClick={tryIt.send}>
          {isProduction ? words.tryIt.sendToProduction : words.tryIt.send}
        </Button>
      )}
      <Menu.Root modal={false}>
        <Menu.Trigger
          render={
            <Button>
              {words.tryIt.copyAs}
              <ChevronDown />
            </Button>
          }
        />
        <MenuPopup label={words.tryIt.copyAs} align="start">
          <CopyRequestItems onChoose={tryIt.copyAs} />
        </MenuPopup>
      </Menu.Root>
      <Menu.Root modal={false}>
        <Menu.Trigger
          render={
            <IconButton label={words.tryIt.more}>
              <Ellipsis />
            </IconButton>
          }
        />
        <MenuPopup label={words.tryIt.more}>{children}</MenuPopup>
      </Menu.Root>
    </div>
  );
}
