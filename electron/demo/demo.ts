import type { RequestInput, RequestOutput } from '../contract/ipc.ts';
import type { ProbeResult } from '../contract/probe-result.ts';
import { Failure } from '../failure.ts';
import type { Keeper } from '../sessions/keeper.ts';
import type { DemoPlan, RunningDemoServer } from './demo-plans.ts';

/** Servers to try Lanyard with, which run inside of it for as long as they are among its servers. */
export interface Demo {
  /** Adds those that are not there, and signs in to all but the first; answers with what is to be typed for that one. */
  start(): Promise<RequestOutput<'demo.start'>>;
  remove(): Promise<void>;
  /** Starts what is among the servers, as after a restart of Lanyard, and ends what is not any more. */
  follow(): void;
}

export function createDemo({
  keeper,
  probe,
  plans,
  newId,
}: {
  readonly keeper: Pick<Keeper, 'state' | 'addServer' | 'removeServer' | 'login'>;
  readonly probe: (input: RequestInput<'server.probe'>) => Promise<ProbeResult>;
  /** Asked when a demo server is first wanted: whoever has none loads none. */
  readonly plans: () => Promise<readonly DemoPlan[]>;
  readonly newId: () => string;
}): Demo {
  /** By origin; null where the port is another program's by now, so that its sessions find nobody there. */
  const running = new Map<string, Promise<RunningDemoServer | null>>();
  let starting: Promise<RequestOutput<'demo.start'>> | null = null;

  const demoServers = () => keeper.state().servers.filter(({ demo }) => demo);

  function follow(): void {
    // What is just being added is not among the servers yet.
    if (starting !== null) return;
    const wanted = new Map(demoServers().map(({ address, kindId }) => [new URL(address).origin, kindId]));
    for (const [origin, kindId] of wanted) {
      if (running.has(origin)) continue;
      const started = startAt(origin, kindId).catch(() => null);
      running.set(origin, started);
    }
    for (const [origin, server] of running) {
      if (wanted.has(origin)) continue;
      running.delete(origin);
      void server.then((one) => one?.close());
    }
  }

  async function startAt(origin: string, kindId: string): Promise<RunningDemoServer | null> {
    const plan = (await plans()).find((one) => one.kindId === kindId);
    return plan ? plan.start(Number(new URL(origin).port)) : null;
  }

  /** Adds the plan's server as a user would, by what its address says of itself. */
  async function serverOf(plan: DemoPlan): Promise<string> {
    const there = demoServers().find(({ kindId }) => kindId === plan.kindId);
    if (there) {
      // It may just be starting, as after a restart of Lanyard.
      await running.get(new URL(there.address).origin);
      return there.id;
    }
    const server = await plan.start(0);
    running.set(server.url, Promise.resolve(server));
    const found = await probe({ address: server.url + plan.path, allowPlainHttp: false });
    const match = found.matches.find(({ kindId }) => kindId === plan.kindId);
    if (!match) throw new Failure('unreachable');
    const { settings, acceptedLogins, facts } = match;
    const draft = { kindId: plan.kindId, name: plan.name, address: found.address, allowPlainHttp: false };
    const { serverId } = await keeper.addServer({ ...draft, settings, acceptedLogins, facts }, true);
    return serverId;
  }

  async function signIn({ loginId, fields }: DemoPlan, serverId: string): Promise<void> {
    if (keeper.state().sessions.some((session) => session.serverId === serverId)) return;
    await keeper.login({ serverId, loginId, fields: { ...fields }, remember: true, attemptId: newId() });
  }

  async function startAll(): Promise<RequestOutput<'demo.start'>> {
    const added: { readonly plan: DemoPlan; readonly serverId: string }[] = [];
    // One after the other, so that they stand in the order of the plans.
    for (const plan of await plans()) added.push({ plan, serverId: await serverOf(plan) });
    const [first, ...others] = added;
    if (!first) throw new Failure('not-supported');
    await Promise.all(others.map(({ plan, serverId }) => signIn(plan, serverId)));
    return { serverId: first.serverId, loginId: first.plan.loginId, fields: { ...first.plan.fields } };
  }

  return {
    start() {
      starting ??= startAll().finally(() => {
        starting = null;
        follow();
      });
      return starting;
    },
    async remove() {
      for (const { id } of demoServers()) await keeper.removeServer(id);
    },
    follow,
  };
}
