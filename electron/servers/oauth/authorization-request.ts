import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
} from 'oauth4webapi';
import { placeholdersOf, type RequestTemplate } from '../../contract/request-template.ts';
import { Failure } from '../../failure.ts';
import { words } from '../../words/words.ts';
import { type Call, performCall, throwIfRefused } from '../call.ts';
import type { Values } from '../fill-template.ts';
import { textAt } from '../json-path.ts';
import { namedLines } from '../named-lines.ts';
import { misfit } from '../reply.ts';
import { fillParameters } from '../request-body.ts';
import { buildRequest, hasCall, settingValues } from '../template.ts';
import type { BrowserLogin, Flow } from './flow.ts';

/** What belongs to one sign-in alone, and tells its answer from every other. */
export interface Ticket {
  readonly state: string;
  /** Nothing where no ID token is asked for: what a server does not know it may refuse. */
  readonly nonce: string | undefined;
  readonly codeVerifier: string;
}

export function newTicket({ kind, context, login }: Flow<BrowserLogin>): Ticket {
  const values = { ...context.fields, ...settingValues(kind, context.server.settings) };
  const { parameters, lists, more } = login.authorize;
  // A further parameter may ask for an ID token too.
  const asksForOne = fillParameters({ fields: parameters, lists, more }, values).some(
    ([name, value]) => name === 'scope' && value.split(/\s+/).includes('openid'),
  );
  return {
    state: generateRandomState(),
    nonce: asksForOne ? generateRandomNonce() : undefined,
    codeVerifier: generateRandomCodeVerifier(),
  };
}

/** What the flow itself says; no further parameter may say it in another way. @see RFC 7636 §4.3, RFC 6749 §4.1.1 */
const own: Readonly<Record<string, string>> = {
  response_type: 'code',
  redirect_uri: '{redirectUri}',
  state: '{state}',
  nonce: '{nonce}',
  code_challenge: '{codeChallenge}',
  code_challenge_method: 'S256',
};

/** A reference to what was pushed; one longer than browsers take an address is none. */
const MAX_REQUEST_URI = 2000;

/** The page where the user signs in. The request is pushed beforehand where the server has a place for that. */
export async function authorizationUrl(
  flow: Flow<BrowserLogin>,
  ticket: Ticket,
  redirectUri: string,
): Promise<string> {
  const { kind, context, login } = flow;
  const { authorize } = login;
  const settings = settingValues(kind, context.server.settings);
  const values: Values = {
    ...context.fields,
    ...settings,
    redirectUri,
    state: ticket.state,
    nonce: ticket.nonce ?? '',
    codeChallenge: await calculatePKCECodeChallenge(ticket.codeVerifier),
  };
  const [taken] = namedLines(authorize.more, values).filter(([name]) => Object.hasOwn(own, name));
  if (taken) {
    const [field = 'extraParameters'] = placeholdersOf(authorize.more ?? '');
    throw new Failure('bad-input', {
      field,
      fields: { [field]: words.remarks.saidBySignIn(taken[0]) },
    });
  }
  const parameters = { ...authorize, fields: { ...authorize.parameters, ...own } };
  const url = new URL(buildRequest(kind, { method: 'GET', path: authorize.path }, context.server, {}).url);
  const { push: place } = authorize;
  const isPushed = place !== undefined && hasCall(kind, place, context.server);
  const sent = isPushed ? await push(flow, place, parameters, values) : fillParameters(parameters, values);
  for (const [name, value] of sent) url.searchParams.append(name, value);
  return url.href;
}

/** Answers with what is left to say in the browser. @see RFC 9126 §2 */
async function push(
  { ports, kind, context }: Flow<BrowserLogin>,
  request: RequestTemplate,
  { fields, lists, more }: Parameters<typeof fillParameters>[0],
  values: Values,
): Promise<ReturnType<typeof fillParameters>> {
  const body = {
    as: 'form',
    fields: { ...fields },
    ...(lists && { lists: [...lists] }),
    ...(more !== undefined && { more }),
  };
  const call: Call = { kind, context, purpose: 'authorize', template: { ...request, body }, values };
  const requestUri = await performCall(ports, call, (reply) => {
    throwIfRefused(call, reply);
    const found = textAt(reply.json, 'request_uri');
    if (found === undefined || found.length > MAX_REQUEST_URI) {
      throw new Failure(misfit(reply), { status: reply.status });
    }
    return found;
  });
  return [
    ['client_id', values.clientId ?? ''],
    ['request_uri', requestUri],
  ];
}
