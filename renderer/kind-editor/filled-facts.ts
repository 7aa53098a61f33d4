import type { Check, Life } from '../../electron/contract/session.ts';
import type { Filled } from '../../electron/contract/try-out.ts';
import { expiryWords } from '../session/expiry-words.ts';
import { formatExactMoment } from '../state/format-time.ts';
import { words } from '../words/words.ts';

const said = words.kindAnswer;

/** One field that an answer filled; `isCode` for what stands there as it came. */
export interface FilledFact {
  readonly label: string;
  readonly value: string;
  readonly isCode?: boolean;
  /** How that is known. */
  readonly note?: string;
}

type Grant = Extract<Filled, { readonly what: 'grant' }>;
type Ended = Extract<Filled, { readonly what: 'end' }>;

/** What an answer filled, in words. */
export function filledFacts(filled: Filled, now: number): readonly FilledFact[] {
  switch (filled.what) {
    case 'grant':
      return grantFacts(filled, now);
    case 'identity': {
      const { who, details } = filled.identity;
      return [{ label: said.facts.who, value: who === '' ? said.facts.unnamed : who }, ...details];
    }
    case 'check':
      return checkFacts(filled.check, now);
    case 'end':
      return [
        { label: said.facts.session, value: said.endings[filled.ended] },
        { label: said.facts.proof, value: proofOf(filled) },
      ];
  }
}

function grantFacts(grant: Grant, now: number): readonly FilledFact[] {
  const { accessToken, refreshToken, isNewRefreshToken, access, refreshLife, tokenType, scope } = grant;
  return [
    {
      label: said.accessToken,
      value: accessToken.masked,
      isCode: true,
      note: said.formats[accessToken.format],
    },
    { label: said.facts.ends, ...endOf(access, now) },
    refreshToken === null
      ? { label: said.refreshToken, value: said.facts.none }
      : {
          label: said.refreshToken,
          value: refreshToken.masked,
          isCode: true,
          note: isNewRefreshToken ? said.facts.isNew : said.facts.isSame,
        },
    ...(refreshToken !== null && refreshLife !== null
      ? [{ label: said.facts.refreshEnds, ...endOf(refreshLife, now) }]
      : []),
    { label: said.facts.type, value: tokenType },
    ...(scope === null ? [] : [{ label: said.scope, value: scope }]),
  ];
}

function endOf(life: Life, now: number): Pick<FilledFact, 'value' | 'note'> {
  const { before, code, after } = expiryWords(life, null, null);
  const words = `${before}${code}${after}`;
  if (life.expiresAt === null) return { value: said.facts.notKnown, note: words };
  return { value: formatExactMoment(life.expiresAt, now), note: words };
}

function checkFacts({ verdict, expiresAt }: Check, now: number): readonly FilledFact[] {
  return [
    { label: said.facts.token, value: said.verdicts[verdict] },
    ...(expiresAt === null ? [] : [{ label: said.facts.ends, value: formatExactMoment(expiresAt, now) }]),
  ];
}

function proofOf({ proved }: Ended): string {
  if (proved === null) return said.facts.cannotAsk;
  return proved ? said.facts.noLongerTaken : said.facts.stillTaken;
}
