import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { OtherOrigins } from '../../../renderer/sign-in/other-origins.tsx';
import { server } from '../../support/window-fixture.ts';

const plain = server('s', 'openid', 'Company API', 'https://good.example');

it('names every other place that a server leads to, before anything is typed for it', () => {
  const otherOrigins = ['https://evil.example', 'https://id.example'];
  const html = renderToStaticMarkup(<OtherOrigins server={{ ...plain, otherOrigins }} />);
  expect(html).toContain('Company API also calls https://evil.example and https://id.example.');
});

it('is not there for a server that leads nowhere else', () => {
  expect(renderToStaticMarkup(<OtherOrigins server={plain} />)).toBe('');
});
