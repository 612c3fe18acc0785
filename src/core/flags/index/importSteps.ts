import type { ViaStep } from '../../model/flagRead';
import type { SourceExport } from '../../model/sourceFacts';
import type { StaticValue } from '../../model/staticValue';
import { sdkDefaultExport, sdkExport, sdkOfPackage } from '../reads/sdkShapes';
import { otherValue, unknownValue } from '../reads/staticValues';
import { holdsNames } from './holdsNames';
import { memberOfExports } from './memberOfExports';
import type { ResolvedValue } from './resolvedValue';
import type { ImportValue, ResolvingSteps } from './resolvingSteps';
import { valueAt } from './valueAt';

/** Follows imports to what other files and the packages of SDKs export. */
export function importSteps(
  steps: ResolvingSteps,
): Pick<ResolvingSteps, 'imported' | 'memberOfNamespace'> {
  /** An import with the list of modules that its file keeps for it. */
  function withModules(value: ImportValue, file: string): ImportValue {
    const { lookup, ...rest } = value;
    if (lookup === undefined) return value;
    return { ...rest, orModules: steps.modules.source(file)?.lookups?.[lookup] ?? [] };
  }

  function imported(written: ImportValue, file: string): ResolvedValue {
    const value = withModules(written, file);
    const { module, name, space, orModules = [] } = value;
    if (holdsNames(value)) return valueAt(value, { file, frame: null });
    let first: ResolvedValue | null = null;
    for (const each of [module, ...orModules]) {
      const found = importedFrom(each, value, file);
      if (found && (found.value.kind !== 'unknown' || orModules.length === 0)) return found;
      first ??= found;
    }
    if (first) return first;
    const whole: StaticValue = { kind: 'import', module, name, space };
    return valueAt(name === '*' ? whole : declaredNowhere(value), { file, frame: null });
  }

  /** Null where the module is known and does not declare the name. */
  function importedFrom(
    module: string,
    { name, space, orModules }: ImportValue,
    file: string,
  ): ResolvedValue | null {
    const here = { file, frame: null };
    const whole: StaticValue = { kind: 'import', module, name: '*', space };
    if (sdkOfPackage(module)) {
      if (name === 'default') return valueAt(sdkDefaultExport(module) ?? whole, here);
      if (name === '*' || name === '=') return valueAt(whole, here);
      const found = sdkExport(module, name, space);
      if (orModules && (found === null || found.kind === 'other')) return null;
      return valueAt(found ?? otherValue, here);
    }
    if (name === '*' && steps.modules.source(module))
      return valueAt(whole, { file: module, frame: null });
    if (name === '*' && isOfManyFiles(module)) return valueAt(whole, here);
    const targets = steps.modules.resolve(module, file, name);
    for (const target of targets) {
      if (name === '*') {
        return valueAt({ ...whole, module: target.file }, { file: target.file, frame: null });
      }
      const found = exported(target.file, target.name, space);
      if (found) return found;
    }
    return submodule(module, name, file) ?? notFound(targets[0]?.file, module, file, orModules);
  }

  /** `from . import flags`: a module may be a member of the package around it. */
  function submodule(module: string, name: string, file: string): ResolvedValue | null {
    if (!module.startsWith('python:') || name === '*') return null;
    const inner = `${module}${module.endsWith('.') ? '' : '.'}${name}`;
    const [target] = steps.modules.resolve(inner, file, '*');
    if (!target) return null;
    return valueAt(namespaceOf(target.file), { file: target.file, frame: null });
  }

  function notFound(
    target: string | undefined,
    module: string,
    file: string,
    orModules: readonly string[] | undefined,
  ): ResolvedValue | null {
    if (orModules) return null;
    return target === undefined
      ? valueAt(elsewhere(module), { file, frame: null })
      : valueAt(otherValue, { file: target, frame: null });
  }

  function exported(
    file: string,
    name: string,
    space: 'value' | 'type',
    visited: ReadonlySet<string> = new Set(),
  ): ResolvedValue | null {
    const source = steps.modules.source(file);
    if (!source || visited.has(file)) return null;
    const own = memberOfExports(source, name, space);
    if (own) return entered(own.entry, file, own.isOtherSpace);
    const whole = source.exports['='];
    if (whole && name === 'default') return entered(whole, file);
    if (whole && name !== '=') return steps.member(steps.resolve(whole.value, file), name);
    if (!whole && name === '=') return valueAt(namespaceOf(file), { file, frame: null });
    if (name === 'default') return null;
    for (const module of source.exportsAllOf) {
      const fromSdk = sdkExport(module, name, space);
      if (fromSdk) return valueAt(fromSdk, { file, frame: null });
      for (const target of steps.modules.resolve(module, file, name)) {
        const found = exported(target.file, target.name, space, new Set([...visited, file]));
        if (found) return found;
      }
    }
    return null;
  }

  function namespaceOf(file: string): StaticValue {
    return { kind: 'import', module: file, name: '*', space: 'value' };
  }

  /** The value of an export, with the exported name as a step on the way. */
  function entered(entry: SourceExport, file: string, isInstance = false): ResolvedValue {
    const whole = steps.resolve(entry.value, file);
    const inner = isInstance ? steps.instanceOf(whole) : whole;
    const isReference = entry.value.kind === 'import';
    const step: ViaStep = { kind: 'constant', name: entry.name, file, span: entry.span };
    if (isReference) return inner;
    const declared = { file, span: entry.span, name: entry.name };
    return { ...inner, via: [step, ...inner.via], declared: inner.declared ?? declared };
  }

  /** A value of kind `import` that is left after resolving is a namespace: of an SDK's package, or of known files. */
  function memberOfNamespace(value: ImportValue, of: ResolvedValue, name: string): ResolvedValue {
    const { module, space } = value;
    if (holdsNames(value)) {
      return steps.imported({ ...value, name: `${value.name.slice(0, -1)}${name}` }, of.file);
    }
    if (sdkOfPackage(module)) {
      if (name === 'default') return valueAt(sdkDefaultExport(module) ?? value, of);
      return valueAt(sdkExport(module, name, space) ?? otherValue, of);
    }
    if (steps.modules.source(module))
      return exported(module, name, space) ?? valueAt(otherValue, of);
    return steps.imported({ ...value, name }, of.file);
  }

  return { imported, memberOfNamespace };
}

/** Packages of Go and the JVM and namespaces of .NET: their files share their names. */
function isOfManyFiles(module: string): boolean {
  return /^(go|jvm|dotnet):/.test(module);
}

/** Names such as `./flags`, `@/flags`, `~/flags`, `#flags` and `src/flags` mean a project's own files. */
function isOwnModule(module: string): boolean {
  return /^(\.|[@~]\/|[#~]|src\/)/.test(module);
}

/** A name that none of the places declares where it may come from. */
function declaredNowhere({ module, name, orModules }: ImportValue): StaticValue {
  if (!orModules) return elsewhere(module);
  return {
    kind: 'unknown',
    reason: `\`${name}\` is declared in no file that Flaglab knows`,
    isForeign: true,
  };
}

/** What comes from a module that is not among the known files. */
function elsewhere(module: string): StaticValue {
  const name = module.replace(/^(python|go|jvm|dotnet):/, '');
  const reason = `it comes from \`${name}\``;
  return isOwnModule(name)
    ? unknownValue(`${reason}, which Flaglab cannot follow`)
    : { kind: 'unknown', reason: `${reason}, a package from elsewhere`, isForeign: true };
}
