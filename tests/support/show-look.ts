import type { WindowFixture } from './fake-bridge.ts';
import type { Gallery } from './gallery.ts';

/** Shows a fixture in a contrast and from a side. */
export async function showLook(
  gallery: Gallery,
  fixture: WindowFixture,
  { contrast, dir }: { readonly contrast?: 'more'; readonly dir?: 'rtl' },
): Promise<void> {
  const { snapshot } = fixture;
  const settings = { ...snapshot.settings, contrast: contrast ?? ('system' as const) };
  await gallery.show({ ...fixture, snapshot: { ...snapshot, settings } });
  await gallery.page.evaluate((direction) => {
    document.documentElement.dir = direction;
  }, dir ?? 'ltr');
}
