import { expect, test } from 'vitest';
import { guessEnvironment } from '../../../renderer/state/guess-environment.ts';

test.each([
  ['http://localhost:8080', '', 'local'],
  ['127.0.0.1:3000', 'prod', 'local'],
  ['https://api.staging.example.com', '', 'staging'],
  ['https://stg-api.example.com', '', 'staging'],
  ['https://api.prod.example.com', '', 'production'],
  ['https://api.example.com', 'Billing (prod)', 'production'],
  ['https://test-api.example.com', '', 'testing'],
  ['https://dev.example.com', '', 'development'],
  ['https://products.example.com', 'Delivery', 'none'],
  ['https://contest.example.com/prod', 'Developers', 'none'],
  ['', '', 'none'],
] as const)('%j called %j is taken for %s', (address, name, environment) => {
  expect(guessEnvironment(address, name)).toBe(environment);
});
