import type { Page } from '@playwright/test';
import type { WindowFixture } from '../fake-bridge.ts';
import { isMachineText } from '../machine-text.ts';
import { marks } from './pseudo-text.ts';
import { textsIn } from './pseudo-words.ts';

/** The same in every language, and in no fixture: names of things, and of fields as machines call them. */
const untranslated = new Set(['Lanyard', 'active', 'exp', 'name', 'value']);

/** A day as the locale writes it, or a span of time. */
const timeText = /^(?:\d{1,2}\s\p{L}{3,4}(?:\s\d{4})?|(?:\d+\s(?:y|d|h|min|s|ms)\s?)+)$/u;

/** A call, as a server is asked it. */
const callText = /^(?:GET|POST|PUT|PATCH|DELETE) \/\S*$/;

/** What is printed on keys. */
const keysText =
  /^(?:(?:Ctrl|Shift|Alt|Esc|Enter|Tab|Space|Delete|Backspace|Home|End|F\d+|[A-Z]|[^\p{L}\s]+)(?: |$))+$/u;

/** Whatever the window shows or names that comes neither from the catalogue nor from the fixture: it was written beside the code. */
export async function unmarkedTexts(page: Page, fixture: WindowFixture): Promise<readonly string[]> {
  const data = dataIn(fixture);
  return [...new Set(await textsOf(page))].filter((text) => hasOwnWords(text, data));
}

/** Every text that is seen, and every name that is read out. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('body, body *')].filter(
      (element) =>
        element.checkVisibility({ checkVisibilityCSS: true }) &&
        element.closest('svg, [data-base-ui-focus-guard]') === null,
    );
    const named = seen.flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext'].flatMap(
        (name) => element.getAttribute(name) ?? [],
      ),
    );
    const written = seen.flatMap((element) =>
      [...element.childNodes].flatMap((node) =>
        node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : [],
      ),
    );
    return [...named, ...written];
  });
}

function hasOwnWords(text: string, data: ReadonlySet<string>): boolean {
  return withoutMarked(text)
    .split(/\n|, |: |; | · |[()“”]/)
    .map((part) => part.trim())
    .some(
      (part) =>
        /\p{L}{2}/u.test(part) &&
        !data.has(part) &&
        !untranslated.has(part) &&
        !isMachineText(part) &&
        !timeText.test(part) &&
        !callText.test(part) &&
        !keysText.test(part),
    );
}

/** What is left of a text without what stands between marks. */
function withoutMarked(text: string): string {
  let depth = 0;
  return [...text]
    .filter((sign) => {
      if (sign === marks[0]) depth += 1;
      const isOwn = depth === 0;
      if (sign === marks[1]) depth -= 1;
      return isOwn;
    })
    .join('');
}

/** Every text of the fixture, and the parts of it that the window shows by themselves. */
function dataIn(fixture: WindowFixture): ReadonlySet<string> {
  const texts = textsIn(fixture).flatMap((text) => [text, ...text.split(/\n|, |: |; |[()“”]/)]);
  const addresses = texts.filter((text) => URL.canParse(text)).map((text) => new URL(text));
  const hosts = addresses.flatMap(({ host, pathname }) => [host, `${host}${pathname}`]);
  const scopes = Object.values(fixture.details).flatMap(({ scope }) => scope?.split(' ') ?? []);
  return new Set([...texts, ...hosts, ...scopes].map((text) => text.trim()));
}
