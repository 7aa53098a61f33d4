import { words } from '../words/words.ts';
import { type Authorization, authorizationOf, withAuthorization } from './authorization.ts';
import { ChoiceField } from './choice-field.tsx';
import { ElsewhereNotice } from './elsewhere-notice.tsx';
import { pairFault } from './form-faults.ts';
import { isNameOf } from './is-name-of.ts';
import type { KindEditor } from './kind-editor.ts';
import type { BodyForm, RequestForm } from './kind-form.ts';
import { leadsElsewhere } from './leading-elsewhere.ts';
import { PairList } from './pair-list.tsx';
import { namesIn, namesInPath, type Place } from './placeholder-names.ts';
import styles from './request-editor.module.css';
import { TextField } from './text-field.tsx';
import { without } from './with-text.ts';

const said = words.kindCalls;
const rows = words.kindRows;

interface RequestEditorProps {
  readonly editor: KindEditor;
  readonly request: RequestForm;
  /** The path of the request, as faults name it. */
  readonly at: string;
  readonly place: Place;
  /** The whole description with this request in it. */
  readonly put: (request: RequestForm) => KindEditor['form'];
}

/** One call: where it goes, how it proves itself, and what it holds. */
export function RequestEditor({ editor, request, at, place, put }: RequestEditorProps) {
  const { form, faults } = editor;
  const names = namesIn(form, place);
  const { headers = [], body, basic, bearer } = request;
  const isUndeclared = leadsElsewhere(request.path, form.origins);
  const authorization = authorizationOf(request);
  const change = (next: RequestForm) => editor.change(put(next));
  const remove = (next: RequestForm, words: string) => editor.remove(put(next), words);
  const withBody = (part: Partial<BodyForm>): RequestForm =>
    body ? { ...request, body: { ...body, ...part } } : request;

  return (
    <div className={styles.request}>
      <div className={styles.line}>
        <ChoiceField
          label={said.method}
          value={request.method}
          options={methods}
          onChange={(method) => change({ ...request, method: methodOf(method) })}
        />
        <TextField
          label={said.path}
          value={request.path}
          onChange={(path) => change({ ...request, path })}
          faults={faults}
          at={`${at}.path`}
          placeholder="/login"
          names={namesInPath(form)}
          problem={isUndeclared ? <ElsewhereNotice editor={editor} path={request.path} /> : undefined}
        />
      </div>
      {!isUndeclared && <ElsewhereNotice editor={editor} path={request.path} />}
      <div className={styles.half}>
        <ChoiceField
          label={said.body}
          value={body?.as ?? 'none'}
          options={said.bodies}
          faults={faults}
          at={faults[`${at}.body`] === undefined ? `${at}.body.as` : `${at}.body`}
          onChange={(as) => {
            if (as === 'none') remove(without(request, 'body'), said.theBody);
            else change({ ...request, body: { fields: [], ...body, as } });
          }}
        />
        <ChoiceField
          label={said.authorization}
          value={authorization}
          options={authorization === 'other' ? { ...authorizations, other: said.asInData } : authorizations}
          faults={faults}
          at={`${at}.client`}
          onChange={(next) => change(withAuthorization(request, authorizationNamed(next)))}
        />
      </div>
      {basic && (
        <div className={styles.half}>
          {(['username', 'password'] as const).map((part) => (
            <TextField
              key={part}
              label={part === 'username' ? said.basicUser : said.basicPassword}
              value={basic[part]}
              onChange={(text) => change({ ...request, basic: { ...basic, [part]: text } })}
              faults={faults}
              at={`${at}.basic.${part}`}
              names={names}
            />
          ))}
        </div>
      )}
      {bearer !== undefined && (
        <TextField
          label={said.bearerToken}
          value={bearer}
          onChange={(text) => change({ ...request, bearer: text })}
          faults={faults}
          at={`${at}.bearer`}
          names={names}
        />
      )}
      {body && (
        <PairList
          label={said.bodyFields}
          rows={rows.field}
          pairs={body.fields}
          onChange={(fields) => change(withBody({ fields }))}
          onRemove={(fields, words) => remove(withBody({ fields }), words)}
          names={names}
          faultOf={(pair) => pairFault(faults, `${at}.body.fields`, pair)}
          placeholders={[body.as === 'json' ? 'user.name' : 'name', '{username}']}
        />
      )}
      <PairList
        label={said.headers}
        rows={rows.header}
        pairs={headers}
        onChange={(next) => change({ ...request, headers: next })}
        onRemove={(next, words) => remove({ ...request, headers: next }, words)}
        names={names}
        faultOf={(pair) => pairFault(faults, `${at}.headers`, pair)}
        placeholders={['X-Api-Version', said.headerExample]}
      />
    </div>
  );
}

const methods = { GET: 'GET', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' } as const;
const authorizations: Readonly<Record<Exclude<Authorization, 'other'>, string>> = said.authorizations;

function methodOf(value: string): RequestForm['method'] {
  return isNameOf(value, methods) ? value : 'GET';
}

function authorizationNamed(value: string): Authorization {
  return isNameOf(value, authorizations) ? value : 'other';
}
