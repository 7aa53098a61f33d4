import type { RequestInput } from '../contract/ipc.ts';
import type { SentAnswer } from '../contract/sent-request.ts';
import type { Settings } from '../contract/settings.ts';
import type { ClipboardHold } from '../copy/clipboard-hold.ts';
import { Failure } from '../failure.ts';
import type { Keeper } from '../sessions/keeper.ts';
import type { SentRequest } from '../sessions/requests.ts';
import { MASK, maskKnown } from './mask.ts';
import { maskAnswer } from './mask-answer.ts';
import { readBody } from './read-answer.ts';

/** Requests that the user sends by hand. The last answer of each place that sends stays here, whole, to be copied from. */
export interface SentRequests {
  /** Throws `cancelled` once it was given up. */
  send(input: RequestInput<'request.send'>): Promise<SentAnswer>;
  cancel(sendId: string): void;
  /** Copies what came last: the body, or everything with the request in front. Throws `ran-out` where it is not here any more. */
  copy(input: RequestInput<'request.copyAnswer'>): Promise<void>;
  endAll(): void;
}

/** The window shows one pane at a time; a window that was reloaded leaves the one it had. */
const MAX_KEPT = 4;

interface Sent {
  readonly profileId: string;
  readonly stop: AbortController;
  answer: SentRequest | null;
}

export function createSentRequests(parts: {
  readonly keeper: Pick<Keeper, 'sendRequest' | 'state'>;
  readonly clipboard: Pick<ClipboardHold, 'put'>;
  readonly settings: () => Settings;
}): SentRequests {
  const { keeper, clipboard, settings } = parts;
  const all = new Map<string, Sent>();

  function end(sendId: string): void {
    all.get(sendId)?.stop.abort();
    all.delete(sendId);
  }

  return {
    async send({ sendId, profileId, request }) {
      end(sendId);
      const [oldest] = all.keys();
      if (oldest !== undefined && all.size >= MAX_KEPT) end(oldest);
      const sent: Sent = { profileId, stop: new AbortController(), answer: null };
      all.set(sendId, sent);
      const answer = await keeper.sendRequest(profileId, request, sent.stop.signal);
      if (sent.stop.signal.aborted) throw new Failure('cancelled');
      sent.answer = answer;
      return shown(answer);
    },
    cancel: end,
    async copy({ sendId, what }) {
      const sent = all.get(sendId);
      if (!sent?.answer) throw new Failure('ran-out');
      const { profileId, answer } = sent;
      const { sessions, servers } = keeper.state();
      const session = sessions.find((one) => one.profileId === profileId);
      const server = servers.find((one) => one.id === session?.serverId);
      const text = what === 'body' ? readBody(answer.reply).text : wholeText(answer);
      await clipboard.put(
        text,
        {
          format: what === 'body' ? 'answer-body' : 'answer',
          profileId,
          profileName: session?.name ?? null,
          serverName: server?.name ?? null,
        },
        settings().clipboardSeconds,
      );
    },
    endAll() {
      for (const sendId of [...all.keys()]) end(sendId);
    },
  };
}

function shown({ reply, secrets, isRefreshed }: SentRequest): SentAnswer {
  const { form, text } = readBody(reply);
  const { status, sentAt, receivedAt, isCut = false } = reply;
  return {
    status,
    elapsedMs: receivedAt - sentAt,
    sizeBytes: reply.bytes?.length ?? Buffer.byteLength(reply.body),
    headers: Object.entries(reply.headers).map(([name, value]) => ({
      name,
      value: value === '' ? '' : maskKnown(name, value, secrets),
    })),
    form,
    body: maskAnswer(text, secrets, isCut),
    isCut,
    isRefreshed,
  };
}

/** The exchange as text, as the wire has it but for the token. */
function wholeText({ request, reply }: SentRequest): string {
  const { form, text } = readBody(reply);
  return [
    `${request.method} ${request.url}`,
    `Authorization: ${MASK}`,
    ...request.headers.map(({ name, value }) => `${name}: ${value}`),
    ...(request.body === undefined ? [] : ['', request.body]),
    '',
    `HTTP ${reply.status}`,
    ...Object.entries(reply.headers).map(([name, value]) => `${name}: ${value}`),
    ...(form === 'text' || form === 'json' ? ['', text] : []),
    '',
  ].join('\n');
}
