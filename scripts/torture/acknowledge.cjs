/**
 * Loaded into the real app before it starts: writes to the pipe that is file 3 what the window is about to be shown of the vault and of
 * every session. What is shown was saved, so each line acknowledges a state that must survive whatever comes after it.
 */
const { app } = require('electron');
const { writeSync } = require('node:fs');

app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents);
  contents.send = (channel, name, payload) => {
    if (name === 'snapshot') writeSync(3, `${JSON.stringify(acknowledged(payload))}\n`);
    send(channel, name, payload);
  };
});

function acknowledged({ vault, sessions }) {
  return {
    status: vault.status,
    damaged: [...(vault.damaged ?? []), ...(vault.rolledBack ?? [])],
    sessions: sessions.map(({ name, state, access, unsaved, problem }) => ({
      name,
      state,
      receivedAt: access?.receivedAt ?? null,
      unsaved,
      problem: problem?.code ?? null,
    })),
  };
}
