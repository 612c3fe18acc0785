import type { HostKind, HostOptions, Theme } from './hostOptions.js';

/** Settings without which a fresh window shows hints, asks questions or goes to the network. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
} as const;

/** Named as each release names them; an Electron host may be old or new, and these two stayed. */
const THEME_NAMES: Record<HostKind, Record<Theme, string>> = {
  desktop: {
    light: 'Light 2026',
    dark: 'Dark 2026',
    'hc-dark': 'Default High Contrast',
    'hc-light': 'Default High Contrast Light',
  },
  web: {
    light: 'Default Light Modern',
    dark: 'Default Dark Modern',
    'hc-dark': 'Default High Contrast',
    'hc-light': 'Default High Contrast Light',
  },
  electron: {
    light: 'Visual Studio Light',
    dark: 'Visual Studio Dark',
    'hc-dark': 'Default High Contrast',
    'hc-light': 'Default High Contrast Light',
  },
};

/** The user settings a host starts with: quiet ones, theme, trust, and the test's own on top. */
export function hostSettings(options: HostOptions): Record<string, unknown> {
  return {
    ...QUIET,
    'security.workspace.trust.enabled': options.trusted === false,
    'workbench.colorTheme': THEME_NAMES[options.kind][options.theme ?? 'dark'],
    ...options.settings,
  };
}
