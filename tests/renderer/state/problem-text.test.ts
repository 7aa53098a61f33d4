import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../../electron/contract/problem.ts';
import { problemText, serverWords } from '../../../renderer/state/problem-text.ts';

const core = { server: 'Core' };

describe('problem words', () => {
  it.each(problemCodes)('say in whole sentences what %s is and what to do', (code) => {
    const { title, advice } = problemText({ code });
    expect(title).toMatch(/^\p{Lu}.*\.$/u);
    expect(advice).toMatch(/^\p{Lu}.*\.$/u);
    expect(`${title} ${advice}`).not.toMatch(/undefined|null|\[object|!/);
  });

  it.each(problemCodes)('never show the code %s itself', (code) => {
    const { title, advice } = problemText({ code }, core);
    if (code.includes('-')) expect(`${title} ${advice}`).not.toContain(code);
  });

  it('name who refused, and what', () => {
    const context = { ...core, credentials: 'username or password' };
    expect(problemText({ code: 'credentials-refused', status: 401 }, context).title).toBe(
      'Core refused this username or password.',
    );
  });

  it('blame nobody for typing what was taken from the vault', () => {
    const refused = { code: 'credentials-refused', status: 401 } as const;
    const { title, advice } = problemText(refused, { ...core, credentials: 'password', unattended: true });
    expect(title).toBe('Core no longer takes the remembered password.');
    expect(advice).not.toContain('typed');
  });

  it('name the host that does not answer', () => {
    expect(problemText({ code: 'unreachable', detail: 'core.example.net:8080' }, core).title).toBe(
      'Nothing answers at core.example.net:8080.',
    );
  });

  it('tell whoever pasted a refresh token that it may be used up, and that nothing typed is lost', () => {
    const { title, advice } = problemText({ code: 'refresh-lost', field: 'refreshToken' }, core);
    expect(title).toBe('The answer to a refresh at Core was lost.');
    expect(advice).toBe(
      'The server may have replaced the pasted refresh token by another one that nobody has. Nothing you typed is lost: try once more, and if that is refused, this token is used up.',
    );
  });

  it('say that a one-time password is asked for, and that one was refused', () => {
    const problem = { code: 'one-time-password-needed' } as const;
    expect(problemText(problem, core).title).toBe('Core asks for a one-time password.');
    expect(problemText(problem, { ...core, codeSent: true }).title).toBe(
      'Core refused this one-time password.',
    );
  });

  it('tell a wait that the user has to make from one that Lanyard makes', () => {
    const problem = { code: 'server-busy', nextTryAt: new Date(2026, 0, 2, 14, 18, 3).getTime() } as const;
    expect(problemText(problem, core).advice).toBe('It asks to wait until 14:18:03.');
    expect(problemText(problem, { ...core, automatic: true }).advice).toBe(
      'Lanyard tries again at 14:18:03.',
    );
  });

  it('say what is wrong with the field that main refused', () => {
    const problem = { code: 'bad-input', field: 'scope', fields: { scope: 'Not a choice' } } as const;
    expect(problemText(problem).advice).toBe('Not a choice. Check this field and try again.');
  });

  it("mark the server's own words as its own", () => {
    expect(serverWords({ code: 'server-refused', serverSays: 'Inactive user' }, core)).toBe(
      'Core says: “Inactive user”',
    );
    expect(serverWords({ code: 'server-refused' }, core)).toBeNull();
  });
});
