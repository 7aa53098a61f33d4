import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addOutcomes,
  playwrightOutcome,
  summary,
  tortureOutcome,
  vitestOutcome,
} from '../../../scripts/runtime/test-outcome.ts';

let folder: string;
let report: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lanyard-outcome-'));
  report = join(folder, 'report.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(content: unknown): string {
  writeFileSync(report, JSON.stringify(content));
  return report;
}

function vitestFile(name: string, ...statuses: readonly string[]) {
  const assertionResults = statuses.map((status, index) => ({ fullName: `${name} ${index}`, status }));
  return { name, status: statuses.includes('failed') ? 'failed' : 'passed', assertionResults };
}

describe('vitestOutcome', () => {
  test('counts what passed, failed and was skipped', () => {
    const file = write({
      testResults: [vitestFile('a', 'passed', 'failed'), vitestFile('b', 'skipped', 'todo')],
    });
    expect(vitestOutcome(file, 1)).toEqual({ passed: 1, failed: ['a 1'], skipped: ['b 0', 'b 1'] });
  });

  test('counts a file that could not be loaded as failed', () => {
    const file = write({
      testResults: [vitestFile('a', 'passed'), { name: 'b.test.ts', status: 'failed', assertionResults: [] }],
    });
    expect(vitestOutcome(file, 1)).toEqual({ passed: 1, failed: ['b.test.ts'], skipped: [] });
  });

  test('fails when the runner ends badly though no test failed', () => {
    const file = write({ testResults: [vitestFile('a', 'passed')] });
    expect(vitestOutcome(file, 1).failed).toEqual(['Unit tests ended with code 1']);
  });

  test('fails when there is no report', () => {
    expect(vitestOutcome(report, 0).failed).toEqual(['Unit tests ended with code 0 and ran no test']);
  });
});

describe('tortureOutcome', () => {
  test('counts each promise as a test', () => {
    const file = write([
      { promise: 'saves', broken: [] },
      { promise: 'opens', broken: ['it did not', 'nor did it here'] },
    ]);
    expect(tortureOutcome(file, 1)).toEqual({ passed: 1, failed: ['opens'], skipped: [] });
  });

  test('fails when nothing was left to count', () => {
    expect(tortureOutcome(report, 1).failed).toEqual(['Torture ended with code 1 and ran no test']);
  });
});

describe('playwrightOutcome', () => {
  test('counts nested suites and tells why a test was skipped', () => {
    const spec = (title: string, status: string, annotations: readonly object[] = []) => ({
      title,
      tests: [{ status, annotations }],
    });
    const file = write({
      suites: [
        {
          specs: [spec('opens', 'expected')],
          suites: [
            {
              specs: [
                spec('asks', 'unexpected'),
                spec('wavers', 'flaky'),
                spec('waits', 'skipped', [{ type: 'skip', description: 'needs a Mac' }]),
              ],
            },
          ],
        },
      ],
    });
    expect(playwrightOutcome(file, 1)).toEqual({
      passed: 1,
      failed: ['asks', 'wavers'],
      skipped: ['waits (needs a Mac)'],
    });
  });
});

describe('summary', () => {
  test('ends with the counts alone, and speaks of skipped tests only where there are some', () => {
    expect(summary({ passed: 7, failed: [], skipped: [] })).toBe('7 passed, 0 failed');
  });

  test('names what failed and what was skipped above the counts', () => {
    const outcome = addOutcomes([
      { passed: 1, failed: ['a'], skipped: [] },
      { passed: 2, failed: [], skipped: ['b'] },
    ]);
    expect(summary(outcome)).toBe('failed:  a\nskipped: b\n3 passed, 1 failed, 1 skipped');
  });
});
