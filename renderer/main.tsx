import './check-without-code.ts';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './styles/tokens.css';
import './styles/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { followPlaces } from './state/go.ts';
import { learnPlatform } from './state/platform.ts';
import { followMain } from './state/snapshot.ts';
import { setPageLanguage } from './words/locale.ts';

setPageLanguage(document.documentElement);
void draw();

/** Not awaited by the module: what is loaded later stands on this one, and would wait for it. */
async function draw(): Promise<void> {
  const root = document.getElementById('app');
  if (root === null) throw new Error('index.html has no #app');
  // A window that could not learn everything still shows what it knows.
  const known = Promise.allSettled([followMain(), learnPlatform()]);
  if (location.search === '?picker') {
    const [{ Picker }] = await Promise.all([import('./picker/picker.tsx'), known]);
    createRoot(root).render(
      <StrictMode>
        <Picker />
      </StrictMode>,
    );
    return;
  }
  await known;
  followPlaces();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
