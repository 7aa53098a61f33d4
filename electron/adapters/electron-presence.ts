import { powerMonitor } from 'electron';
import type { Presence } from '../ports.ts';

/** Whether somebody is at this computer, as the system knows it. To be made when the app is ready. */
export function createElectronPresence(): Presence {
  return {
    idleMs: () => powerMonitor.getSystemIdleTime() * 1000,
    onAway: (listener) => {
      powerMonitor.on('lock-screen', () => listener('screen'));
      powerMonitor.on('suspend', () => listener('suspend'));
    },
  };
}
