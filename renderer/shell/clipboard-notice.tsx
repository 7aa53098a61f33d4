import type { ClipboardView } from '../../electron/contract/snapshot.ts';
import { EnvironmentTag } from '../session/environment-tag.tsx';
import { useClock } from '../state/clock.ts';
import { formatCountdown } from '../state/format-duration.ts';
import { useServer, useSession } from '../state/snapshot.ts';
import { Ring } from '../ui/ring.tsx';
import { ringArc } from '../ui/ring-arc.ts';
import { words } from '../words/words.ts';
import styles from './status-line.module.css';

const said = words.clipboardNotice;

/** Whose secret lies on the clipboard, and when it will be taken away. */
export function ClipboardNotice({
  clipboard,
  onClear,
}: {
  readonly clipboard: ClipboardView;
  readonly onClear: () => void;
}) {
  const { format, profileName, serverName, copiedAt, clearsAt } = clipboard;
  const environment = useServer(useSession(clipboard.profileId)?.serverId)?.environment;
  const arc = useClock((now) =>
    clearsAt === null ? null : ringArc((clearsAt - now) / Math.max(1, clearsAt - copiedAt), 's'),
  );
  const clears = useClock((now) => (clearsAt === null ? '' : formatCountdown(clearsAt - now)));
  return (
    <span className={`${styles.part} ${styles.copying}`}>
      {arc !== null && <Ring arc={arc} size="s" />}
      <span className={styles.copied}>
        <span className="truncate">
          {said.what(
            words.copying.names[format],
            profileName !== null && (
              <strong>{said.session(<bdi>{profileName}</bdi>, <bdi>{serverName}</bdi>)}</strong>
            ),
          )}
        </span>
        <EnvironmentTag environment={environment} />
        <span>{clears === '' ? said.copied : said.clearsIn(clears)}</span>
      </span>
      <button type="button" className={styles.link} onClick={onClear}>
        {said.clear}
      </button>
    </span>
  );
}
