import { addServer } from './add-server.ts';
import { announcements } from './announcements.ts';
import { background } from './background.ts';
import { claims } from './claims.ts';
import { clipboardNotice } from './clipboard-notice.tsx';
import { compare } from './compare.ts';
import { controls } from './controls.ts';
import { copying } from './copying.ts';
import { demo } from './demo.ts';
import { dialogs } from './dialogs.ts';
import { emptyWall } from './empty-wall.ts';
import { expiry } from './expiry.ts';
import { explanation } from './explanation.ts';
import { inspector } from './inspector.ts';
import { kindAnswer } from './kind-answer.tsx';
import { kindCalls } from './kind-calls.ts';
import { kindEditor } from './kind-editor.ts';
import { kindRows } from './kind-rows.ts';
import { looks } from './looks.ts';
import { names } from './names.ts';
import { order } from './order.ts';
import { palette } from './palette.ts';
import { picker } from './picker.ts';
import { probe } from './probe.ts';
import { problems } from './problems.ts';
import { prompt } from './prompt.tsx';
import { proof } from './proof.tsx';
import { remember } from './remember.ts';
import { removal } from './removal.ts';
import { revoking } from './revoking.ts';
import { session } from './session.ts';
import { sessionStates } from './session-states.ts';
import { settings } from './settings.ts';
import { settingsVault } from './settings-vault.ts';
import { shell } from './shell.ts';
import { shortcuts } from './shortcuts.ts';
import { signIn } from './sign-in.ts';
import { signingOut } from './signing-out.ts';
import { strip } from './strip.ts';
import { timeline } from './timeline.ts';
import { tryIt } from './try-it.ts';
import { undo } from './undo.ts';
import { units } from './units.ts';
import { unlock } from './unlock.ts';
import { updates } from './updates.ts';
import { vaultDialogs } from './vault-dialogs.ts';
import { vaultState } from './vault-state.ts';
import { wall } from './wall.ts';

/** The window in English, a file per screen or part of one. */
export const english = {
  wall,
  claims,
  expiry,
  session,
  proof,
  revoking,
  removal,
  dialogs,
  clipboardNotice,
  vaultDialogs,
  signingOut,
  sessionStates,
  names,
  unlock,
  compare,
  controls,
  problems,
  kindAnswer,
  kindCalls,
  kindRows,
  kindEditor,
  addServer,
  announcements,
  background,
  copying,
  demo,
  emptyWall,
  explanation,
  inspector,
  looks,
  order,
  palette,
  picker,
  probe,
  prompt,
  remember,
  settings,
  settingsVault,
  shell,
  shortcuts,
  signIn,
  strip,
  timeline,
  tryIt,
  undo,
  units,
  updates,
  vaultState,
} as const;
