import './check-without-code.ts';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './styles/tokens.css';
import './styles/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { later } from './later.tsx';
import { followPlaces } from './state/go.ts';
import { learnPlatform } from './state/platform.ts';
import { followMain } from './state/snapshot.ts';
import { setPageLanguage } from './words/locale.ts';

const Picker = later(async () => (await import('./picker/picker.tsx')).Picker);

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
setPageLanguage(document.documentElement);

// A window that could not learn everything still shows what it knows.
await Promise.allSettled([followMain(), learnPlatform()]);
const isPicker = location.search === '?picker';
if (!isPicker) followPlaces();
createRoot(root).render(<StrictMode>{isPicker ? <Picker /> : <App />}</StrictMode>);
