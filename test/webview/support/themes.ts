import fixture from '../fixtures/themes.json' with { type: 'json' };

export type ThemeName = keyof typeof fixture.themes;

export interface Theme {
  readonly bodyClass: string;
  readonly themeKind: string;
  readonly themeId: string;
  readonly variables: Readonly<Record<string, string>>;
}

export const themeNames = Object.keys(fixture.themes) as readonly ThemeName[];

/** A theme's colours as VS Code gives them to a webview. */
export function themeOf(name: ThemeName): Theme {
  return fixture.themes[name];
}
