import { Notification } from 'electron';
import type { Notifier } from '../ports.ts';

/** The system's notifications. One that is on screen is held, for what nobody holds is collected and hears no click. */
export function createElectronNotifier(): Notifier {
  const held = new Set<Notification>();

  return {
    show({ title, body, button }, onChoose) {
      if (!Notification.isSupported()) return;
      const shown = new Notification({
        title,
        body: process.platform === 'linux' ? withoutMarkup(body) : body,
        actions: [{ type: 'button', text: button }],
      });
      const letGo = (): void => void held.delete(shown);
      const choose = (): void => {
        letGo();
        onChoose();
      };
      shown.on('click', choose);
      shown.on('action', choose);
      shown.on('close', letGo);
      shown.on('failed', letGo);
      held.add(shown);
      shown.show();
    },
  };
}

/** Linux desktops may read a body as markup, and a name must neither look like a link nor fetch a picture; look-alikes read the same anywhere. */
function withoutMarkup(body: string): string {
  return body.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '＆');
}
