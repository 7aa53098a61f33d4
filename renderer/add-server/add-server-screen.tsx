import { useEffect, useRef } from 'react';
import { DiscardQuestion } from '../dialogs/discard-question.tsx';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { useFaultFocus } from '../dialogs/use-fault-focus.ts';
import { FieldList } from '../sign-in/field-list.tsx';
import {
  holdScreen,
  openDialog,
  showScreen,
  showWall,
  stayOnScreen,
  useIsScreenWaiting,
} from '../state/overlay.ts';
import { useServer } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import styles from './add-server-screen.module.css';
import { CertificateField } from './certificate-field.tsx';
import { DemoOffer } from './demo-offer.tsx';
import { FurtherOrigins } from './further-origins.tsx';
import { KindCards } from './kind-cards.tsx';
import type { TypedServer } from './server-form.ts';
import { useServerForm } from './use-server-form.ts';
import { WhatWasFound } from './what-was-found.tsx';
import { WhereFields } from './where-fields.tsx';

const text = words.addServer;

/** Adds a server, or edits the one that is named. */
export function AddServerScreen({
  serverId,
  typed: before,
}: {
  readonly serverId?: string;
  /** What was typed before another screen took the place of this one. */
  readonly typed?: TypedServer;
}) {
  const existing = useServer(serverId);
  const isAsking = useIsScreenWaiting();
  const state = useServerForm(
    existing,
    (savedId, start) => {
      holdScreen(false);
      showWall();
      if (!existing) openDialog({ kind: 'sign-in', serverId: savedId, ...start });
    },
    before,
  );
  const root = useRef<HTMLDivElement>(null);
  useFaultFocus(root, state.faults);

  const { typed, form, problem, missing } = state;
  // A server that was deleted meanwhile has nothing left to save.
  const isHeld = state.isDirty && (serverId === undefined || existing !== undefined);
  useEffect(() => {
    holdScreen(isHeld);
    return () => holdScreen(false);
  }, [isHeld]);

  const settings = form.asked;
  const notice = problem && <ProblemNotice problem={problem} context={{ server: form.name }} />;
  const isSettingAtFault = settings.some(({ id }) => id === problem?.field);
  const isNamedAtFault = problem?.field === 'address' || problem?.field === 'name';
  const needsCa =
    state.probe.phase === 'answered'
      ? state.probe.result.tls === 'refused'
      : state.probe.phase === 'failed' && state.probe.problem.code === 'tls-refused';

  return (
    <section className={styles.panel} aria-label={existing ? text.editServer(existing.name) : text.addServer}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void state.save();
        }}
      >
        <div className={styles.scroll} ref={root}>
          <div className={styles.inner}>
            <WhereFields state={state} existing={existing} kinds={state.kinds} notice={notice} />
            {!existing && <WhatWasFound state={state} />}
            {!existing && <DemoOffer isDirty={state.isDirty} />}
            <KindCards
              kinds={state.kinds}
              chosen={form.kind?.id}
              onChoose={(kindId) => state.change({ kindId }, 'kind')}
              error={missing.kind}
              isFixed={existing !== undefined}
              onDescribe={(kindId) => {
                // What is typed goes along and comes back.
                holdScreen(false);
                showScreen({ view: 'kind-editor', typed, ...state.descriptionOf(kindId) });
              }}
            />
            {form.kind && <FurtherOrigins kind={form.kind} />}
            {settings.length > 0 && (
              <section className={styles.settings} aria-label={text.settings}>
                <h2 className={styles.heading}>{text.settings}</h2>
                <FieldList
                  key={form.kind?.id}
                  fields={settings}
                  values={form.settings}
                  proposed={form.proposed}
                  onChange={state.changeSetting}
                  errors={missing}
                  problem={isSettingAtFault && problem?.field ? { fieldId: problem.field, notice } : null}
                  disabled={state.isSaving}
                  columns={2}
                />
              </section>
            )}
            <CertificateField
              pem={typed.caPem}
              onChange={(caPem) => state.change({ caPem }, 'caPem')}
              hasOne={existing?.hasOwnCa ?? false}
              error={missing.caPem}
              isNeeded={needsCa}
            />
            {!isSettingAtFault && !isNamedAtFault && notice}
          </div>
        </div>
        <footer className={styles.foot}>
          <div className={styles.actions}>
            {isAsking ? (
              <DiscardQuestion onKeep={stayOnScreen} onDiscard={() => holdScreen(false)} />
            ) : (
              <>
                <span className={styles.note}>{text.nothingSentYet}</span>
                <Button look="ghost" size="l" onClick={showWall}>
                  {text.cancel}
                </Button>
                <Button look="primary" size="l" type="submit" disabled={state.isSaving}>
                  {existing ? text.save : text.addAndSignIn}
                </Button>
              </>
            )}
          </div>
        </footer>
      </form>
    </section>
  );
}
