import { describe, expect, test } from 'vitest';
import { isKnownNoise } from '../../../scripts/runtime/noise.ts';

describe('isKnownNoise', () => {
  test.each([
    '[14129:1121/232204.670:ERROR:bus.cc(399)] Failed to connect to the bus: Could not parse server address',
    '[14129:1121/232204.670123:ERROR:dbus/bus.cc:408] Failed to connect to the bus: no such file',
    '[14129:14140:1121/232204.670123:ERROR:dbus/object_proxy.cc(590)] Failed to call method',
    '[14200:1121/232204.901:ERROR:viz_main_impl.cc(186)] Exiting GPU process due to errors during initialization',
    '[14200:1121/232204.901:WARNING:sandbox_linux.cc(393)] InitializeSandbox() called with multiple threads',
  ])('hides %s', (line) => {
    expect(isKnownNoise(line)).toBe(true);
  });

  test.each([
    '[14129:1121/232204.670:ERROR:cert_verify_proc_builtin.cc(677)] CertVerifyProcBuiltin failed',
    '[14129:1121/232204.670:FATAL:bus.cc(399)] Check failed',
    '[14129:1121/232204.670:INFO:CONSOLE(1)] "bus.cc(399)] hello"',
    'TypeError: Cannot read properties of undefined',
    'a line that quotes [1:1/2.3:ERROR:bus.cc(1)] in the middle',
    '',
  ])('shows %s', (line) => {
    expect(isKnownNoise(line)).toBe(false);
  });
});
