import type { Finding } from '../contract/explanation.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import type { ProbeAsker } from '../servers/probe-asker.ts';
import type { SeenStep } from '../servers/probe-result.ts';
import { fillPath } from '../servers/template.ts';
import { words } from '../words/words.ts';
import type { OpenApiFlow, OpenApiHints } from './openapi.ts';
import { pageWords } from './page-words.ts';

const said = words.findings;

/** What the answers say that fit a kind. */
export function stepEvidence(steps: readonly SeenStep[]): readonly Finding[] {
  const isKnown = steps.some(({ step }) => step.certain);
  return steps.map(({ kind, step, address, settings }) => {
    const server = {
      ...{ id: 'probe', kindId: kind.id, name: '', allowPlainHttp: true, acceptedLogins: [], facts: [] },
      address,
      settings,
    };
    const { method } = step.request;
    const path = shown(fillPath(kind, step.request.path, server) ?? step.request.path, address);
    if (step.settingsFrom) return { text: said.answers.describes(path), sure: isKnown };
    const choices = Object.entries(step.settings ?? {}).flatMap(([id, value]) => {
      const setting = kind.settings.find((one) => one.id === id);
      const option = setting?.options?.find((one) => one.value === value);
      return setting && option ? [`${setting.label}: ${option.label}`] : [];
    });
    const answer = said.answers.asKind(method, path, kind.label);
    return { text: [answer, ...choices].join(' '), sure: isKnown };
  });
}

/** What a server's own document says about signing in, beside where it really is. */
export function documentEvidence(
  { flows, basePath }: OpenApiHints,
  match: { readonly kindId: string; readonly settings: Readonly<Record<string, string>> },
  address: string,
  kinds: readonly ServerKind[],
  asker: Pick<ProbeAsker, 'isAbsent'>,
): readonly Finding[] {
  const kind = kinds.find(({ id }) => id === match.kindId);
  if (!kind) return [];
  const server = {
    ...{ id: 'probe', kindId: kind.id, name: '', allowPlainHttp: true, acceptedLogins: [], facts: [] },
    address,
    settings: match.settings,
  };
  const used = kind.logins.flatMap((login) =>
    'request' in login ? [shown(fillPath(kind, login.request.path, server) ?? '', address)] : [],
  );
  return flows.slice(0, 3).map((flow) => flowEvidence(flow, `${address}${basePath}/`, used, kind, asker));
}

function flowEvidence(
  { grant, tokenUrl = '' }: OpenApiFlow,
  base: string,
  used: readonly string[],
  kind: ServerKind,
  asker: Pick<ProbeAsker, 'isAbsent'>,
): Finding {
  const url = new URL(pageWords(tokenUrl), base);
  const flow = grant.replaceAll('_', ' ');
  if (used.includes(url.pathname)) {
    return { text: said.answers.flowOfKind(flow, url.pathname, kind.label), sure: true };
  }
  const [own = ''] = used;
  const text = asker.isAbsent(url.href)
    ? said.answers.flowOfNothing(flow, url.pathname, own)
    : said.answers.flowElsewhere(flow, url.pathname, kind.label, own);
  return { text, sure: true };
}

function shown(path: string, address: string): string {
  try {
    return pageWords(new URL(path, `${new URL(address).origin}/`).pathname);
  } catch {
    return pageWords(path);
  }
}
