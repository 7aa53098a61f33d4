import { readFileSync } from 'node:fs';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';

export interface Outcome {
  readonly passed: number;
  /** Names of what failed. */
  readonly failed: readonly string[];
  /** Names of what was skipped, each with its reason where the runner tells one. */
  readonly skipped: readonly string[];
}

/** The part that is read of Vitest's report, which follows Jest's. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** What the torture run leaves of each of its promises. */
type TortureReport = readonly { readonly promise: string; readonly broken: readonly string[] }[];

const nothing: Outcome = { passed: 0, failed: [], skipped: [] };

export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (sum, next) => ({
      passed: sum.passed + next.passed,
      failed: [...sum.failed, ...next.failed],
      skipped: [...sum.skipped, ...next.skipped],
    }),
    nothing,
  );
}

/** What failed and what was skipped, by name, and the counts as the last line. */
export function summary({ passed, failed, skipped }: Outcome): string {
  const counts = `${passed} passed, ${failed.length} failed`;
  return [
    ...failed.map((name) => `failed:  ${name}`),
    ...skipped.map((name) => `skipped: ${name}`),
    skipped.length > 0 ? `${counts}, ${skipped.length} skipped` : counts,
  ].join('\n');
}

export function vitestOutcome(reportFile: string, exitCode: number): Outcome {
  const report = readReport<VitestReport>(reportFile);
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const named = (...statuses: readonly string[]): readonly string[] =>
    tests.filter(({ status }) => statuses.includes(status)).map(({ fullName }) => fullName);
  // A file that fails to load has no tests to count.
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return withExitCode('Unit tests', exitCode, {
    passed: named('passed').length,
    failed: [...named('failed'), ...broken.map(({ name }) => name)],
    skipped: named('pending', 'skipped', 'todo', 'disabled'),
  });
}

export function playwrightOutcome(reportFile: string, exitCode: number): Outcome {
  const report = readReport<JSONReport>(reportFile);
  const outcome = addOutcomes((report?.suites ?? []).map(suiteOutcome));
  return withExitCode('Window tests', exitCode, outcome);
}

/** Counts each promise as one test. */
export function tortureOutcome(reportFile: string, exitCode: number): Outcome {
  const report = readReport<TortureReport>(reportFile) ?? [];
  const named = (isKept: boolean): readonly string[] =>
    report.filter(({ broken }) => (broken.length === 0) === isKept).map(({ promise }) => promise);
  return withExitCode('Torture', exitCode, {
    passed: named(true).length,
    failed: named(false),
    skipped: [],
  });
}

function suiteOutcome({ specs, suites = [] }: JSONReportSuite): Outcome {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ status, annotations }): Outcome => {
      if (status === 'expected') return { ...nothing, passed: 1 };
      if (status !== 'skipped') return { ...nothing, failed: [title] };
      const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
      return { ...nothing, skipped: [reason ? `${title} (${reason})` : title] };
    }),
  );
  return addOutcomes([...own, ...suites.map(suiteOutcome)]);
}

/** A runner that ended badly without naming a test, or ran none, has failed all the same. */
function withExitCode(runner: string, exitCode: number, outcome: Outcome): Outcome {
  const ranNone = outcome.passed + outcome.failed.length + outcome.skipped.length === 0;
  if (outcome.failed.length > 0 || (exitCode === 0 && !ranNone)) return outcome;
  return {
    ...outcome,
    failed: [`${runner} ended with code ${exitCode}${ranNone ? ' and ran no test' : ''}`],
  };
}

function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
