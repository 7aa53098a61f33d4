import { useEffect, useId, useRef, useState } from 'react';
import type { CopyFormat } from '../../../electron/contract/copy-formats.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import type { RequestDraft } from '../../../electron/contract/request-draft.ts';
import type { SentAnswer } from '../../../electron/contract/sent-request.ts';
import { ask, asProblem } from '../../bridge.ts';
import { copyOrAsk } from '../../state/copying.ts';

export interface TryIt {
  readonly draft: RequestDraft | null;
  /** The kept request that it is; undefined for the call that asks who somebody is. */
  readonly requestId: string | undefined;
  readonly isSending: boolean;
  readonly answer: SentAnswer | null;
  readonly problem: Problem | null;
  /** One that was deleted and can be put back. */
  readonly deleted: { readonly name: string; readonly request: RequestDraft } | null;
  readonly sendId: string;
  readonly change: (part: Partial<RequestDraft>) => void;
  readonly choose: (requestId: string | undefined) => void;
  readonly send: () => void;
  /** True while the user is asked whether it may go to production; `sendAfterAll` says that it may, for the next ones too. */
  readonly isAsking: boolean;
  readonly sendAfterAll: () => void;
  readonly stopAsking: () => void;
  readonly refreshAndSend: () => void;
  readonly cancel: () => void;
  readonly copyAs: (format: CopyFormat) => void;
  /** Keeps it under a name: in the place of the one that it is, or as a new one. */
  readonly save: (name: string, isNew: boolean) => Promise<void>;
  readonly remove: (name: string) => void;
  readonly undo: () => void;
}

/** A request that is written in the pane of a session, and what came back for it. In production the first that may change something is asked about. */
export function useTryIt(profileId: string, serverId: string, isProduction: boolean): TryIt {
  const sendId = `${useId()}-${profileId}`;
  const [draft, setDraft] = useState<RequestDraft | null>(null);
  const [requestId, setRequestId] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [answer, setAnswer] = useState<SentAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [deleted, setDeleted] = useState<TryIt['deleted']>(null);
  const [isAsking, setAsking] = useState(false);
  const isAllowed = useRef(false);
  /** Counts what was begun, so that an answer to what was given up is for nobody. */
  const turn = useRef(0);

  useEffect(() => {
    let isWanted = true;
    ask('request.read', { serverId }).then(
      (first) => {
        if (isWanted) setDraft(first);
      },
      (thrown: unknown) => setProblem(asProblem(thrown)),
    );
    return () => {
      isWanted = false;
      turn.current += 1;
      // Its answer goes with the pane.
      ask('request.cancel', { sendId }).catch(() => undefined);
    };
  }, [serverId, sendId]);

  async function carryOut(work: () => Promise<void>): Promise<void> {
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      const { code } = asProblem(thrown);
      if (code !== 'cancelled') setProblem(asProblem(thrown));
    }
  }

  async function sendNow(request: RequestDraft, isAfterRefresh: boolean): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    setSending(true);
    setAnswer(null);
    await carryOut(async () => {
      if (isAfterRefresh) await ask('session.refresh', { profileId });
      const next = await ask('request.send', { sendId, profileId, request });
      if (turn.current === mine) setAnswer(next);
    });
    if (turn.current === mine) setSending(false);
  }

  async function keep(name: string, request: RequestDraft, id: string | undefined): Promise<void> {
    const input = { serverId, request: { ...request, name }, ...(id !== undefined && { requestId: id }) };
    const kept = await ask('request.save', input);
    setRequestId(kept.requestId);
    setDeleted(null);
    setProblem(null);
  }

  return {
    draft,
    requestId,
    isSending,
    answer,
    problem,
    deleted,
    sendId,
    change(part) {
      if (draft) setDraft({ ...draft, ...part });
    },
    choose: (id) =>
      void carryOut(async () => {
        setDraft(await ask('request.read', { serverId, ...(id !== undefined && { requestId: id }) }));
        setRequestId(id);
        setAnswer(null);
      }),
    isAsking,
    send() {
      if (!draft || isSending) return;
      if (isProduction && !isAllowed.current && !isReading(draft.method)) setAsking(true);
      else void sendNow(draft, false);
    },
    sendAfterAll() {
      isAllowed.current = true;
      if (draft && !isSending) void sendNow(draft, false);
    },
    stopAsking: () => setAsking(false),
    refreshAndSend() {
      if (draft && !isSending) void sendNow(draft, true);
    },
    cancel() {
      turn.current += 1;
      setSending(false);
      ask('request.cancel', { sendId }).catch(() => undefined);
    },
    copyAs(format) {
      if (draft) void carryOut(() => copyOrAsk(profileId, format, draft));
    },
    async save(name, isNew) {
      if (draft) await keep(name, draft, isNew ? undefined : requestId);
    },
    remove: (name) =>
      void carryOut(async () => {
        if (requestId === undefined) return;
        const request = await ask('request.read', { serverId, requestId });
        await ask('request.remove', { serverId, requestId });
        setRequestId(undefined);
        setDeleted({ name, request });
      }),
    undo() {
      if (deleted) void carryOut(() => keep(deleted.name, deleted.request, undefined));
    },
  };
}

/** True for what changes nothing at a server. @see RFC 9110 §9.2.1 */
function isReading(method: RequestDraft['method']): boolean {
  return method === 'GET' || method === 'HEAD';
}
