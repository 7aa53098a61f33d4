import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { Prompt } from '../../../electron/contract/session.ts';
import type { Browser, Clock } from '../../../electron/ports.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createProbe } from '../../../electron/servers/probe.ts';
import { type OpenidOptions, type OpenidServer, startOpenid } from '../../servers/openid.ts';
import { playPerson } from '../../servers/real/play-person.ts';
import { settled } from '../../support/fake-clock.ts';
import { engineFor, realHttp, started } from './engine-under-test.ts';

export const stranger = { clientId: 'stranger', scope: 'openid' };
const probe = createProbe({ http: realHttp, clock: systemClock, kinds: () => kinds });
/** What a probe makes of an address. */
export const matchesAt = async (address: string) => (await probe({ address, allowPlainHttp: false })).matches;

const person: Browser = {
  open: async (url) => {
    void playPerson(url);
    return true;
  },
};

/** A provider under test, and an engine that was set up by nothing but a probe of it. Somebody sits at the browser. */
export async function openid(
  options: OpenidOptions = {},
  { clock = systemClock, browser = person }: { readonly clock?: Clock; readonly browser?: Browser } = {},
) {
  const server: OpenidServer = await started(startOpenid(options));
  const [match] = await matchesAt(server.issuer);
  const prompts: (Prompt | null)[] = [];
  const settings = match?.settings ?? {};
  const under = engineFor('openid', server.issuer, settings, { clock, browser });
  const context = (fields: Readonly<Record<string, string>> = stranger, more = {}) =>
    under.context(fields, { onPrompt: (prompt) => prompts.push(prompt), ...more });
  const withSettings = (more: Readonly<Record<string, string>>) => ({
    server: { ...under.record, settings: { ...settings, ...more } },
  });
  const calls = () => under.exchanges.map(({ purpose, outcome }) => `${purpose} ${outcome}`);
  return { ...under, server, match, context, prompts, withSettings, calls };
}

/** A browser in the hands of a test, which says what comes back to the door, and when. */
export function slowBrowser(opens = true) {
  const urls: URL[] = [];
  return {
    urls,
    browser: {
      open: async (url: string) => {
        urls.push(new URL(url));
        return opens;
      },
    },
    async opened(): Promise<URL> {
      while (urls.length === 0) await settled();
      return urls[0] ?? new URL('about:blank');
    },
  };
}
