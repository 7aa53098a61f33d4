import { asProblem } from '../bridge.ts';
import { showToast } from '../ui/toast.tsx';
import { type ProblemContext, problemText } from './problem-text.ts';

/** Does something that has no form to show its failure in, and says in a toast what went wrong. */
export function attempt(action: () => Promise<unknown>, context: ProblemContext = {}): void {
  action().catch((thrown: unknown) => {
    const problem = asProblem(thrown);
    if (problem.code === 'cancelled') return;
    const { title, advice } = problemText(problem, context);
    showToast('danger', title, advice);
  });
}
