import type { JsonValue } from '../../model/json';
import type { ModuleAlias, ProjectFacts } from '../../model/projectFacts';
import { jsonValueOf, readJson } from '../../syntax/jsonDocument';
import { folderOf, pathFrom } from './paths';

type JsonObject = Readonly<Record<string, JsonValue>>;

const builtFolder = /^(\.\/)?(dist|build|lib|out|esm|cjs)(\/|$)/;
const projectFile = /(^|\/)((package|[tj]sconfig(\.[\w-]+)*)\.json|go\.mod)$/;

/** Whether a file says what module names mean, by its name. */
export function isProjectFile(file: string): boolean {
  return projectFile.test(file);
}

function objectOf(value: JsonValue | undefined): JsonObject {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : {};
}

/** All texts in a value: a package's `exports` may nest conditions. */
function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner: JsonValue) => textsIn(inner));
}

function under(folder: string, path: string): readonly string[] {
  const full = pathFrom(folder, path);
  return full === null ? [] : [full];
}

function withoutEnding(path: string): string {
  return path.replace(/(\.d)?\.[cm]?[jt]sx?$/, '');
}

/** What a package's main file was written as: packages of a workspace are seldom built when they are scanned. */
function sourcesOf(path: string): readonly string[] {
  const bare = withoutEnding(path);
  return builtFolder.test(path)
    ? [bare.replace(builtFolder, 'src/'), bare.replace(builtFolder, ''), bare]
    : [bare];
}

function packageEntries(manifest: JsonObject, folder: string): readonly string[] {
  const { exports } = manifest;
  const main = typeof exports === 'object' ? (objectOf(exports)['.'] ?? null) : exports;
  const given = [manifest.source, manifest.types, manifest.typings, manifest.module, manifest.main];
  const written = [...given, main].flatMap(textsIn);
  const guesses = [...written.flatMap(sourcesOf), 'src/index', 'index'];
  return [...new Set(guesses.flatMap((path) => under(folder, path)))];
}

function aliasesIn(table: JsonValue | undefined, folder: string): readonly ModuleAlias[] {
  return Object.entries(objectOf(table)).map(([pattern, value]) => ({
    pattern,
    targets: textsIn(value).flatMap((target) => under(folder, target)),
  }));
}

function readManifest(manifest: JsonObject, folder: string): ProjectFacts {
  const { name } = manifest;
  return {
    packageName: typeof name === 'string' ? name : null,
    entries: packageEntries(manifest, folder),
    aliases: aliasesIn(manifest.imports, folder),
    baseFolder: null,
    extends: null,
  };
}

function readCompilerSettings(settings: JsonObject, folder: string): ProjectFacts {
  const options = objectOf(settings.compilerOptions);
  const base = typeof options.baseUrl === 'string' ? pathFrom(folder, options.baseUrl) : null;
  const inherited = textsIn(settings.extends)[0];
  const isRelative = inherited !== undefined && inherited.startsWith('.');
  return {
    packageName: null,
    entries: [],
    aliases: aliasesIn(options.paths, base ?? folder),
    baseFolder: base,
    extends: isRelative ? pathFrom(folder, inherited) : null,
  };
}

function readGoModule(text: string): ProjectFacts | null {
  const goModule = /^\s*module\s+"?([^\s"]+)/m.exec(text)?.[1];
  const none = { packageName: null, entries: [], aliases: [], baseFolder: null, extends: null };
  return goModule === undefined ? null : { ...none, goModule };
}

/** What a project file says about module names; null where it is none, or cannot be read. Never throws. */
export function readProjectFile(file: string, text: string): ProjectFacts | null {
  if (!isProjectFile(file)) return null;
  if (file.endsWith('go.mod')) return readGoModule(text);
  const root = readJson(text).value;
  if (root?.kind !== 'object') return null;
  const value = objectOf(jsonValueOf(root));
  const folder = folderOf(file);
  return file.endsWith('package.json')
    ? readManifest(value, folder)
    : readCompilerSettings(value, folder);
}
