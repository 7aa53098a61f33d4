import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, screen, Tray } from 'electron';
import type { TrayFace, TrayItem, Tray as TrayPort, TrayView } from '../ports.ts';

/** What the system's own icons measure beside the clock; Linux panels take one size and scale it themselves. */
const sizes = { darwin: 18, win32: 16, linux: 22 } as const;

/** An icon with a menu beside the desktop's clock. To be made when the app is ready. */
export function createElectronTray<Action>(parts: {
  readonly hasHost: () => Promise<boolean>;
  /** Pixels as blue, green, red and alpha, multiplied by alpha. */
  readonly draw: (face: TrayFace, size: number, isTemplate: boolean) => Buffer;
  readonly onChoose: (action: Action) => void;
  /** Called when the icon itself is chosen, where that does not open its menu. */
  readonly onOpen: () => void;
}): TrayPort<Action> {
  let tray: Tray | null = null;
  let shown: TrayView<Action> | null = null;

  const template = (item: TrayItem<Action>): MenuItemConstructorOptions => {
    if (item.kind === 'line') return { type: 'separator' };
    const label = withoutAccessKeys(item.label);
    if (item.kind === 'menu') return { label, submenu: item.items.map(template) };
    return { label, enabled: item.isEnabled, click: () => parts.onChoose(item.action) };
  };

  function fill(into: Tray, { face, tooltip, items }: TrayView<Action>): void {
    into.setImage(icon(face, parts.draw));
    into.setToolTip(tooltip);
    into.setContextMenu(Menu.buildFromTemplate(items.map(template)));
  }

  function placeNew(): Tray {
    const placed = new Tray(icon(shown?.face ?? 'well', parts.draw));
    placed.on('click', () => {
      // There a click opens the menu.
      if (process.platform !== 'darwin') parts.onOpen();
    });
    if (shown) fill(placed, shown);
    return placed;
  }

  return {
    async place() {
      const isOffered = await parts.hasHost();
      if (isOffered) tray ??= placeNew();
      else {
        tray?.destroy();
        tray = null;
      }
      return tray !== null;
    },
    show(view) {
      shown = view;
      if (tray) fill(tray, view);
    },
  };
}

function icon(
  face: TrayFace,
  draw: (face: TrayFace, size: number, isTemplate: boolean) => Buffer,
): NativeImage {
  const isTemplate = process.platform === 'darwin';
  const size = isTemplate ? sizes.darwin : process.platform === 'win32' ? sizes.win32 : sizes.linux;
  const factors = process.platform === 'linux' ? [screen.getPrimaryDisplay().scaleFactor] : [1, 1.25, 1.5, 2];
  const image = nativeImage.createEmpty();
  for (const factor of factors) {
    const pixels = Math.round(size * factor);
    const scaleFactor = process.platform === 'linux' ? 1 : factor;
    image.addRepresentation({
      scaleFactor,
      width: pixels,
      height: pixels,
      buffer: draw(face, pixels, isTemplate),
    });
  }
  image.setTemplateImage(isTemplate);
  return image;
}

/** In a menu an ampersand marks the letter that chooses the line; two of them are one. */
function withoutAccessKeys(label: string): string {
  return label.replaceAll('&', '&&');
}
