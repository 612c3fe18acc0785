import type { ViaStep } from '../../model/flagRead';
import type { SourceExport, SourceFacts } from '../../model/sourceFacts';
import type { StaticMembers, StaticValue } from '../../model/staticValue';
import { sdkExport, sdkMember, sdkOfPackage, sdkReturns } from '../reads/sdkShapes';
import {
  missingMember,
  otherValue,
  ownMember,
  returnedByCall,
  unknownValue,
} from '../reads/staticValues';

/** A value whose head is known, with the file its spans are in and the named constants on the way to it. */
export interface ResolvedValue {
  readonly value: StaticValue;
  readonly file: string;
  readonly via: readonly ViaStep[];
}

/** The files that are known, for following imports. */
export interface ModuleView {
  /** The file a module name means when `importingFile` imports it; null where no such file is known. */
  resolve(module: string, importingFile: string): string | null;
  source(file: string): SourceFacts | null;
}

const deepest = 60;

/** Follows values through imports, members and calls until their head is known. */
export function createValueResolver(modules: ModuleView) {
  let depth = 0;

  function resolved(value: StaticValue, file: string, via: readonly ViaStep[] = []): ResolvedValue {
    return { value, file, via };
  }

  function resolve(value: StaticValue, file: string): ResolvedValue {
    if (depth > deepest) return resolved(unknownValue('it refers to itself'), file);
    depth++;
    try {
      return head(value, file);
    } finally {
      depth--;
    }
  }

  function head(value: StaticValue, file: string): ResolvedValue {
    switch (value.kind) {
      case 'named': {
        const inner = resolve(value.value, file);
        const step: ViaStep = { kind: 'constant', name: value.name, file, span: value.span };
        return { ...inner, via: [step, ...inner.via] };
      }
      case 'import':
        return imported(value, file);
      case 'member':
        return member(resolve(value.of, file), value.name);
      case 'call':
        return called(resolve(value.of, file));
      case 'construct':
        return constructed(resolve(value.of, file));
      case 'concat':
        return concatenated(value.parts, file);
      case 'literal':
      case 'object':
      case 'sdk':
      case 'function':
      case 'class':
      case 'parameter':
      case 'one-of':
      case 'other':
      case 'unknown':
        return resolved(value, file);
    }
  }

  function imported(value: StaticValue & { kind: 'import' }, file: string): ResolvedValue {
    const { module, name, space } = value;
    if (sdkOfPackage(module)) {
      const isAll = name === '*' || name === 'default' || name === '=';
      return resolved(isAll ? value : (sdkExport(module, name, space) ?? otherValue), file);
    }
    if (name === '*' && modules.source(module)) return resolved(value, module);
    const target = modules.resolve(module, file);
    if (target === null) return resolved(elsewhere(module), file);
    if (name === '*') return resolved({ ...value, module: target }, target);
    return exported(target, name, space) ?? resolved(otherValue, target);
  }

  function exported(
    file: string,
    name: string,
    space: 'value' | 'type',
    visited: ReadonlySet<string> = new Set(),
  ): ResolvedValue | null {
    const source = modules.source(file);
    if (!source || visited.has(file)) return null;
    const table = space === 'type' ? source.exportedTypes : source.exports;
    const own = Object.hasOwn(table, name) ? table[name] : undefined;
    if (own) return entered(own, file);
    const whole = source.exports['='];
    if (whole && name === 'default') return entered(whole, file);
    if (whole && name !== '=') return member(resolve(whole.value, file), name);
    if (!whole && name === '=') return resolved(namespaceOf(file), file);
    if (name === 'default') return null;
    for (const module of source.exportsAllOf) {
      const fromSdk = sdkExport(module, name, space);
      if (fromSdk) return resolved(fromSdk, file);
      const target = modules.resolve(module, file);
      const found =
        target === null ? null : exported(target, name, space, new Set([...visited, file]));
      if (found) return found;
    }
    return null;
  }

  function namespaceOf(file: string): StaticValue {
    return { kind: 'import', module: file, name: '*', space: 'value' };
  }

  /** The value of an export, with the exported name as a step on the way. */
  function entered(entry: SourceExport, file: string): ResolvedValue {
    const inner = resolve(entry.value, file);
    const isReference = entry.value.kind === 'import';
    const step: ViaStep = { kind: 'constant', name: entry.name, file, span: entry.span };
    return isReference ? inner : { ...inner, via: [step, ...inner.via] };
  }

  function ofMembers(
    of: ResolvedValue,
    members: StaticMembers,
    name: string,
  ): ResolvedValue | null {
    const found = ownMember(members, name);
    if (!found) return null;
    const inner = resolve(found.value, of.file);
    const last = of.via.at(-1);
    if (!last) return inner;
    const step: ViaStep = {
      ...last,
      name: `${last.name}.${name}`,
      span: found.span,
      file: of.file,
    };
    return { ...inner, via: [...of.via.slice(0, -1), step, ...inner.via] };
  }

  function member(of: ResolvedValue, name: string): ResolvedValue {
    const { value, file } = of;
    switch (value.kind) {
      case 'object':
        return ofMembers(of, value.members, name) ?? resolved(missingMember(value, name), file);
      case 'class':
        return ofMembers(of, value.statics, name) ?? resolved(otherValue, file);
      case 'sdk':
        return { ...of, value: sdkMember(value.shape, name) };
      case 'import':
        return memberOfNamespace(value, file, name);
      case 'one-of':
        return resolved(
          {
            kind: 'one-of',
            values: value.values.map((alternative) => ({ kind: 'member', of: alternative, name })),
          },
          file,
        );
      case 'unknown':
        return of;
      default:
        return resolved(otherValue, file);
    }
  }

  /** A value of kind `import` that is left after resolving is a namespace: of an SDK's package, or of a known file. */
  function memberOfNamespace(
    value: StaticValue & { kind: 'import' },
    file: string,
    name: string,
  ): ResolvedValue {
    if (sdkOfPackage(value.module)) {
      if (name === 'default') return resolved(value, file);
      return resolved(sdkExport(value.module, name, value.space) ?? otherValue, file);
    }
    return exported(value.module, name, value.space) ?? resolved(otherValue, file);
  }

  function called(of: ResolvedValue): ResolvedValue {
    const { value, file } = of;
    switch (value.kind) {
      case 'function': {
        const returns = resolve(value.returns, file);
        return { ...returns, value: returnedByCall(returns.value), via: of.via };
      }
      case 'sdk':
        return { ...of, value: sdkReturns(value.shape) };
      case 'one-of':
        return resolved(
          { kind: 'one-of', values: value.values.map((inner) => ({ kind: 'call', of: inner })) },
          file,
        );
      case 'class':
        return constructed(of);
      case 'unknown':
        return of;
      default:
        return resolved(otherValue, file);
    }
  }

  function constructed(of: ResolvedValue): ResolvedValue {
    const { value, file } = of;
    switch (value.kind) {
      case 'class':
        return resolved({ kind: 'object', members: value.instance, form: 'open' }, file);
      case 'sdk':
        return { ...of, value: sdkReturns(value.shape) };
      case 'unknown':
        return of;
      default:
        return resolved(otherValue, file);
    }
  }

  function concatenated(parts: readonly StaticValue[], file: string): ResolvedValue {
    let text = '';
    const via: ViaStep[] = [];
    for (const part of parts) {
      const { value, via: steps } = resolve(part, file);
      const isText =
        value.kind === 'literal' &&
        (typeof value.value === 'string' || typeof value.value === 'number');
      if (!isText) {
        const reason =
          value.kind === 'unknown' ? value.reason : 'it is put together while the program runs';
        const last = parts.at(-1);
        const ends = last?.kind === 'literal' && typeof last.value === 'string' ? last.value : '';
        return resolved({ kind: 'unknown', reason, pattern: { begins: text, ends } }, file);
      }
      text += String(value.value);
      via.push(...steps);
    }
    return { value: { kind: 'literal', value: text, span: null }, file, via };
  }

  return { resolve };
}

export type ValueResolver = ReturnType<typeof createValueResolver>;

/** Names such as `./flags`, `@/flags`, `~/flags`, `#flags` and `src/flags` mean a project's own files. */
function isOwnModule(module: string): boolean {
  return /^(\.|[@~]\/|[#~]|src\/)/.test(module);
}

/** What comes from a module that is not among the known files. */
function elsewhere(module: string): StaticValue {
  const reason = `it comes from \`${module}\``;
  return isOwnModule(module)
    ? unknownValue(`${reason}, which Flaglab cannot follow`)
    : { kind: 'unknown', reason: `${reason}, a package from elsewhere`, isForeign: true };
}
