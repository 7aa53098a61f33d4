import { describe, expect, it } from 'vitest';
import { leadsElsewhere, originIn } from '../../../renderer/kind-editor/leading-elsewhere.ts';

describe('where a path leads', () => {
  it('is the server itself unless a whole address stands there', () => {
    for (const path of [
      '/login',
      '{tokenPath}',
      '',
      'http',
      'https://',
      'https://{host}/login',
      '//host/x',
    ]) {
      expect(originIn(path)).toBeNull();
    }
    expect(originIn('https://Auth.example.com:443/x?y')).toBe('https://auth.example.com');
  });

  it('is elsewhere until that is declared', () => {
    expect(leadsElsewhere('https://auth.example.com/x')).toBe(true);
    expect(leadsElsewhere('https://auth.example.com/x', ['https://auth.example.com'])).toBe(false);
    expect(leadsElsewhere('/x')).toBe(false);
  });
});
