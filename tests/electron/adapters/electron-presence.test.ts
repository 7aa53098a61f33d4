import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { createElectronPresence } from '../../../electron/adapters/electron-presence.ts';

/** Electron's monitor, which no test can make lock a screen. */
const monitor = vi.hoisted(() => ({ emit: (_name: string) => {}, idleSeconds: 0 }));
vi.mock('electron', () => {
  const emitter = new EventEmitter();
  monitor.emit = (name) => void emitter.emit(name);
  const powerMonitor = Object.assign(emitter, { getSystemIdleTime: () => monitor.idleSeconds });
  return { powerMonitor };
});

test('tells of a locked screen and of a computer that goes to sleep, and of nothing else', () => {
  const told: (readonly string[])[] = [];
  let emitted = '';
  createElectronPresence().onAway((why) => told.push([emitted, why]));
  for (const name of ['lock-screen', 'unlock-screen', 'suspend', 'resume', 'shutdown', 'on-battery']) {
    emitted = name;
    monitor.emit(name);
  }
  expect(told).toEqual([
    ['lock-screen', 'screen'],
    ['suspend', 'suspend'],
  ]);
});

test('counts idling in milliseconds', () => {
  monitor.idleSeconds = 61;
  expect(createElectronPresence().idleMs()).toBe(61_000);
});
