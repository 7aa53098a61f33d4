import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CopyFormat } from '../../../electron/contract/copy-formats.ts';
import { loadSnippets } from '../../../electron/copy/code-snippet.ts';
import type { CopiedRequest } from '../../../electron/copy/copied-request.ts';
import { copyText } from '../../../electron/copy/formats.ts';
import {
  type RecordingServer,
  startRecordingServer,
} from '../../../electron/demo/servers/recording-server.ts';

const run = promisify(execFile);
const project = resolve(import.meta.dirname, '../../..');

let server: RecordingServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-copied-'));
});

beforeEach(async () => {
  server = await startRecordingServer({}, (_request, response) => {
    response.setHeader('Content-Type', 'application/json').end('{}');
  });
  return () => server.close();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function textOf(format: CopyFormat, request: CopiedRequest, token: string): Promise<string> {
  await loadSnippets(format);
  return copyText(format, {
    token: () => token,
    scheme: () => 'Bearer',
    request: () => request,
    facts: () => ({ expiresAt: null, scope: null }),
  });
}

/** Where the token comes from the environment, it is there. */
const environment = (token: string) => ({
  PATH: process.env.PATH ?? '',
  HOME: folder,
  LC_ALL: 'C.UTF-8',
  TOKEN: token,
});

const shell = (program: string) => async (text: string, token: string) => {
  await run(program, ['-c', text], { env: environment(token), cwd: folder });
};

const script = (program: string, name: string) => async (text: string, token: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  await run(program, [path], { env: environment(token), cwd: folder });
};

const dash = shell('dash');
const bash = shell('bash');

const ways: readonly (readonly [CopyFormat, string, (text: string, token: string) => Promise<void>])[] = [
  ['curl', 'bash', bash],
  ['curl', 'dash', dash],
  ['curl-env', 'bash', bash],
  ['curl-env', 'dash', dash],
  ['httpie', 'dash', dash],
  ['wget', 'dash', dash],
  ['fetch', 'node', script(process.execPath, 'fetch.mjs')],
  [
    'axios',
    'node',
    async (text, token) => {
      // As a module of this project, so that it finds axios.
      await run(process.execPath, ['--input-type=module', '-e', text], {
        env: environment(token),
        cwd: project,
      });
    },
  ],
  // Debian's own Python, which has Debian's own requests.
  ['python', 'python3', script('/usr/bin/python3', 'requests_call.py')],
];

const hostileToken = `eyJ'"$(id)\`id\`\\n\\%PATH%!x;&|<>{}#~*?`;
const hostileBody = `{"a": "it's \\"$HOME\\" \`id\` \\\\ %PATH% é 😀 \u202e",\n\t"b": 1.0, "b": 12345678901234567890}\r\n@file '$x'`;

const requests: readonly (readonly [string, Omit<CopiedRequest, 'url'>, string])[] = [
  ['an ordinary GET', { method: 'GET' }, '/who?limit=3'],
  [
    'a POST of JSON with a header',
    {
      method: 'POST',
      headers: [
        { name: 'X-Trace', value: 'a b' },
        { name: 'Content-Type', value: 'application/json' },
      ],
      body: '{ "name": "x", "n": 1.0 }',
    },
    '/things',
  ],
  [
    'hostile text everywhere',
    {
      method: 'PUT',
      headers: [
        { name: 'X-Hostile', value: `'"$(id)\`id\` %PATH% !! & | ~ # {a,b} \\x` },
        { name: 'Content-Type', value: 'text/plain; charset="utf-8"' },
      ],
      body: hostileBody,
    },
    '/a%20b/[1-3]/~x;y?q=$(id)&z=%27%60&n=*',
  ],
  ['a DELETE without a body', { method: 'DELETE' }, '/things/7'],
  ['a HEAD', { method: 'HEAD' }, '/things/7'],
];

describe('what was copied, run for real', () => {
  for (const [format, program, carryOut] of ways) {
    it.each(requests)(`as ${format} in ${program} sends exactly %s`, async (what, request, path) => {
      const token = what.startsWith('hostile') ? hostileToken : 'eyJhbGciOi.plain-token_1';
      const before = server.requests.length;
      await carryOut(await textOf(format, { ...request, url: `${server.url}${path}` }, token), token);
      expect(server.requests).toHaveLength(before + 1);
      const sent = server.requests[before];
      // Python's own libraries write brackets as what they stand for, which is the same address. @see RFC 3986 §3.3
      expect(sent?.method).toBe(request.method);
      expect(`${sent?.path}${sent?.search}`.replace('%5B1-3%5D', '[1-3]')).toBe(path);
      expect(sent?.headers.authorization).toBe(`Bearer ${token}`);
      for (const { name, value } of request.headers ?? []) {
        expect(sent?.headers[name.toLowerCase()]).toBe(value);
      }
      expect(sent?.body).toBe(request.body ?? '');
    });
  }

  it('as a .env line gives the token to a shell and to Node', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'aZ9.-_~+/="$`\\ #!%&é'), minLength: 1 }),
        async (token) => {
          const line = await textOf('env', { method: 'GET', url: 'https://api.example/' }, token);
          const path = join(folder, '.env');
          await writeFile(path, `${line}\n`);
          const { stdout } = await run('dash', ['-c', '. "$0"; printf %s "$TOKEN"', path]);
          expect(stdout).toBe(token);
          const read = await run(
            process.execPath,
            [`--env-file=${path}`, '-p', 'JSON.stringify(process.env.TOKEN)'],
            {
              env: { PATH: process.env.PATH ?? '' },
            },
          );
          expect(JSON.parse(read.stdout)).toBe(token);
        },
      ),
      { numRuns: 15 },
    );
  });
});
