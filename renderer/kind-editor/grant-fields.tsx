import type { ServerKind } from '../../electron/contract/server-kind.ts';
import { Fold } from '../ui/fold.tsx';
import { ChoiceField } from './choice-field.tsx';
import { type Faults, faultWithin } from './form-faults.ts';
import styles from './request-editor.module.css';
import { TextField } from './text-field.tsx';
import { withText } from './with-text.ts';

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
      options={units}
      faults={faults}
      at={`${at}.${name}`}
      onChange={(text) => change(name, text === 'seconds' ? '' : text)}
    />
  );

  return (
    <>
      <div className={styles.half}>
        <TextField label="Access token" placeholder="data.token" {...source('accessToken', isPartial)} />
        <TextField label="Refresh token" placeholder="data.refresh" {...source('refreshToken')} />
        <TextField label="How long it lives" placeholder="data.expires_in" {...source('expiresIn')} />
        {unit('expiresInUnit', 'In')}
        <TextField label="Or when it ends" placeholder="data.expires" {...source('expiresAt')} />
      </div>
      <Fold
        label="More of the answer"
        remark={remarkOf(rare.filter((name) => grant[name] !== undefined).length)}
        startsOpen={false}
        mustOpen={[...rare, 'refreshExpiresInUnit'].some((name) => faultWithin(faults, `${at}.${name}`))}
      >
        <div className={styles.half}>
          <TextField label="How long the refresh token lives" {...source('refreshExpiresIn')} />
          {unit('refreshExpiresInUnit', 'Its unit')}
          <TextField label="Or when the refresh token ends" {...source('refreshExpiresAt')} />
          <TextField label="Scope" {...source('scope')} />
          <TextField label="Type of token" {...source('tokenType')} />
          <TextField label="ID token" {...source('idToken')} />
          <TextField label="Claim with the whole life in seconds" {...source('lifetimeClaim')} />
        </div>
      </Fold>
    </>
  );
}

const units = {
  seconds: 'Seconds',
  minutes: 'Minutes',
  milliseconds: 'Milliseconds',
  auto: 'Lanyard finds out',
} as const;

function remarkOf(filled: number): string | undefined {
  return filled > 0 ? `${filled} filled in` : undefined;
}
