/** The two channels that exist; what travels on them is named by the tables in `ipc.ts`. */
export const requestChannel = 'lanyard:request';
export const pushChannel = 'lanyard:push';
