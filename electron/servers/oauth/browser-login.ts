import type { Prompt } from '../../contract/session.ts';
import { Failure } from '../../failure.ts';
import { fillTemplate } from '../fill-template.ts';
import type { Grant } from '../server.ts';
import { settingValues } from '../template.ts';
import { codeIn, isAnswerTo } from './authorization-answer.ts';
import { authorizationUrl, newTicket } from './authorization-request.ts';
import type { BrowserLogin, Desktop, Flow } from './flow.ts';
import { untilInstant } from './time-limit.ts';

/** Long enough to look up a password and a one-time code, and short enough for a door that stands open. */
const TIME_LIMIT_MS = 5 * 60_000;

/** Every port is good here: servers have to let a native client choose it. @see RFC 8252 §7.3 */
const DEFAULT_REDIRECT = 'http://127.0.0.1/callback';

/**
 * Signs in with the browser: opens a door on this machine, sends the user to the server, and exchanges the code that comes back through the
 * door, once. Throws `denied`, `ran-out` after five minutes, `cancelled`.
 */
export async function loginWithBrowser(
  flow: Flow<BrowserLogin>,
  { browser, loopback }: Desktop,
): Promise<Grant> {
  const { ports, kind, context, login } = flow;
  const settings = settingValues(kind, context.server.settings);
  const wanted = login.authorize.redirectUri && fillTemplate(login.authorize.redirectUri, settings);
  const ticket = newTicket(flow);
  const endsAt = ports.clock.now() + TIME_LIMIT_MS;
  const door = await loopback.open(wanted || DEFAULT_REDIRECT);
  let isWaiting = true;
  try {
    const answer = await untilInstant(ports.clock, endsAt, context.signal, async (signal) => {
      const limited = { ...flow, context: { ...context, signal } };
      const url = await authorizationUrl(limited, ticket, door.redirectUri);
      // Told to stop while the door was opened or the request was pushed: nobody is sent anywhere any more.
      if (signal.aborted) throw new Failure('cancelled');
      const prompt = (opened: boolean): Prompt => ({ kind: 'browser', url, opened, endsAt });
      context.onPrompt?.(prompt(true));
      const arrival = door.wait((found) => isAnswerTo(ticket.state, found), signal);
      // Not waited for: some systems take as long to start a browser as the browser runs.
      void browser.open(url).then((opened) => {
        if (!opened && isWaiting) context.onPrompt?.(prompt(false));
      });
      return arrival;
    });
    isWaiting = false;
    context.onPrompt?.(null);
    const code = codeIn(flow, ticket.state, answer);
    const values = {
      ...context.fields,
      code,
      codeVerifier: ticket.codeVerifier,
      redirectUri: door.redirectUri,
    };
    return await flow.requestGrant({ context, values, nonce: ticket.nonce });
  } finally {
    if (isWaiting) context.onPrompt?.(null);
    isWaiting = false;
    door.close();
  }
}
