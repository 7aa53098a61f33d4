import { createProcessOwner } from '../../../electron/adapters/process-owner.ts';

/** Claims the folder that it is told, says what came of it, and lives until it is killed. */
const folder = process.argv[2] ?? '';
process.send?.(await createProcessOwner(folder).claim());
setInterval(() => {}, 60_000);
