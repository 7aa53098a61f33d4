import { bearerOf } from '../../electron/demo/servers/authorization.ts';
import { detail, fastApi, type Route } from '../../electron/demo/servers/fastapi.ts';
import type { RecordingOptions } from '../../electron/demo/servers/recording-server.ts';
import { jsonReply } from '../../electron/demo/servers/reply.ts';
import { type StandIn, startStandIn } from '../../electron/demo/servers/stand-in.ts';

/** What its OpenAPI document says, in the words of framework after framework. */
function openApiDocument(address: string): unknown {
  const text = { type: 'string' };
  return {
    openapi: '3.1.0',
    info: { title: 'Orchard', version: '2.4' },
    servers: [{ url: address }],
    paths: {
      '/v1/session': {
        post: {
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Login' } } },
          },
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Session' } } } },
          },
        },
      },
    },
    components: {
      schemas: {
        Login: {
          type: 'object',
          required: ['email', 'password'],
          properties: { email: text, password: { ...text, format: 'password' } },
        },
        Session: {
          type: 'object',
          properties: {
            data: { type: 'object', properties: { token: text, expires_in: { type: 'integer' } } },
          },
        },
      },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  };
}

/** A server with a login of its own, and nothing by which anybody could know it. */
export async function startJsonLogin(
  options: RecordingOptions & { readonly document?: boolean } = {},
): Promise<StandIn> {
  const token = 'orchard-token-for-tests-0123456789';
  return startStandIn(options, () => {
    const routes: readonly Route[] = [
      [
        'POST',
        '/v1/session',
        ({ body }) => {
          const { email, password } = JSON.parse(body) as { email?: string; password?: string };
          if (email !== 'ada@example.com' || password !== 'apple tree') return detail(401, 'No such user');
          return jsonReply(200, { access_token: token, data: { token, expires_in: 900 } });
        },
      ],
      [
        'GET',
        '/v1/me',
        (request) =>
          bearerOf(request) === token ? jsonReply(200, { email: 'ada@example.com' }) : detail(401, 'Who?'),
      ],
      ...(options.document
        ? [
            [
              'GET',
              '/openapi.json',
              ({ headers }) => jsonReply(200, openApiDocument(`http://${headers.host}`)),
            ] as Route,
          ]
        : []),
    ];
    return fastApi(routes);
  });
}
