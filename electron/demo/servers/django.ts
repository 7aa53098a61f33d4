import { readForm } from './form.ts';
import type { RecordedRequest } from './recording-server.ts';
import type { Reply } from './reply.ts';
import type { Handler } from './stand-in.ts';

export type Fields = ReadonlyMap<string, string>;

export interface View {
  /** The methods it answers; all of them when left out. */
  readonly methods?: readonly string[];
  /** `fields` is the body as the server's setting makes it read, `form` is the body as a form. */
  readonly answer: (request: RecordedRequest, fields: Fields, form: Fields) => Reply;
}

export function emptyHtml(status: number, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } };
}

function errorPage(status: number, title: string, text: string): Reply {
  const head = `<head>\n  <title>${title}</title>\n</head>`;
  const body = `<body>\n  <h1>${title}</h1><p>${text}</p>\n</body>`;
  const html = `\n<!doctype html>\n<html lang="en">\n${head}\n${body}\n</html>\n`;
  return { status, headers: { 'Content-Type': 'text/html' }, body: html };
}

const notFound = errorPage(404, 'Not Found', 'The requested resource was not found on this server.');

/** What Django shows when a view throws. */
export const crash = errorPage(500, 'Server Error (500)', '');

/** What Python makes of a JSON value that is put into a form. */
function pythonText(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? JSON.stringify(value).replaceAll('"', "'") : String(value);
}

function readJson(request: RecordedRequest): Fields {
  try {
    const parsed: unknown = JSON.parse(request.body);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return new Map();
    return new Map(Object.entries(parsed).map(([name, value]) => [name, pythonText(value)]));
  } catch {
    return new Map();
  }
}

/** Answers by a table of views the way Django 3.2 does: a path without its slash is redirected to. */
export function django(views: Readonly<Record<string, View>>, bodyFormat: 'json' | 'form'): Handler {
  return (request) => {
    const view = views[request.path];
    if (view === undefined) {
      const location = `${request.path}/`;
      return views[location] ? emptyHtml(301, { Location: location + request.search }) : notFound;
    }
    if (view.methods !== undefined && !view.methods.includes(request.method)) {
      const Allow = [...view.methods, 'OPTIONS'].join(', ');
      return emptyHtml(request.method === 'OPTIONS' ? 200 : 405, { Allow });
    }
    const form = readForm(request);
    return view.answer(request, bodyFormat === 'json' ? readJson(request) : form, form);
  };
}
