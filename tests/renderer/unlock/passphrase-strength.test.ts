import { describe, expect, it } from 'vitest';
import { passphraseStrength } from '../../../renderer/unlock/passphrase-strength.ts';

describe('passphraseStrength', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['password', 1],
    ['Password1', 1],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1],
    ['abcdefghijklmnopqrstuvwxyz1234567890', 1],
    ['secret secret secret secret secret', 1],
    ['Tr0ub4dor&3', 2],
    ['correct horse battery staple', 3],
    ['four plain words beat one odd word', 3],
    ['k7$Qz!m2Vx@9pL#w', 3],
    ['a whole sentence that nobody has ever said before me', 4],
  ])('puts “%s” on level %i', (passphrase, level) => {
    expect(passphraseStrength(passphrase).level).toBe(level);
  });

  it('never judges a longer phrase of new words worse', () => {
    const words = ['lantern', 'quiz', 'velvet', 'orbit', 'mango', 'Flute', '9', 'harbour'];
    const levels = words.map((_, index) => passphraseStrength(words.slice(0, index + 1).join(' ')).level);
    expect(levels).toEqual([...levels].sort((one, other) => one - other));
  });

  it('says in words what the bars show', () => {
    expect(passphraseStrength('a').words).toMatch(/^Weak/);
    expect(passphraseStrength('correct horse battery staple').words).toMatch(/^Strong/);
  });
});
