import { expect } from '@playwright/test';
import { test } from './fixtures.ts';

const climbs = [
  '..',
  '%2e%2e',
  '.%2e',
  '%2E.',
  '..%2f',
  '..%5c',
  '%252e%252e',
  '....%2f%2f',
  '%c0%ae%c0%ae',
  '..%00',
];
const targets = [
  'main.cjs',
  'preload.cjs',
  'package.json',
  '.vite/licenses.json',
  'etc/passwd',
  'proc/self/environ',
  'renderer/../main.cjs',
  'renderer%2f..%2fmain.cjs',
];
const roots = [
  'file:///etc/passwd',
  '/etc/passwd',
  '//etc/passwd',
  'C:%5cWindows%5cwin.ini',
  '%5c%5chost%5cshare',
  '~/.ssh/id_rsa',
  'assets',
  'assets/',
  'index.html%00.js',
  'INDEX.HTML/',
  '%',
  '%zz',
];

/** Over 200 ways to ask the page's own address for what is not part of the page. */
const paths: readonly string[] = [
  ...climbs.flatMap((climb) =>
    targets.flatMap((target) => [
      `/${climb}/${target}`,
      `/assets/${climb}/${climb}/${climb}/${climb}/${climb}/${climb}/${target}`,
      `/${climb}${target}`,
    ]),
  ),
  ...roots.map((root) => `/${root}`),
];

test('nothing but the page’s own files is served, however it is asked for', async ({
  lanyard: { app },
  wall,
}) => {
  expect(paths.length).toBeGreaterThan(200);
  const answers = await app.evaluate(
    ({ net }, asked) =>
      Promise.all(
        asked.map(async ([url, method]) => {
          const answer = await net.fetch(url, { method }).catch(() => null);
          return answer && [answer.status, (await answer.text()).length];
        }),
      ),
    [
      ...paths.map((path) => [`app://lanyard${path}`, 'GET'] as const),
      ['app://other/index.html', 'GET'] as const,
      ['app://lanyard.evil/index.html', 'GET'] as const,
      ['app://lanyard/index.html', 'POST'] as const,
      ['app://lanyard/index.html', 'PUT'] as const,
    ],
  );
  const served = answers.map((answer, index) => [paths[index] ?? index, answer] as const);
  expect(served.filter(([, answer]) => answer !== null && (answer[0] !== 404 || answer[1] !== 0))).toEqual(
    [],
  );
  expect(served.filter(([, answer]) => answer !== null).length).toBeGreaterThan(200);
  const own = await app.evaluate(async ({ net }) => (await net.fetch('app://lanyard/index.html')).status);
  expect(own).toBe(200);
  await expect(wall.getByRole('heading', { name: 'All sessions' })).toBeVisible();
});
