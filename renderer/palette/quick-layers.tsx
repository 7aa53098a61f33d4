import { useEffect } from 'react';
import { showLayer, useQuickLayer } from '../state/quick-layer.ts';
import { Palette } from './palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** The palette or the sheet of shortcuts, above whatever is shown. */
export function QuickLayers() {
  const layer = useQuickLayer();
  // A lock takes the window away: what lay above it does not come back with the unlocking.
  useEffect(() => () => showLayer(null), []);
  if (layer === null) return null;
  return layer === 'palette' ? <Palette /> : <ShortcutSheet />;
}
