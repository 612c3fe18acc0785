import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkOfPackage } from '../sdkShapes';
import type { FileHeader, ImportedName } from '../typed/typedGrammar';

/** An import as written: `com.acme.Flags`, with `*` behind it, `static` before it, or another name after it. */
export interface WrittenImport {
  readonly path: string;
  readonly isAll: boolean;
  readonly isStatic: boolean;
  readonly alias: string | null;
}

/** Packages of the platform and of test tools: nothing of a project's own is declared there, and no SDK. */
const foreign =
  /^jvm:(java|javax|jakarta|kotlin|kotlinx|android|androidx|scala|org\.(junit|mockito|slf4j|springframework|apache|assertj)|io\.(micronaut|mockk)|lombok)(\.|$)/;

function mayDeclare(module: string): boolean {
  return !foreign.test(module) || sdkOfPackage(module) !== null;
}

/** By convention packages are written in lower case and types begin with a capital. */
function importedName(path: string): ImportedName {
  const parts = path.split('.');
  const firstType = parts.findIndex((part) => /^\p{Lu}/u.test(part));
  const length = firstType < 0 ? parts.length - 1 : firstType;
  return { module: `jvm:${parts.slice(0, length).join('.')}`, path: parts.slice(length) };
}

function isTypePath(path: string): boolean {
  return path.split('.').some((part) => /^\p{Lu}/u.test(part));
}

/** What a package line and import lines say of names. */
export function jvmHeader(packageName: string, written: readonly WrittenImport[]): FileHeader {
  const namespace = `jvm:${packageName}`;
  const named = written.filter(({ isAll }) => !isAll);
  const all = written.filter(({ isAll }) => isAll);
  const stars = all.filter(({ path, isStatic }) => !isStatic && !isTypePath(path));
  const starModules = stars.map(({ path }) => `jvm:${path}`).filter(mayDeclare);
  const modules: readonly string[] = [...new Set([namespace, ...starModules])];
  const imports = named.map(({ path, alias }): [string, ImportedName] => [
    alias ?? path.split('.').at(-1) ?? path,
    importedName(path),
  ]);
  return {
    namespace,
    imports: new Map(imports),
    staticImports: all
      .filter(({ path, isStatic }) => isStatic || isTypePath(path))
      .map(({ path }) => importedName(path)),
    everywhere: [],
    modules: [
      ...imports.map(([, { module }]) => module),
      ...stars.map(({ path }) => `jvm:${path}`),
    ],
    modulesAt: (_node: SyntaxNode) => modules,
  };
}
