import { explainedLimit } from '../contract/explanation.ts';
import type { RequestInput, RequestOutput } from '../contract/ipc.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import type { ChosenFiles, FileSort } from '../ports.ts';
import { words } from '../words/words.ts';
import { explain } from './explain.ts';

const said = words.findings;

const sort: FileSort = {
  ...said.chosenFile,
  extension: 'json',
  otherExtensions: ['yaml', 'yml', 'txt', 'sh'],
  name: '',
  unreadable: 'kind-unreadable',
};

/** Explains what is pasted, or a file that the user chooses. */
export function createExplainer(parts: {
  readonly chosenFiles: ChosenFiles;
  readonly kinds: () => readonly ServerKind[];
}) {
  return async ({ text }: RequestInput<'server.explain'>): Promise<RequestOutput<'server.explain'>> => {
    if (text !== null) return explain(text, parts.kinds());
    const bytes = await parts.chosenFiles.open(sort, explainedLimit).catch((thrown) => {
      if (thrown instanceof Failure && thrown.code === sort.unreadable) return 'unreadable' as const;
      throw thrown;
    });
    if (bytes === 'unreadable') return { understood: false, reason: 'too-large' };
    return bytes === null ? null : explain(Buffer.from(bytes).toString('utf8'), parts.kinds());
  };
}
