import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ensureDesktopHost, ensureWebHost } from '../../tasks/ensure.mjs';
import type { HostKind, Theme } from './hostOptions.js';
import { hostKinds } from './hostKinds.js';
import { hostSettings } from './hostSettings.js';

const THEMES: Theme[] = ['light', 'dark', 'hc-dark', 'hc-light'];

test.each(hostKinds().filter((kind) => kind !== 'electron'))(
  'each theme is one that the %s host has',
  async (kind) => {
    const known = await installedThemes(kind);
    for (const theme of THEMES) {
      const settings = hostSettings({ kind, theme, extension: { vsix: '' } });
      expect(known).toContain(settings['workbench.colorTheme']);
    }
  },
);

/** The ids of the themes that come with the host. */
async function installedThemes(kind: HostKind): Promise<string[]> {
  const manifest = path.join(await builtInExtensions(kind), 'theme-defaults', 'package.json');
  const { contributes } = JSON.parse(await readFile(manifest, 'utf8')) as {
    contributes: { themes: { id: string }[] };
  };
  return contributes.themes.map((theme) => theme.id);
}

async function builtInExtensions(kind: HostKind): Promise<string> {
  if (kind === 'web') return path.join((await ensureWebHost()).build, 'extensions');
  return path.join(path.dirname((await ensureDesktopHost()).server), '..', 'extensions');
}
