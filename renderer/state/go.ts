import type { Place } from '../../electron/contract/place.ts';
import { ask } from '../bridge.ts';
import { attempt } from './attempt.ts';
import { showScreen, showWall } from './overlay.ts';
import { signIn } from './session-actions.ts';
import { currentSnapshot } from './snapshot.ts';
import { openPane, showServer } from './wall-view.ts';

/** Goes where main leads: from the tray, a notification, or another window. Call once the snapshot is there. */
export function followPlaces(): void {
  window.lanyard.on('go', goTo);
  attempt(() => ask('window.ready'));
}

/** Shows a place; one that is not there any more shows the wall. */
export function goTo(place: Place): void {
  switch (place.to) {
    case 'add-server':
      showScreen({ view: 'add-server' });
      break;
    case 'settings':
      showScreen({ view: 'settings' });
      break;
    case 'wall':
      showWall();
      break;
    case 'session':
    case 'sign-in': {
      const session = currentSnapshot().sessions.find(({ profileId }) => profileId === place.profileId);
      showServer(null);
      showWall();
      if (session === undefined) break;
      openPane(session.profileId);
      if (place.to === 'sign-in') signIn(session);
    }
  }
}
