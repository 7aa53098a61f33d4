import type { ServerKind } from '../../electron/contract/server-kind.ts';
import { Fold } from '../ui/fold.tsx';
import { words } from '../words/words.ts';
import { ChoiceField } from './choice-field.tsx';
import { type Faults, faultWithin } from './form-faults.ts';
import styles from './request-editor.module.css';
import { TextField } from './text-field.tsx';
import { withText } from './with-text.ts';

const said = words.kindAnswer;

type Whole = ServerKind['grant'];
type Grant = { readonly [Name in keyof Whole]?: Whole[Name] | undefined };
type Name = keyof Whole;

interface GrantFieldsProps<Part extends Grant> {
  readonly grant: Part;
  readonly at: string;
  readonly faults: Faults;
  /** True where the access token may stand where the login has it. */
  readonly isPartial?: boolean;
  readonly onChange: (grant: Part) => void;
}

const rare: readonly Name[] = [
  'refreshExpiresIn',
  'refreshExpiresAt',
  'scope',
  'tokenType',
  'idToken',
  'lifetimeClaim',
];

/** Where in an answer the tokens stand, and how long they live. */
export function GrantFields<Part extends Grant>(props: GrantFieldsProps<Part>) {
  const { grant, at, faults, isPartial = false, onChange } = props;
  const change = (name: Name, text: string) =>
    onChange(
      name === 'accessToken' && !isPartial ? { ...grant, accessToken: text } : withText(grant, name, text),
    );
  const source = (name: Name, isOptional = true) => ({
    value: grant[name] ?? '',
    onChange: (text: string) => change(name, text),
    faults,
    at: `${at}.${name}`,
    optional: isOptional,
    isCode: true,
  });
  const unit = (name: 'expiresInUnit' | 'refreshExpiresInUnit', label: string) => (
    <ChoiceField
      label={label}
      value={grant[name] ?? 'seconds'}
      options={said.units}
      faults={faults}
      at={`${at}.${name}`}
      onChange={(text) => change(name, text === 'seconds' ? '' : text)}
    />
  );

  return (
    <>
      <div className={styles.half}>
        <TextField label={said.accessToken} placeholder="data.token" {...source('accessToken', isPartial)} />
        <TextField label={said.refreshToken} placeholder="data.refresh" {...source('refreshToken')} />
        <TextField label={said.lives} placeholder="data.expires_in" {...source('expiresIn')} />
        {unit('expiresInUnit', said.inUnit)}
        <TextField label={said.orEnds} placeholder="data.expires" {...source('expiresAt')} />
      </div>
      <Fold
        label={said.more}
        remark={remarkOf(rare.filter((name) => grant[name] !== undefined).length)}
        startsOpen={false}
        mustOpen={[...rare, 'refreshExpiresInUnit'].some((name) => faultWithin(faults, `${at}.${name}`))}
      >
        <div className={styles.half}>
          <TextField label={said.refreshLives} {...source('refreshExpiresIn')} />
          {unit('refreshExpiresInUnit', said.itsUnit)}
          <TextField label={said.orRefreshEnds} {...source('refreshExpiresAt')} />
          <TextField label={said.scope} {...source('scope')} />
          <TextField label={said.tokenType} {...source('tokenType')} />
          <TextField label={said.idToken} {...source('idToken')} />
          <TextField label={said.lifetimeClaim} {...source('lifetimeClaim')} />
        </div>
      </Fold>
    </>
  );
}

function remarkOf(filled: number): string | undefined {
  return filled > 0 ? said.filledIn(filled) : undefined;
}
