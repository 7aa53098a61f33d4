import type { ProbeResult } from '../../electron/contract/probe-result.ts';
import type { KindView } from '../../electron/contract/server.ts';
import { pasteLogin } from '../sign-in/sign-in-view.ts';
import { formatElapsed } from '../state/format-duration.ts';
import { problemText } from '../state/problem-text.ts';
import { hostOf, withoutPath } from '../state/typed-address.ts';
import { eitherOf } from '../words/locale.ts';
import { words } from '../words/words.ts';
import type { ProbeState } from './prober.ts';

const text = words.probe;

export interface ProbeWords {
  readonly sign: 'ok' | 'work' | 'caution' | 'none';
  readonly strong: string;
  readonly rest: string;
  /** How long it took and how safe it is, for the right edge. */
  readonly small: string;
}

/**
 * Says what answers at an address, how sure that is, and what to do where it is not. A server that is there keeps its kind; one that
 * something else describes need not say what it is.
 */
export function probeWords(
  state: ProbeState,
  kinds: readonly KindView[],
  keptKindId?: string,
  isDescribed = false,
): ProbeWords {
  switch (state.phase) {
    case 'idle':
      return {
        sign: 'none',
        strong: '',
        rest: text.beforeAsking,
        small: '',
      };
    case 'asking':
      return { sign: 'work', strong: '', rest: text.asking(hostOf(state.address)), small: '' };
    case 'failed': {
      const { title, advice } = problemText(state.problem, { server: hostOf(state.address) });
      return { sign: 'caution', strong: title, rest: advice, small: '' };
    }
    case 'answered':
      return answerWords(state.result, kinds, keptKindId, isDescribed);
  }
}

function answerWords(
  result: ProbeResult,
  kinds: readonly KindView[],
  keptKindId: string | undefined,
  isDescribed: boolean,
): ProbeWords {
  const { matches, answered, tls, elapsedMs } = result;
  const hasPath = withoutPath(result.address) !== null;
  const best = bestFor(matches, keptKindId);
  const kind = kinds.find(({ id }) => id === best?.kindId);

  if (tls === 'refused') {
    return {
      sign: 'caution',
      strong: text.untrusted,
      rest: text.untrustedAdvice,
      small: formatElapsed(elapsedMs),
    };
  }
  if (!answered) {
    return {
      sign: 'caution',
      strong: text.silent,
      rest: text.silentAdvice,
      small: text.triedFor(formatElapsed(elapsedMs)),
    };
  }
  const small = [formatElapsed(elapsedMs), safety(tls)].filter(Boolean).join(', ');
  if (!best || !kind) {
    return {
      sign: 'caution',
      strong: text.unknown,
      rest: isDescribed ? text.unknownDescribed : hasPath ? text.unknownPath : text.unknownAdvice,
      small,
    };
  }
  const kept = kinds.find(({ id }) => id === keptKindId);
  if (kept && kept.id !== kind.id) {
    return {
      sign: 'caution',
      strong: best.certain
        ? text.otherKind(kind.label, kept.label)
        : text.looksOtherKind(kind.label, kept.label),
      rest: text.otherKindAdvice,
      small,
    };
  }
  if (!best.certain) {
    return {
      sign: 'caution',
      strong: text.looksLike(kind.label),
      rest: text.looksLikeAdvice,
      small,
    };
  }
  return {
    sign: 'ok',
    strong: text.answers(kind.label),
    rest: [...best.facts, acceptedWords(best.acceptedLogins, kind)].filter(Boolean).join(', '),
    small,
  };
}

/** The kept kind where the answer fits it as well as any other, else what fits best. */
function bestFor(matches: ProbeResult['matches'], keptKindId: string | undefined) {
  const [first] = matches;
  const own = matches.find(({ kindId }) => kindId === keptKindId);
  return own && (own.certain || !first?.certain) ? own : first;
}

/** Worth saying only where there is more than one way in; tokens can be pasted anywhere. */
function acceptedWords(accepted: readonly string[], { logins }: KindView): string {
  const labels = logins
    .filter(({ id }) => id !== pasteLogin && accepted.includes(id))
    .map(({ label }) => words.units.midSentence(label));
  return labels.length > 1 ? words.probe.waysIn(eitherOf(labels)) : '';
}

function safety(tls: ProbeResult['tls']): string {
  return { valid: text.certificateValid, plain: text.plainHttp, refused: '', unknown: '' }[tls];
}
