import { CSPProvider } from '@base-ui/react/csp-provider';
import { LucideProvider } from 'lucide-react';
import { useEffect } from 'react';
import { later, loadTheRestWhenUsed } from './later.tsx';
import { QuickLayers } from './palette/quick-layers.tsx';
import { SessionMenuLayer } from './session/session-menu.tsx';
import { Announcer } from './shell/announcer.tsx';
import { CaptionButtons } from './shell/caption-buttons.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Frame } from './shell/frame.tsx';
import { ServerMenuLayer } from './shell/server-menu.tsx';
import { UndoLayer } from './shell/undo-layer.tsx';
import { useFocusHome } from './shell/use-focus-home.ts';
import { useKeptFocus } from './shell/use-kept-focus.ts';
import { ZoomNotice } from './shell/zoom-notice.tsx';
import { useOpenDialog, useScreen } from './state/overlay.ts';
import { useSystemButtons } from './state/platform.ts';
import { useSession, useSnapshot } from './state/snapshot.ts';
import { useLook } from './state/use-look.ts';
import { useWallView } from './state/wall-view.ts';
import { ToastLayer } from './ui/toast.tsx';
import { TooltipLayer } from './ui/tooltip.tsx';
import { UnlockScreen } from './unlock/unlock-screen.tsx';
import { Wall } from './wall/wall.tsx';

const Dialogs = later(async () => (await import('./dialogs/dialogs.tsx')).Dialogs);
const SessionPane = later(async () => (await import('./session/session-pane.tsx')).SessionPane);
const AddServerScreen = later(
  async () => (await import('./add-server/add-server-screen.tsx')).AddServerScreen,
);
const SettingsScreen = later(async () => (await import('./settings/settings-screen.tsx')).SettingsScreen);
const InspectorScreen = later(async () => (await import('./inspector/inspector-screen.tsx')).InspectorScreen);
const KindEditorScreen = later(
  async () => (await import('./kind-editor/kind-editor-screen.tsx')).KindEditorScreen,
);

export function App() {
  const usable = useSnapshot(({ vault }) => vault.status === 'open' || vault.status === 'memory');
  const systemButtons = useSystemButtons();

  useLook();
  useFocusHome();
  useEffect(loadTheRestWhenUsed, []);

  return (
    <CSPProvider disableStyleElements>
      <LucideProvider size={15} strokeWidth={1.4} absoluteStrokeWidth>
        <ErrorBoundary>{usable ? <Window /> : <UnlockScreen />}</ErrorBoundary>
        {systemButtons === false && <CaptionButtons />}
        <ToastLayer />
        <TooltipLayer />
        <Announcer />
        <ZoomNotice />
      </LucideProvider>
    </CSPProvider>
  );
}

function Window() {
  return (
    <>
      <Frame>
        <CurrentScreen />
      </Frame>
      <SessionMenuLayer />
      <ServerMenuLayer />
      <UndoLayer />
      {useOpenDialog() !== null && <Dialogs />}
      <QuickLayers />
    </>
  );
}

function CurrentScreen() {
  const screen = useScreen();
  const { profileId } = useWallView();
  const open = useSession(profileId ?? undefined);
  useKeptFocus(screen.view === 'wall' ? (open?.profileId ?? null) : null);
  switch (screen.view) {
    case 'wall':
      return (
        <>
          <Wall />
          {open !== undefined && <SessionPane key={open.profileId} session={open} />}
        </>
      );
    case 'add-server':
      return <AddServerScreen {...(screen.typed && { typed: screen.typed })} />;
    case 'edit-server':
      return <AddServerScreen key={screen.serverId} serverId={screen.serverId} />;
    case 'kind-editor':
      return <KindEditorScreen key={screen.kindId ?? ''} {...screen} />;
    case 'inspector':
      return <InspectorScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}
