import { Failure } from '../failure.ts';

export function hasCode(thrown: unknown, code: Failure['code']): boolean {
  return thrown instanceof Failure && thrown.code === code;
}
