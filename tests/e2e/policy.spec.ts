import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { startRecordingServer } from '../../electron/demo/servers/recording-server.ts';
import { test } from './fixtures.ts';

const builtPage = resolve(import.meta.dirname, '../../dist/renderer');

const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

test('every file of the page comes with the whole policy, as a header', async ({
  lanyard: { app },
  wall,
}) => {
  const files = (await readdir(builtPage, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(html|js|css|woff2)$/.test(entry.name))
    .map(
      (entry) => `app://lanyard/${relative(builtPage, join(entry.path, entry.name)).replaceAll('\\', '/')}`,
    );
  expect(files.length).toBeGreaterThan(3);
  expect((await wall.reload())?.headers()['content-security-policy']?.split('; ')).toEqual(directives);
  const headers = await app.evaluate(
    ({ net }, urls) =>
      Promise.all(
        urls.map(async (url) => {
          const { headers: sent } = await net.fetch(url);
          return [sent.get('content-security-policy'), sent.get('x-content-type-options')] as const;
        }),
      ),
    files,
  );
  for (const [policy, sniffing] of headers) {
    expect(policy?.split('; ')).toEqual(directives);
    expect(sniffing).toBe('nosniff');
  }
});

test('whatever is injected is blocked by the directive that is there for it, and reaches nobody', async ({
  wall,
  serve,
}) => {
  const elsewhere = await serve(
    startRecordingServer({}, (_request, response) => {
      response.end('elsewhere');
    }),
  );
  const outcomes = await wall.evaluate(async (url) => {
    const add = (
      tag: string,
      properties: Record<string, string>,
      attributes: Record<string, string> = {},
    ) => {
      const element = Object.assign(document.createElement(tag), properties);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      return element;
    };
    const owned = "globalThis.owned = 'yes'";
    const module = `data:text/javascript,${owned}`;
    const ways: Record<string, () => unknown> = {
      // Script: what makes it out of a string, and what loads it.
      'inline script': () => add('script', { textContent: owned }),
      'script from elsewhere': () => add('script', { src: `${url}/script.js` }),
      'script attribute': () => add('b', {}, { onclick: owned }),
      markup: () => add('div', { innerHTML: `<img src=x onerror="${owned}">` }),
      'markup beside': () => document.body.insertAdjacentHTML('beforeend', `<b onclick="${owned}">`),
      'document written': () => document.write(`<script>${owned}</script>`),
      'parsed document': () => new DOMParser().parseFromString('<b>', 'text/html'),
      'frame of markup': () => add('iframe', { srcdoc: '<b>' }),
      eval: () => Reflect.get(globalThis, 'eval')(owned),
      'new Function': () => Reflect.construct(Function, [owned])(),
      'timer of text': () => Reflect.apply(setTimeout, globalThis, [owned, 0]),
      worker: () => new Worker(`${url}/worker.js`),
      'policy for markup': () =>
        Reflect.get(globalThis, 'trustedTypes').createPolicy('mine', { createHTML: (text: string) => text }),
      'module from elsewhere': () => import(/* @vite-ignore */ `${url}/module.js`),
      'module of text': () => import(/* @vite-ignore */ module),
      'module of a blob': () =>
        import(/* @vite-ignore */ URL.createObjectURL(new Blob([owned], { type: 'text/javascript' }))),
      // Everything else that a page can ask for.
      'inline style': () => add('style', { textContent: 'body { outline: 1px solid }' }),
      'style attribute': () => add('b', {}, { style: 'color: red' }),
      'style from elsewhere': () => add('link', { rel: 'stylesheet', href: `${url}/style.css` }),
      picture: () => add('img', { src: `${url}/picture.png` }),
      'picture of a blob': () =>
        add('img', { src: URL.createObjectURL(new Blob([''], { type: 'image/png' })) }),
      font: () => new FontFace('x', `url(${url}/font.woff2)`).load(),
      video: () => add('video', { src: `${url}/video.mp4` }),
      sound: () => add('audio', { src: `${url}/sound.mp3` }),
      object: () => add('object', { data: `${url}/object` }),
      embed: () => add('embed', { src: `${url}/embed` }),
      'frame from elsewhere': () => add('iframe', { src: url }),
      'frame of ours': () => add('iframe', { src: location.href }),
      fetch: () => fetch(url),
      request: () => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.send();
      },
      beacon: () => navigator.sendBeacon(url, 'x'),
      socket: () => new WebSocket(url.replace('http', 'ws')),
      'event source': () => new EventSource(url),
      'base address': () => add('base', { href: url }),
      form: () => {
        const form = add('form', { action: url, method: 'POST' });
        if (form instanceof HTMLFormElement) form.submit();
      },
    };
    const found: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(ways)) {
      const violated = new Promise<string>((resolve) => {
        const hear = (event: SecurityPolicyViolationEvent) => resolve(event.effectiveDirective);
        document.addEventListener('securitypolicyviolation', hear, { once: true });
        setTimeout(() => {
          document.removeEventListener('securitypolicyviolation', hear);
          resolve('nothing was blocked');
        }, 2000);
      });
      try {
        Promise.resolve(attempt()).catch(() => undefined);
      } catch {
        // Blocked as it was tried; the violation says by what.
      }
      found[name] = await violated;
    }
    return { found, owned: Reflect.get(globalThis, 'owned') };
  }, elsewhere.url);

  expect(outcomes).toEqual({
    owned: undefined,
    found: {
      'inline script': 'require-trusted-types-for',
      'script from elsewhere': 'require-trusted-types-for',
      'script attribute': 'require-trusted-types-for',
      markup: 'require-trusted-types-for',
      'markup beside': 'require-trusted-types-for',
      'document written': 'require-trusted-types-for',
      'parsed document': 'require-trusted-types-for',
      'frame of markup': 'require-trusted-types-for',
      eval: 'require-trusted-types-for',
      'new Function': 'require-trusted-types-for',
      'timer of text': 'require-trusted-types-for',
      worker: 'require-trusted-types-for',
      'policy for markup': 'trusted-types',
      'module from elsewhere': 'script-src-elem',
      'module of text': 'script-src-elem',
      'module of a blob': 'script-src-elem',
      'inline style': 'style-src-elem',
      'style attribute': 'style-src-attr',
      'style from elsewhere': 'style-src-elem',
      picture: 'img-src',
      'picture of a blob': 'img-src',
      font: 'font-src',
      video: 'media-src',
      sound: 'media-src',
      object: 'require-trusted-types-for',
      embed: 'require-trusted-types-for',
      'frame from elsewhere': 'frame-src',
      'frame of ours': 'frame-src',
      fetch: 'connect-src',
      request: 'connect-src',
      beacon: 'connect-src',
      socket: 'connect-src',
      'event source': 'connect-src',
      'base address': 'base-uri',
      form: 'form-action',
    },
  });
  expect(elsewhere.requests).toEqual([]);
  await fetch(elsewhere.url);
  expect(elsewhere.requests).toHaveLength(1);
});

