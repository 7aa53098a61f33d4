import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = join(import.meta.dirname, '../../.github/workflows');

const permissions = z.record(z.string(), z.string());
const workflowSchema = z.looseObject({
  permissions,
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: permissions.optional(),
      'timeout-minutes': z.number(),
      steps: z.array(z.looseObject({ uses: z.string().optional(), run: z.string().optional() })),
    }),
  ),
});

const workflows = await Promise.all(
  (await readdir(folder)).map(async (name) => ({
    name,
    text: await readFile(join(folder, name), 'utf8'),
  })),
);

test.each(workflows)('$name may read and no more, but for the jobs that need it', ({ text }) => {
  const { permissions: whole, jobs } = workflowSchema.parse(parse(text));
  expect(whole).toEqual({ contents: 'read' });
  const more = Object.entries(jobs).flatMap(([job, { permissions: own = {} }]) =>
    Object.entries(own)
      .filter(([, level]) => level === 'write')
      .map(([what]) => `${job}: ${what}`),
  );
  const needed = ['packages: id-token', 'packages: attestations', 'publish: contents'];
  expect(more.filter((one) => !needed.includes(one))).toEqual([]);
});

test.each(workflows)('every action that $name uses is pinned to a commit', ({ text }) => {
  const { jobs } = workflowSchema.parse(parse(text));
  const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((action) => !/^actions\/[\w-]+@[\da-f]{40}$/.test(action))).toEqual([]);
});

test.each(workflows)('no command in $name is put together from what comes from outside', ({ text }) => {
  const { jobs } = workflowSchema.parse(parse(text));
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(commands.filter((command) => /\$\{\{(?! matrix\.)/.test(command))).toEqual([]);
});
