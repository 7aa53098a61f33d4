import { app, dialog } from 'electron';
import { reportDefect } from './report-defect.ts';
import { words } from './words/words.ts';

/** Asks whether to quit although the newest tokens are in memory alone. */
export async function wantsToLose(): Promise<boolean> {
  const { message, detail, stay, lose } = words.quitting;
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message,
    detail,
    buttons: [stay, lose],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** A defect that leaves nothing to go on with: said where it is seen, without its message, which may quote a secret. */
export function giveUp(thrown: unknown): void {
  reportDefect('main', thrown);
  dialog.showErrorBox(words.defect.title, words.defect.text);
  app.exit(1);
}