/** A door on this machine that counts who knocks, whatever they want. */
async function openDoor() {
  let knocks = 0;
  const server = createServer((socket) => {
    knocks += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    host: `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    knocks: () => knocks,
    close: async () => server.close(),
  };
}

const hints = ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload', 'prerender', 'icon'];

test('no hint to the browser and no call between browsers reaches anybody either', async ({
  wall,
  serve,
}) => {
  const ways = [...hints, 'call', 'call in a frame'];
  const doors = await Promise.all(ways.map((way) => serve(openDoor()).then((door) => ({ way, ...door }))));
  await wall.evaluate(
    async (targets) => {
      const call = async (host: string, from: typeof globalThis) => {
        const connection = new from.RTCPeerConnection({
          iceServers: [{ urls: `turn:${host}?transport=tcp`, username: 'x', credential: 'y' }],
        });
        connection.createDataChannel('x');
        const gathered = new Promise((resolve) => {
          connection.onicegatheringstatechange = () => {
            if (connection.iceGatheringState === 'complete') resolve(undefined);
          };
        });
        await connection.setLocalDescription(await connection.createOffer());
        await gathered;
        connection.close();
      };
      const frame = document.createElement('iframe');
      document.body.append(frame);
      for (const { way, host } of targets) {
        if (way.startsWith('call')) {
          const from = way === 'call' ? globalThis : frame.contentWindow;
          await call(host, from as unknown as typeof globalThis).catch(() => undefined);
          continue;
        }
        const link = Object.assign(document.createElement('link'), { rel: way, href: `http://${host}/` });
        if (way === 'preload') link.as = 'image';
        document.head.append(link);
      }
    },
    doors.map(({ way, host }) => ({ way, host })),
  );
  expect(doors.filter(({ knocks }) => knocks() > 0).map(({ way }) => way)).toEqual([]);
  const [door] = doors;
  await fetch(`http://${door?.host}/`).catch(() => undefined);
  expect(door?.knocks()).toBe(1);
});
