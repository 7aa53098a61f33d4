import { Clock, KeyRound } from 'lucide-react';
import type { Life, SessionDetail, SessionView } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { copyAs, useJustCopied } from '../state/copying.ts';
import { formatCountdown } from '../state/format-duration.ts';
import { openDialog } from '../state/overlay.ts';
import { TokenField } from '../ui/token-field.tsx';
import { words } from '../words/words.ts';
import { expiryWords } from './expiry-words.ts';
import { Section } from './section.tsx';
import styles from './tokens-section.module.css';
import { useReveal } from './use-reveal.ts';

const said = words.session;

/** Both tokens behind their masks, and how long the access token lives by whose word. */
export function TokensSection({
  session,
  detail,
}: {
  readonly session: SessionView;
  readonly detail: SessionDetail;
}) {
  const { access, refreshToken } = detail;
  if (access === null && refreshToken === null) return null;
  return (
    <Section title={said.tokens} aside={formatWords(access)}>
      <dl className={styles.tokens}>
        {access !== null && (
          <Token profileId={session.profileId} token="access" masked={access.masked} label={said.access} />
        )}
        {refreshToken !== null && (
          <Token
            profileId={session.profileId}
            token="refresh"
            masked={refreshToken.masked}
            label={said.refresh}
          />
        )}
      </dl>
      {session.access !== null && (
        <Expiry life={session.access} detail={detail} profileId={session.profileId} />
      )}
      {detail.isKeyBound && (
        <div className={styles.why}>
          <KeyRound />
          <p>
            {words.proof.keyBound((text) => (
              <strong>{text}</strong>
            ))}
          </p>
        </div>
      )}
    </Section>
  );
}

function formatWords(access: SessionDetail['access']): string {
  if (access === null) return '';
  if (access.format === 'opaque') return said.opaque;
  if (access.format !== 'jwt') return words.inspector.formats[access.format](access.variant);
  return access.algorithm === null ? said.jwt : said.jwtSignedWith(access.algorithm);
}

function Token({
  profileId,
  token,
  masked,
  label,
}: {
  readonly profileId: string;
  readonly token: 'access' | 'refresh';
  readonly masked: string;
  readonly label: string;
}) {
  const { text, hideAt, show, hide } = useReveal(profileId, token, masked);
  const format = token === 'access' ? 'access-token' : 'refresh-token';
  const copied = useJustCopied(profileId, format);
  const hidesIn = useClock((now) => (hideAt === null ? '' : formatCountdown(hideAt - now)));
  return (
    <TokenField
      label={label}
      name={said.tokenNames[token]}
      masked={masked === '' ? '••••••' : masked}
      revealed={text}
      hidesIn={hidesIn}
      copied={copied}
      onReveal={show}
      onHide={hide}
      onCopy={() => copyAs(profileId, format)}
    />
  );
}

function Expiry({
  life,
  detail,
  profileId,
}: {
  readonly life: Life;
  readonly detail: SessionDetail;
  readonly profileId: string;
}) {
  const { before, code, after, notes } = expiryWords(life, detail.lifetimeMs, detail.clockSkewMs);
  return (
    <div className={styles.why}>
      <Clock />
      <p>
        {before}
        {code !== '' && <span className="mono">{code}</span>}
        {after}
        {notes.map((note) => ` ${note}`).join('')}
        {life.source === 'unknown' && (
          <>
            {' '}
            <button
              type="button"
              className={styles.link}
              onClick={() => openDialog({ kind: 'profile-settings', profileId })}
            >
              {said.setLifetime}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
