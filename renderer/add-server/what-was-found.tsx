import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { Button } from '../ui/button.tsx';
import { Fold } from '../ui/fold.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';
import { FindingsList } from './findings-list.tsx';
import type { ServerFormState } from './use-server-form.ts';

const text = words.addServer;

/** What was read out of a text, and what speaks for the kind that is proposed. */
export function WhatWasFound({ state }: { readonly state: ServerFormState }) {
  const { reading, probe, form } = state;
  const { explanation } = reading;
  const found = probe.phase === 'answered' ? probe.result : null;
  const match = found?.matches.find(({ kindId }) => kindId === form.kind?.id);

  return (
    <>
      {reading.problem && <ProblemNotice problem={reading.problem} context={{}} />}
      {reading.unusable !== null && (
        <Notice tone="caution" title={words.explanation.unusable[reading.unusable].title} isAlert>
          <p>{words.explanation.unusable[reading.unusable].advice}</p>
        </Notice>
      )}
      {explanation !== null && (
        <FindingsList
          title={words.explanation.sources[explanation.source]}
          findings={explanation.sketch.findings}
          action={
            <Button look="ghost" onClick={state.startOver}>
              {text.startOver}
            </Button>
          }
        />
      )}
      {explanation === null && found?.sketch && (
        <FindingsList title={text.fromItsOpenApi} findings={found.sketch.findings} />
      )}
      {match && match.evidence.length > 0 && (
        <Fold label={text.howKnown} startsOpen={!match.certain} mustOpen={false}>
          <FindingsList title={text.whatSpeaksFor(form.kind?.label ?? '')} findings={match.evidence} />
        </Fold>
      )}
    </>
  );
}
