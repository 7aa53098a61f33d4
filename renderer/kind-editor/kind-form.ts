import type { Match, RequestTemplate } from '../../electron/contract/request-template.ts';
import type { Login, ServerKind } from '../../electron/contract/server-kind.ts';
import {
  numberOf,
  numbersOf,
  numbersText,
  type Pair,
  pairsOf,
  recordOf,
  scalarOf,
  scalarText,
} from './typed-values.ts';

/** What is typed about a request: names of headers and of the body's fields are rows, for they are typed too. */
export type RequestForm = Omit<RequestTemplate, 'headers' | 'body'> & {
  readonly headers?: readonly Pair[] | undefined;
  readonly body?: BodyForm | undefined;
};
type Body = NonNullable<RequestTemplate['body']>;
export type BodyForm = Omit<Body, 'fields'> & { readonly fields: readonly Pair[] };

type WithRequestForm<Part> = Part extends { readonly request: RequestTemplate }
  ? Omit<Part, 'request'> & { readonly request: RequestForm }
  : Part;
export type LoginForm = WithRequestForm<Login>;

/** Statuses and values as text, for `40` is no status while `401` is being typed. */
export type MatchForm = Omit<Match, 'status' | 'equals'> & {
  readonly status?: string | undefined;
  readonly equals?: string | undefined;
};
type Refusal = NonNullable<ServerKind['refusals']>[number];
export type RefusalForm = Omit<Refusal, 'match'> & { readonly match: MatchForm };

export type CallForm<Name extends 'identity' | 'check' | 'end' | 'register'> = WithRequestForm<
  NonNullable<ServerKind[Name]>
>;
export type RefreshForm = Omit<WithRequestForm<NonNullable<ServerKind['refresh']>>, 'refusedBy'> & {
  readonly refusedBy?: string | undefined;
};

/** A description while it is typed. Everything that has no place in the form is carried along as it is. */
export type KindForm = Omit<
  ServerKind,
  | 'logins'
  | 'refresh'
  | 'identity'
  | 'check'
  | 'end'
  | 'register'
  | 'refusals'
  | 'documentedLifetimeSeconds'
  | 'documentedRefreshLifetimeSeconds'
> & {
  readonly logins: readonly LoginForm[];
  readonly refresh?: RefreshForm | undefined;
  readonly identity?: CallForm<'identity'> | undefined;
  readonly check?: CallForm<'check'> | undefined;
  readonly end?: CallForm<'end'> | undefined;
  readonly register?: CallForm<'register'> | undefined;
  readonly refusals?: readonly RefusalForm[] | undefined;
  readonly documentedLifetimeSeconds?: string | undefined;
  readonly documentedRefreshLifetimeSeconds?: string | undefined;
};

/** Opens a description in the form. */
export function formOf(kind: ServerKind): KindForm {
  return {
    ...kind,
    logins: kind.logins.map((login) => mapRequest(login, requestForm) as LoginForm),
    refresh: kind.refresh && {
      ...mapRequest(kind.refresh, requestForm),
      refusedBy: kind.refresh.refusedBy && numbersText(kind.refresh.refusedBy),
    },
    identity: kind.identity && mapRequest(kind.identity, requestForm),
    check: kind.check && mapRequest(kind.check, requestForm),
    end: kind.end && mapRequest(kind.end, requestForm),
    register: kind.register && mapRequest(kind.register, requestForm),
    refusals: kind.refusals?.map((refusal) => ({ ...refusal, match: matchForm(refusal.match) })),
    documentedLifetimeSeconds: textOf(kind.documentedLifetimeSeconds),
    documentedRefreshLifetimeSeconds: textOf(kind.documentedRefreshLifetimeSeconds),
  };
}

/** The description that the form holds; what cannot be read in it fails the schema at its own place. */
export function kindOf(form: KindForm): ServerKind {
  return withoutGaps({
    ...form,
    logins: form.logins.map((login) => mapRequest(login, requestOf) as Login),
    refresh: form.refresh && {
      ...mapRequest(form.refresh, requestOf),
      refusedBy: form.refresh.refusedBy === undefined ? undefined : numbersOf(form.refresh.refusedBy),
    },
    identity: form.identity && mapRequest(form.identity, requestOf),
    check: form.check && mapRequest(form.check, requestOf),
    end: form.end && mapRequest(form.end, requestOf),
    register: form.register && mapRequest(form.register, requestOf),
    refusals: form.refusals?.map((refusal) => ({ ...refusal, match: matchOf(refusal.match) })),
    documentedLifetimeSeconds: secondsOf(form.documentedLifetimeSeconds),
    documentedRefreshLifetimeSeconds: secondsOf(form.documentedRefreshLifetimeSeconds),
  });
}

function mapRequest<Part extends object, From, To>(
  part: Part & { readonly request?: From },
  map: (request: From) => To,
): Omit<Part, 'request'> & { readonly request: To } {
  return (part.request === undefined ? part : { ...part, request: map(part.request) }) as Omit<
    Part,
    'request'
  > & { readonly request: To };
}

function requestForm({ headers, body, ...rest }: RequestTemplate): RequestForm {
  return {
    ...rest,
    headers: headers && pairsOf(headers),
    body: body && { ...body, fields: pairsOf(body.fields) },
  };
}

function requestOf({ headers, body, ...rest }: RequestForm): RequestTemplate {
  return {
    ...rest,
    headers: headers && recordOf(headers),
    body: body && { ...body, fields: recordOf(body.fields) },
  };
}

function matchForm({ status, equals, ...rest }: Match): MatchForm {
  return {
    ...rest,
    status: status && numbersText(status),
    equals: equals === undefined ? undefined : scalarText(equals),
  };
}

function matchOf({ status, equals, ...rest }: MatchForm): Match {
  return {
    ...rest,
    status: status === undefined ? undefined : numbersOf(status),
    equals: equals === undefined ? undefined : scalarOf(equals),
  };
}

function textOf(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function secondsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : numberOf(text);
}

/** A part that is not there has no name either, so that a description that nobody changed is the same as before. */
function withoutGaps<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => withoutGaps(each)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutGaps(inner)])) as Value;
}
