import type { RequestTemplate } from './request-template.ts';
import type { ServerKind } from './server-kind.ts';

export type Path = readonly (string | number)[];

/** What is wrong in a description, and where. */
export interface KindFault {
  readonly path: Path;
  readonly message: string;
}

/** A request of a kind, where it stands, and what may be filled into it besides settings. */
export interface PlacedRequest {
  readonly at: Path;
  readonly request: RequestTemplate;
  /** Null where a flow fills in values of its own. */
  readonly names: readonly string[] | null;
}

/** A text of a request, and where it stands. */
export interface PlacedText {
  readonly at: Path;
  readonly text: string;
}

/** Texts that are filled alike. */
export interface PlacedParameters {
  readonly texts: readonly PlacedText[];
  readonly names: readonly string[];
}

/** What a flow with a browser fills in by itself. @see RFC 7636 §4.3, OpenID Connect Core 1.0 §3.1.2.1 */
const flowNames: readonly string[] = ['redirectUri', 'state', 'nonce', 'codeChallenge'];

/** The tokens of a grant, as templates name them. */
export const tokenNames: readonly string[] = ['accessToken', 'refreshToken', 'lastingToken', 'idToken'];

/** The parts of a server's address, as paths name them. */
export const addressNames: readonly string[] = ['origin', 'basePath'];

type Login = ServerKind['logins'][number];

/** Requests of a kind's probe, which are sent without any value. */
export function probesOf({ probe }: ServerKind): readonly PlacedRequest[] {
  return probe.steps.map(({ request }, index) => ({
    at: ['probe', 'steps', index, 'request'],
    request,
    names: null,
  }));
}

/** Every request of a kind, but those of its probe. */
export function requestsOf(kind: ServerKind): readonly PlacedRequest[] {
  const typed = kind.logins.flatMap(({ fields }) => fields.map(({ id }) => id));
  const names = [...typed, ...tokenNames];
  const calls = (['refresh', 'identity', 'check', 'end'] as const).flatMap((call) => {
    const request = kind[call]?.request;
    return request ? [{ at: [call, 'request'], request, names }] : [];
  });
  const { register, end, issuer } = kind;
  const further = [
    { at: ['end', 'also'], request: end?.also },
    { at: ['issuer', 'keys'], request: issuer?.keys },
  ].flatMap(({ at, request }) => (request ? [{ at, request, names }] : []));
  return [
    ...further,
    ...kind.logins.flatMap((login, index) => loginRequests(login, ['logins', index])),
    ...calls,
    ...(register
      ? [
          {
            at: ['register', 'request'],
            request: register.request,
            names: register.fields.map(({ id }) => id),
          },
        ]
      : []),
  ];
}

/** The addresses that a kind calls or opens. */
export function pathsOf(kind: ServerKind): readonly PlacedText[] {
  const opened = kind.logins.flatMap((login, index) =>
    'flow' in login && login.flow === 'authorization-code'
      ? [{ at: ['logins', index, 'authorize', 'path'], text: login.authorize.path }]
      : [],
  );
  return [
    ...opened,
    ...requestsOf(kind).map(({ at, request }) => ({ at: [...at, 'path'], text: request.path })),
  ];
}

/** What is said to a server through a browser, and what may be filled into it besides settings: whoever sees the address sees it too. */
export function parametersOf(kind: ServerKind): readonly PlacedParameters[] {
  const hidden = kind.logins.flatMap(({ fields }) =>
    fields.filter(({ secret }) => secret).map(({ id }) => id),
  );
  return kind.logins.flatMap((login, index) => {
    if (!('flow' in login) || login.flow !== 'authorization-code') return [];
    const { parameters, more, redirectUri } = login.authorize;
    const at = ['logins', index, 'authorize'];
    const texts = [
      ...Object.entries(parameters).map(([name, text]) => ({ at: [...at, 'parameters', name], text })),
      ...(more === undefined ? [] : [{ at: [...at, 'more'], text: more }]),
    ];
    const shown = login.fields.map(({ id }) => id).filter((id) => !hidden.includes(id));
    return [
      { texts, names: [...shown, ...flowNames] },
      {
        texts: redirectUri === undefined ? [] : [{ at: [...at, 'redirectUri'], text: redirectUri }],
        names: [],
      },
    ];
  });
}

/** The texts of a request that values are filled into, but for its path. */
export function textsOf({ at, request }: PlacedRequest): readonly PlacedText[] {
  const { bearer, basic, headers = {}, moreHeaders, client, dpop, body } = request;
  const texts: readonly (readonly [Path, string | undefined])[] = [
    [['bearer'], bearer],
    [['basic', 'username'], basic?.username],
    [['basic', 'password'], basic?.password],
    [['moreHeaders'], moreHeaders],
    [['client'], client],
    [['dpop'], dpop],
    [['body', 'as'], body?.as],
    [['body', 'more'], body?.more],
    ...Object.entries(headers).map(([name, text]) => [['headers', name], text] as const),
    ...Object.entries(body?.fields ?? {}).map(([name, text]) => [['body', 'fields', name], text] as const),
  ];
  return texts.flatMap(([path, text]) => (text === undefined ? [] : [{ at: [...at, ...path], text }]));
}

function loginRequests(login: Login, at: Path): readonly PlacedRequest[] {
  if ('paste' in login) return [];
  const request = { at: [...at, 'request'], request: login.request };
  if (!('flow' in login)) return [{ ...request, names: login.fields.map(({ id }) => id) }];
  if (login.flow === 'device-code') {
    return [
      { at: [...at, 'authorize'], request: login.authorize, names: null },
      { ...request, names: null },
    ];
  }
  const { push } = login.authorize;
  const pushed = push ? [{ at: [...at, 'authorize', 'push'], request: push, names: null }] : [];
  return [...pushed, { ...request, names: null }];
}
