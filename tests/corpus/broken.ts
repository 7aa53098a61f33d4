import { brotliCompressSync, gzipSync } from 'node:zlib';
import {
  chunks,
  cut,
  cutMidBody,
  endless,
  gzipped,
  hugeJson,
  raw,
  type ScriptedAnswer,
  silence,
} from '../servers/scripted.ts';
import { type Answer, json, row, whole } from './answer.ts';

const good = '{"access_token":"canary-granted","refresh_token":"canary-next","expires_in":600}';
const bomb = `{"access_token":"${'a'.repeat(50_000_000)}"}`;
const ok = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const utf16 = Buffer.from(`\ufeff${good}`, 'utf16le');

const lost = (code: Answer['code'], name: string, reply: ScriptedAnswer): Answer => ({
  name,
  code,
  reply,
  isLost: true,
});
const never = (name: string, reply: ScriptedAnswer): Answer => ({
  ...lost('timed-out', name, reply),
  isEndless: true,
});
const typed = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): ScriptedAnswer =>
  whole(200, { 'Content-Type': json, ...headers }, body);

/** Writes for as long as somebody listens. */
function flood(piece: string): ScriptedAnswer {
  return (response) => {
    response.writeHead(200, { 'Content-Type': json });
    const pour = (): void => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  };
}

/** Answers that break off, never end, or are no text: the refresh may have been carried out. */
export const brokenAnswers: readonly Answer[] = [
  lost('unreachable', 'a cut line', cut()),
  lost('unreachable', 'a line cut in the body', cutMidBody(good)),
  lost('unreachable', 'a line cut in the headers', raw('HTTP/1.1 200 OK\r\nContent-Ty')),
  lost('unreachable', 'a line cut in the first line', raw('HTTP/1.')),
  lost('unreachable', 'a line cut in a chunk', raw(`${ok}Transfer-Encoding: chunked\r\n\r\nff\r\n{"acc`)),
  lost('unreachable', 'a chunk of no length', raw(`${ok}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`)),
  lost('unreachable', 'nothing after the chunks', raw(`${ok}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`)),
  lost('unreachable', 'less than its length', raw(`${ok}Content-Length: 500\r\n\r\n${good}`)),
  lost('unreachable', 'two lengths', raw(`${ok}Content-Length: 5\r\nContent-Length: 80\r\n\r\n${good}`)),
  lost('unreachable', 'a length below nothing', raw(`${ok}Content-Length: -1\r\n\r\n${good}`)),
  lost('unreachable', 'a greeting of SSH', raw('SSH-2.0-OpenSSH_9.2\r\n')),
  lost('unreachable', 'a greeting of SMTP', raw('220 smtp.example ESMTP\r\n')),
  lost('unreachable', 'an alert of TLS', raw('\x15\x03\x01\x00\x02\x02\x28')),
  lost('unreachable', 'HTTP/0.9', raw(good)),
  lost('unreachable', 'a status of letters', raw('HTTP/1.1 OK 200\r\n\r\n')),
  lost('unreachable', 'a header without a name', raw(`${ok}: x\r\n\r\n`)),
  lost('unreachable', 'NUL in a header', raw(`${ok}X-A: a\0b\r\n\r\n${good}`)),
  lost('unreachable', 'no gzip in spite of its header', typed(good, { 'Content-Encoding': 'gzip' })),
  lost(
    'reply-not-json',
    'half of a gzip',
    typed(gzipSync(good).subarray(0, 30), { 'Content-Encoding': 'gzip' }),
  ),
  lost('unreachable', 'no deflate', typed('x'.repeat(50), { 'Content-Encoding': 'deflate' })),
  lost('unreachable', 'no brotli', typed(good, { 'Content-Encoding': 'br' })),
  lost('reply-too-large', '10 MB', hugeJson(10_000_000)),
  lost('reply-too-large', 'a bomb of gzip', gzipped(200, bomb)),
  lost('reply-too-large', 'a bomb of brotli', typed(brotliCompressSync(bomb), { 'Content-Encoding': 'br' })),
  lost('reply-too-large', 'a flood', flood('x'.repeat(65_536))),
  lost('reply-too-large', 'a flood of white space', flood(' '.repeat(65_536))),
  lost('reply-too-large', 'a header of 10 MB', raw(`${ok}X-Long: ${'x'.repeat(10_000_000)}\r\n\r\n${good}`)),
  lost('reply-too-large', 'a thousand headers', raw(`${ok}${'X-Long: y\r\n'.repeat(10_000)}\r\n${good}`)),
  never('silence', silence()),
  never('a body that does not go on', endless()),
  never('a body that trickles', endless(1)),
  never('headers that do not go on', (response) => void response.socket?.write('HTTP/1.1 200 OK\r\nX-')),
  never('100 Continue for ever', (response) => void response.writeContinue()),
  lost('reply-not-json', 'half of a JSON', row('none', '', 200, json, good.slice(0, 40)).reply),
  lost('reply-not-json', 'half of a JSON in whole chunks', chunks(200, ['{"access', '_token":"canary-g'])),
  lost('reply-not-json', 'two JSONs', typed(`${good}${good}`)),
  lost('reply-not-json', 'JSON after a guard', typed(`)]}',\n${good}`)),
  lost('reply-not-json', 'JSON in a callback', typed(`done(${good})`)),
  lost('reply-not-json', 'single quotes', typed(good.replaceAll('"', "'"))),
  lost('reply-not-json', 'a form', typed('access_token=canary-granted&expires_in=600')),
  lost('reply-not-json', 'a comma too many', typed('{"access_token":"canary-granted",}')),
  lost('reply-not-json', 'UTF-16', typed(utf16)),
  lost(
    'reply-not-json',
    'UTF-16 that says so',
    whole(200, { 'Content-Type': `${json}; charset=utf-16` }, utf16),
  ),
  lost('reply-not-json', 'bytes', typed(Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3]))),
  lost('reply-not-json', 'nothing', typed('')),
  lost('reply-not-json', '204', whole(204, {}, '')),
  lost('reply-not-json', 'blanks', typed(' \r\n ')),
  lost(
    'reply-not-json',
    '206 of a JSON',
    whole(206, { 'Content-Type': json, 'Content-Range': 'bytes 0-9/80' }, good.slice(0, 10)),
  ),
  lost('reply-not-json', 'NaN', typed('{"access_token":NaN}')),
  lost('reply-not-json', 'a word', typed('OK')),
  lost(
    'reply-not-json',
    'JSON that calls itself a web page',
    whole(200, { 'Content-Type': 'text/html' }, good),
  ),
];
