import { corpus as allAnswers, runCorpus } from '../../tests/corpus/run-corpus.ts';
import { refreshManyAtOnce } from '../../tests/electron/sessions/refresh-many.ts';
import type { Progress } from '../runtime/progress.ts';
import type { PartResult } from './figures.ts';

const [quickProfiles, fullProfiles] = [200, 500];
const mostAtOnce = 4;
const mostPerServer = 2;

/** Has every answer of the corpus given to a refresh; each must be taken for what it is. */
export async function runAnswers(progress: Progress): Promise<PartResult> {
  const { corpus, corpusTyped, faults } = await runCorpus((done) => progress.step(done, allAnswers.length));
  return { figures: { corpus, corpusTyped }, broken: faults };
}

/** Starts with hundreds of profiles all due, and counts at the servers how they are refreshed. */
export async function runManyAtOnce(isQuick: boolean): Promise<PartResult> {
  const profiles = isQuick ? quickProfiles : fullProfiles;
  const counted = await refreshManyAtOnce(profiles);
  const { profilesAtOnce, maxConcurrent, maxPerServer, duplicateRefreshes, earlyRefreshes, fresh } = counted;
  const broken: string[] = [];
  if (maxConcurrent > mostAtOnce) broken.push(`${maxConcurrent} calls were under way at once`);
  if (maxPerServer > mostPerServer) broken.push(`${maxPerServer} calls were under way at one server`);
  if (duplicateRefreshes > 0) broken.push(`${duplicateRefreshes} refresh tokens were sent again`);
  if (earlyRefreshes > 0) broken.push(`${earlyRefreshes} refreshes came before Retry-After`);
  if (fresh !== profiles) broken.push(`${fresh} of ${profiles} sessions are fresh`);
  return { figures: { profilesAtOnce, maxConcurrent, duplicateRefreshes }, broken };
}
