import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/extension/commands';
import { contextKeys } from '../../../src/extension/contextKeys';
import { settings } from '../../../src/extension/settings';
import { views } from '../../../src/extension/views';
import { planFileGlob } from '../../../src/extension/simulator/planFiles';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: unknown }>>;
    };
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
    readonly customEditors: readonly {
      readonly viewType: string;
      readonly priority: unknown;
      readonly selector: readonly { readonly filenamePattern: string }[];
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string }[];
    readonly walkthroughs: readonly { readonly id: string }[];
  };
}

const manifestText = read('package.json');
const { activationEvents, contributes } = JSON.parse(manifestText) as Manifest;
const words = JSON.parse(read('package.nls.json')) as Record<string, string>;
const sorted = (values: Iterable<string>) => [...new Set(values)].toSorted();

/** Names that look like ours in `when` clauses and in links of the manifest's texts. */
function namesIn(texts: readonly string[], pattern: RegExp): readonly string[] {
  return sorted(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)));
}

describe('the manifest and the constants', () => {
  test('have the same commands', () => {
    expect(sorted(contributes.commands.map(({ command }) => command))).toEqual(
      sorted(Object.values(commands)),
    );
  });

  test('have the same settings with the same defaults', () => {
    const declared = Object.entries(contributes.configuration.properties);
    expect(Object.fromEntries(declared.map(([key, { default: value }]) => [key, value]))).toEqual(
      Object.fromEntries(Object.values(settings).map(({ key, default: value }) => [key, value])),
    );
  });

  test('have the same views, editors and walkthroughs', () => {
    expect(
      sorted(
        Object.values(contributes.viewsContainers)
          .flat()
          .map(({ id }) => id),
      ),
    ).toEqual([views.container]);
    expect(sorted(Object.keys(contributes.views))).toEqual([views.container]);
    expect(
      sorted(
        Object.values(contributes.views)
          .flat()
          .map(({ id }) => id),
      ),
    ).toEqual([views.flags]);
    expect(contributes.customEditors.map(({ viewType }) => viewType)).toEqual([views.simulator]);
    expect(contributes.walkthroughs.map(({ id }) => id)).toEqual([views.walkthrough]);
    expect(sorted(contributes.viewsWelcome.map(({ view }) => view))).toEqual([views.flags]);
  });

  test('menus name commands that exist', () => {
    const named = Object.values(contributes.menus).flat();
    const known: readonly string[] = Object.values(commands);
    expect(named.map(({ command }) => command).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('when clauses name context keys and views that exist', () => {
    const clauses = [...manifestText.matchAll(/"(?:when|enablement)": "((?:[^"\\]|\\.)*)"/g)];
    const names = namesIn(
      clauses.map(([, clause = '']) => clause),
      /\b(flaglab\.[\w.]+)/g,
    );
    const known: readonly string[] = [...Object.values(contextKeys), ...Object.values(views)];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(Object.values(contextKeys)));
  });

  test('links in texts name commands that exist', () => {
    const names = namesIn(Object.values(words), /\(command:(flaglab\.[\w.]+)\)/g);
    const known: readonly string[] = [...Object.values(commands), `${views.flags}.focus`];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('every text of the manifest is in package.nls.json, and every text there is used', () => {
    const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
    expect(sorted(used)).toEqual(sorted(Object.keys(words)));
  });
});

describe('what VS Code is told', () => {
  test('nothing runs at its start', () => {
    expect(activationEvents).not.toContain('*');
    expect(activationEvents).not.toContain('onStartupFinished');
  });

  test('plan files are drawn, and compared as text', () => {
    const [editor] = contributes.customEditors;
    expect(editor?.priority).toBe('default');
    const endings = editor?.selector.map(({ filenamePattern }) => filenamePattern);
    expect(endings).toEqual(['*.experiment.yaml', '*.experiment.yml']);
    expect(contributes.configurationDefaults).toEqual({
      'workbench.editorAssociations': { [`{git,gitlens,review}:/${planFileGlob}`]: 'default' },
    });
  });
});
