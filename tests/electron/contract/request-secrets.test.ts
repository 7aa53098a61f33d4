import { expect, it } from 'vitest';
import { draftHoldsSecret } from '../../../electron/contract/request-secrets.ts';

function holds(body: string): boolean {
  return draftHoldsSecret({
    method: 'POST',
    path: '/things',
    contentType: 'application/json',
    headers: [],
    body,
  });
}

it.each([
  '{"password":"hunter2"}',
  '{"password":12345}',
  '{"password":{"value":"hunter2"}}',
  '{"tokens":["a1"]}',
  '{"apiKeys": {"one":"a1"}}',
  '{"pin" :\n 4815}',
  '<login><password>hunter2</password></login>',
  '<o:token o:type="text">a1</o:token>',
  '<user name="ada" password="hunter2"/>',
  '<field name="password">hunter2</field>',
  'user: ada\npassword: hunter2',
  'users:\n  - token: a1',
  'token:\n  value: a1',
  'user=ada&password=hunter2',
  'user = ada\ntoken = a1',
  'Content-Disposition: form-data; name="api_key"\r\n\r\na1',
])('keeps a request with a secret in its body: %s', (body) => {
  expect(holds(body)).toBe(true);
});

it.each([
  '',
  '{"name":"ada","note":"the password: none"}',
  '{\n  "password": "",\n  "token": null,\n  "private": false\n}',
  '{"max_tokens":100,"tokens":[]}',
  '<login><password></password><token/><name>ada</name></login>',
  'name: ada\npassword: ""\ntoken: null',
  'name=ada&limit=5',
])('shares a request without one: %s', (body) => {
  expect(holds(body)).toBe(false);
});
