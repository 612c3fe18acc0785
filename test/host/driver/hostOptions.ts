/**
 * Which VS Code is driven: `desktop` is 1.139 as a local server with its workbench in a browser,
 * `web` is VS Code for the Web 1.91 with a web-worker extension host, `electron` is a downloaded one.
 */
export type HostKind = 'desktop' | 'web' | 'electron';

/** The four kinds of colour theme that every view must be readable in. */
export type Theme = 'light' | 'dark' | 'hc-dark' | 'hc-light';

/** The extension under test: as a user installs it, or as a folder with a package.json. */
export type ExtensionSource = { readonly vsix: string } | { readonly developmentPath: string };

/** How a host is started. All paths are absolute. */
export interface HostOptions {
  readonly kind: HostKind;
  readonly extension: ExtensionSource;
  /**
   * A folder or a `.code-workspace` file; without one the window is empty. The folder (that of the
   * file) is copied to a temporary place first, so a test never writes into the repository.
   */
  readonly workspace?: string;
  /** User settings on top of the quiet ones every test starts from. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Default: `dark`. */
  readonly theme?: Theme;
  /**
   * Default: `true`. With `false` the window opens in restricted mode and asks no question. Not for
   * `web`: VS Code trusts the virtual files of that host always.
   */
  readonly trusted?: boolean;
  /** In CSS pixels; default 1280 x 800. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Environment variables for the extension host of `desktop` and `electron`. */
  readonly env?: Readonly<Record<string, string>>;
}
