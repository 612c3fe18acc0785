import type { ViaStep } from '../../model/flagRead';
import type { Span } from '../../model/position';
import type { SourceExport, SourceFacts } from '../../model/sourceFacts';
import type {
  SdkShapeReference,
  StaticArgument,
  StaticMembers,
  StaticParameter,
  StaticValue,
} from '../../model/staticValue';
import { sdkDefaultExport, sdkExport, sdkOfPackage, sdkReturns } from '../reads/sdkShapes';
import {
  memberOf,
  memberOfSdk,
  missingMember,
  otherValue,
  ownMember,
  returnedByCall,
  sdkMade,
  typedObject,
  unknownValue,
} from '../reads/staticValues';
import { namesOfMembers } from '../reads/namesOfMembers';
import { argumentAt } from './argumentAt';
import type { Declaration } from './declarations';
import { memberOfExports } from './memberOfExports';

/** What a function or constructor was called with, for the values of its parameters. */
export interface CallFrame {
  readonly file: string;
  /** Declared name of the function or class. */
  readonly owner: Span;
  readonly parameters: readonly StaticParameter[];
  readonly given: readonly StaticArgument[];
  /** Where the arguments were written. */
  readonly callerFile: string;
  readonly callerFrame: CallFrame | null;
  /** Frames of the functions around it. */
  readonly outer: CallFrame | null;
}

/** A parameter that no call on the way gave a value, and the way from it to the value asked for. */
export interface OpenParameter {
  readonly file: string;
  readonly owner: Span;
  readonly index: number;
  readonly name: string;
  readonly path: readonly string[];
}

/** A value whose head is known, with the file its spans are in and the named constants on the way to it. */
export interface ResolvedValue {
  readonly value: StaticValue;
  readonly file: string;
  readonly via: readonly ViaStep[];
  readonly frame: CallFrame | null;
  /** Of a value of kind `one-of`: its alternatives. */
  readonly parts?: readonly ResolvedValue[];
  /** Of an instance: what its class extends. */
  readonly bases?: readonly StaticValue[];
  /** Set where the value is, or is a part of, a parameter: `value` is then what its type tells. */
  readonly parameter?: OpenParameter;
  /** The place of the declared name by which the value was reached as a member. */
  readonly declared?: { readonly file: string; readonly span: Span; readonly name: string };
}

type ImportValue = StaticValue & { readonly kind: 'import' };

/** The files that are known, for following imports. */
export interface ModuleView {
  /**
   * Where `name` is declared when `importingFile` imports it from a module: the module's one file for JavaScript and Python,
   * all files that declare the name for a package or namespace of many files. None where no such file is known.
   */
  resolve(module: string, importingFile: string, name: string): readonly Declaration[];
  source(file: string): SourceFacts | null;
}

const deepest = 60;
const mostSteps = 4000;

/** `Type.*`: the names of a package that begin with `Type.`, such as methods of the type in other files. */
function holdsNames(value: StaticValue): boolean {
  return value.kind === 'import' && value.name.endsWith('.*');
}

/** Follows values through imports, members and calls until their head is known. */
export function createValueResolver(modules: ModuleView) {
  let depth = 0;
  let steps = 0;
  let isCut = false;
  const known = new WeakMap<StaticValue, ResolvedValue>();

  function at(value: StaticValue, from: Pick<ResolvedValue, 'file' | 'frame'>): ResolvedValue {
    return { value, file: from.file, via: [], frame: from.frame };
  }

  function resolve(
    value: StaticValue,
    file: string,
    frame: CallFrame | null = null,
  ): ResolvedValue {
    const remembered = frame === null ? known.get(value) : undefined;
    if (remembered) return remembered;
    if (depth === 0) {
      steps = 0;
      isCut = false;
    }
    if (depth > deepest || ++steps > mostSteps) {
      isCut = true;
      return at(unknownValue('it refers to itself'), { file, frame });
    }
    depth++;
    try {
      const found = head(value, file, frame);
      if (frame === null && !isCut) known.set(value, found);
      return found;
    } finally {
      depth--;
    }
  }

  function head(value: StaticValue, file: string, frame: CallFrame | null): ResolvedValue {
    switch (value.kind) {
      case 'named': {
        const inner = resolve(value.value, file, frame);
        const step: ViaStep = { kind: 'constant', name: value.name, file, span: value.span };
        return { ...inner, via: [step, ...inner.via] };
      }
      case 'import':
        return imported(value, file);
      case 'member':
        return member(resolve(value.of, file, frame), value.name);
      case 'call':
        return called(resolve(value.of, file, frame), value.arguments ?? [], { file, frame });
      case 'construct':
        return constructed(resolve(value.of, file, frame), value.arguments ?? [], { file, frame });
      case 'parameter':
        return given(value, file, frame);
      case 'concat':
        return concatenated(value.parts, file, frame);
      case 'one-of':
        return anyOf(
          value.values.map((inner) => resolve(inner, file, frame)),
          { file, frame },
        );
      case 'literal':
      case 'object':
      case 'sdk':
      case 'function':
      case 'class':
      case 'other':
      case 'unknown':
        return at(value, { file, frame });
    }
  }

  function anyOf(
    parts: readonly ResolvedValue[],
    from: Pick<ResolvedValue, 'file' | 'frame'>,
  ): ResolvedValue {
    const all = parts.flatMap((part) => part.parts ?? [part]);
    // Nothing beside something is no alternative: a member that is missing, `undefined`.
    const something = all.filter(({ value }) => value.kind !== 'other');
    const flat = something.length > 0 ? something : all.slice(0, 1);
    const [only] = flat;
    if (only && flat.length === 1) return only;
    return { ...at({ kind: 'one-of', values: [] }, from), parts: flat };
  }

  /** What the caller gave for a parameter, or what is taken where it gave nothing; else the parameter stays open. */
  function given(
    value: StaticValue & { kind: 'parameter' },
    file: string,
    frame: CallFrame | null,
  ): ResolvedValue {
    for (let around = frame; around; around = around.outer) {
      const { owner } = around;
      const isOwner =
        around.file === file &&
        owner.start.line === value.owner.start.line &&
        owner.start.column === value.owner.start.column;
      if (!isOwner) continue;
      const argument = argumentAt(around.given, value.index, value.name);
      if (argument) return resolve(argument.value, around.callerFile, around.callerFrame);
      const fallback = around.parameters[value.index]?.default;
      if (fallback) return resolve(fallback, file, around);
    }
    const { owner, index, name } = value;
    return { ...at(value, { file, frame }), parameter: { file, owner, index, name, path: [] } };
  }

  /** An import with the list of modules that its file keeps for it. */
  function withModules(value: ImportValue, file: string): ImportValue {
    const { lookup, ...rest } = value;
    if (lookup === undefined) return value;
    return { ...rest, orModules: modules.source(file)?.lookups?.[lookup] ?? [] };
  }

  function imported(written: ImportValue, file: string): ResolvedValue {
    const value = withModules(written, file);
    const { module, name, space, orModules = [] } = value;
    if (holdsNames(value)) return at(value, { file, frame: null });
    let first: ResolvedValue | null = null;
    for (const each of [module, ...orModules]) {
      const found = importedFrom(each, value, file);
      if (found && (found.value.kind !== 'unknown' || orModules.length === 0)) return found;
      first ??= found;
    }
    if (first) return first;
    const whole: StaticValue = { kind: 'import', module, name, space };
    return at(name === '*' ? whole : declaredNowhere(value), { file, frame: null });
  }

  /** Null where the module is known and does not declare the name. */
  function importedFrom(
    module: string,
    { name, space, orModules }: StaticValue & { kind: 'import' },
    file: string,
  ): ResolvedValue | null {
    const here = { file, frame: null };
    const whole: StaticValue = { kind: 'import', module, name: '*', space };
    if (sdkOfPackage(module)) {
      if (name === 'default') return at(sdkDefaultExport(module) ?? whole, here);
      if (name === '*' || name === '=') return at(whole, here);
      const found = sdkExport(module, name, space);
      if (orModules && (found === null || found.kind === 'other')) return null;
      return at(found ?? otherValue, here);
    }
    if (name === '*' && modules.source(module)) return at(whole, { file: module, frame: null });
    if (name === '*' && isOfManyFiles(module)) return at(whole, here);
    const targets = modules.resolve(module, file, name);
    for (const target of targets) {
      if (name === '*') {
        return at({ ...whole, module: target.file }, { file: target.file, frame: null });
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
    const [target] = modules.resolve(inner, file, '*');
    if (!target) return null;
    return at(namespaceOf(target.file), { file: target.file, frame: null });
  }

  function notFound(
    target: string | undefined,
    module: string,
    file: string,
    orModules: readonly string[] | undefined,
  ): ResolvedValue | null {
    if (orModules) return null;
    return target === undefined
      ? at(elsewhere(module), { file, frame: null })
      : at(otherValue, { file: target, frame: null });
  }

  function exported(
    file: string,
    name: string,
    space: 'value' | 'type',
    visited: ReadonlySet<string> = new Set(),
  ): ResolvedValue | null {
    const source = modules.source(file);
    if (!source || visited.has(file)) return null;
    const own = memberOfExports(source, name, space);
    if (own) return entered(own.entry, file, own.isOtherSpace);
    const whole = source.exports['='];
    if (whole && name === 'default') return entered(whole, file);
    if (whole && name !== '=') return member(resolve(whole.value, file), name);
    if (!whole && name === '=') return at(namespaceOf(file), { file, frame: null });
    if (name === 'default') return null;
    for (const module of source.exportsAllOf) {
      const fromSdk = sdkExport(module, name, space);
      if (fromSdk) return at(fromSdk, { file, frame: null });
      for (const target of modules.resolve(module, file, name)) {
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
    const whole = resolve(entry.value, file);
    const inner = isInstance ? instanceOf(whole) : whole;
    const isReference = entry.value.kind === 'import';
    const step: ViaStep = { kind: 'constant', name: entry.name, file, span: entry.span };
    if (isReference) return inner;
    const declared = { file, span: entry.span, name: entry.name };
    return { ...inner, via: [step, ...inner.via], declared: inner.declared ?? declared };
  }

  function ofMembers(
    of: ResolvedValue,
    members: StaticMembers,
    name: string,
  ): ResolvedValue | null {
    const found = ownMember(members, name);
    if (!found) return null;
    const type = of.value.kind === 'object' ? of.value.type : undefined;
    const typed = type ? typedObject(found.value, memberOf(type, name)) : found.value;
    const reached = resolve(typed, of.file, of.frame);
    const inner = {
      ...reached,
      declared: { file: of.file, span: found.span, name },
    };
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

  /** A member that an object has by its declared type. */
  function ofType(
    of: ResolvedValue,
    { type, form }: StaticValue & { kind: 'object' },
    name: string,
  ): ResolvedValue | null {
    if (!type || form !== 'open') return null;
    return member(instanceOf(resolve(type, of.file, of.frame)), name);
  }

  /** A member that an instance has from what its class extends. */
  function inherited(of: ResolvedValue, name: string): ResolvedValue | null {
    for (const base of of.bases ?? []) {
      const instance = instanceOf(resolve(base, of.file, of.frame));
      const { kind } = instance.value;
      if (kind !== 'object' && kind !== 'sdk' && !holdsNames(instance.value)) continue;
      const found = member(instance, name);
      if (found.value.kind !== 'other' && found.value.kind !== 'unknown') {
        return { ...found, via: [...of.via.slice(0, -1), ...found.via] };
      }
    }
    return null;
  }

  function member(of: ResolvedValue, name: string): ResolvedValue {
    const { value, parameter } = of;
    if (parameter) return memberOfParameter(of, parameter, name);
    const names = name === '*' && value.kind === 'object' ? namesOfMembers(value) : null;
    if (names) return resolve(names, of.file, of.frame);
    switch (value.kind) {
      case 'object':
        return (
          ofMembers(of, value.members, name) ??
          inherited(of, name) ??
          ofType(of, value, name) ??
          at(missingMember(value, name), of)
        );
      case 'class':
        return (
          ofMembers(of, value.statics, name) ??
          inherited({ ...of, bases: value.bases ?? [] }, name) ??
          at(otherValue, of)
        );
      case 'sdk':
        return { ...of, value: memberOfSdk(value, name) };
      case 'import':
        return memberOfNamespace(value, of, name);
      case 'one-of':
        return anyOf(
          (of.parts ?? []).map((part) => member(part, name)),
          of,
        );
      case 'unknown':
        return of;
      default:
        return at(otherValue, of);
    }
  }

  /** By the parameter's type where that tells; it remains a part of the parameter. */
  function memberOfParameter(
    of: ResolvedValue,
    parameter: OpenParameter,
    name: string,
  ): ResolvedValue {
    const typed = typeOf(of);
    const path = [...parameter.path, name];
    const part = typed
      ? member(typed, name)
      : at(unknownValue(`\`${[parameter.name, ...path].join('.')}\` is part of a parameter`), of);
    return { ...part, parameter: { ...parameter, path } };
  }

  /** What the type of an open parameter says of its values; the value itself where it is none. */
  function typeOf(of: ResolvedValue): ResolvedValue | null {
    const { parameter: _open, ...known } = of;
    if (of.value.kind !== 'parameter') return known;
    const { type } = of.value;
    return type ? instanceOf(resolve(type, of.file, of.frame)) : null;
  }

  /** A value of kind `import` that is left after resolving is a namespace: of an SDK's package, or of known files. */
  function memberOfNamespace(
    value: StaticValue & { kind: 'import' },
    of: ResolvedValue,
    name: string,
  ): ResolvedValue {
    const { module, space } = value;
    if (holdsNames(value)) {
      return imported({ ...value, name: `${value.name.slice(0, -1)}${name}` }, of.file);
    }
    if (sdkOfPackage(module)) {
      if (name === 'default') return at(sdkDefaultExport(module) ?? value, of);
      return at(sdkExport(module, name, space) ?? otherValue, of);
    }
    if (modules.source(module)) return exported(module, name, space) ?? at(otherValue, of);
    return imported({ ...value, name }, of.file);
  }

  function sdkCalled(
    shape: SdkShapeReference,
    of: ResolvedValue,
    args: readonly StaticArgument[],
    { file, frame }: Pick<ResolvedValue, 'file' | 'frame'>,
  ): ResolvedValue {
    const value = sdkMade(sdkReturns(shape), args);
    // The arguments stand where the call does.
    return value.kind === 'sdk' && value.made ? { ...of, value, file, frame } : { ...of, value };
  }

  function called(
    of: ResolvedValue,
    args: readonly StaticArgument[],
    caller: Pick<ResolvedValue, 'file' | 'frame'>,
  ): ResolvedValue {
    const { value, file } = of;
    switch (value.kind) {
      case 'function': {
        const frame = frameOf(value, of, args, caller);
        const returns = resolve(value.returns, file, frame);
        if (value.hasOneResult) return { ...returns, via: [...of.via, ...returns.via] };
        return { ...returns, value: returnedByCall(returns.value), via: of.via };
      }
      case 'sdk':
        return sdkCalled(value.shape, of, args, caller);
      // Kotlin, Python and others make an instance by calling the class.
      case 'class':
        return constructed(of, args, caller);
      case 'one-of':
        return anyOf(
          (of.parts ?? []).map((part) => called(part, args, caller)),
          of,
        );
      case 'parameter': {
        const typed = typeOf(of);
        return typed ? called(typed, args, caller) : at(otherValue, of);
      }
      case 'unknown':
        return at(value, of);
      default:
        return at(otherValue, of);
    }
  }

  function frameOf(
    value: StaticValue & { kind: 'function' | 'class' },
    of: ResolvedValue,
    args: readonly StaticArgument[],
    caller: Pick<ResolvedValue, 'file' | 'frame'>,
  ): CallFrame | null {
    if (!value.name || !value.parameters) return of.frame;
    return {
      file: of.file,
      owner: value.name,
      parameters: value.parameters,
      given: args,
      callerFile: caller.file,
      callerFrame: caller.frame,
      outer: of.frame,
    };
  }

  function constructed(
    of: ResolvedValue,
    args: readonly StaticArgument[],
    caller: Pick<ResolvedValue, 'file' | 'frame'>,
  ): ResolvedValue {
    const { value } = of;
    switch (value.kind) {
      case 'class': {
        const instance: StaticValue = { kind: 'object', members: value.instance, form: 'open' };
        const frame = frameOf(value, of, args, caller);
        const bases = value.bases;
        return { ...of, value: instance, frame, ...(bases && { bases }) };
      }
      case 'sdk':
        return { ...of, value: sdkReturns(value.shape) };
      case 'one-of':
        return anyOf(
          (of.parts ?? []).map((part) => constructed(part, args, caller)),
          of,
        );
      case 'unknown':
        return of;
      default:
        return at(otherValue, of);
    }
  }

  /** A type is written as its class in some places: what counts is what its instances are. */
  function instanceOf(of: ResolvedValue): ResolvedValue {
    return of.value.kind === 'class' ? constructed(of, [], of) : of;
  }

  function concatenated(
    parts: readonly StaticValue[],
    file: string,
    frame: CallFrame | null,
  ): ResolvedValue {
    let text = '';
    const via: ViaStep[] = [];
    for (const part of parts) {
      const { value, via: taken, parameter } = resolve(part, file, frame);
      const isText =
        value.kind === 'literal' &&
        (typeof value.value === 'string' || typeof value.value === 'number');
      if (!isText) {
        const reason =
          value.kind === 'unknown' ? value.reason : 'it is put together while the program runs';
        const last = parts.at(-1);
        const ends = last?.kind === 'literal' && typeof last.value === 'string' ? last.value : '';
        const unsettled: StaticValue = { kind: 'unknown', reason, pattern: { begins: text, ends } };
        return { ...at(unsettled, { file, frame }), ...(parameter && { parameter }) };
      }
      text += String(value.value);
      via.push(...taken);
    }
    return { ...at({ kind: 'literal', value: text, span: null }, { file, frame }), via };
  }

  return {
    resolve,
    member,
    /** The value, or what a parameter's type tells of it. */
    typed(value: StaticValue, file: string, frame: CallFrame | null): ResolvedValue {
      const found = resolve(value, file, frame);
      return found.value.kind === 'parameter' ? (typeOf(found) ?? found) : found;
    },
    /** What instances of a type or a class are. */
    instance: (type: StaticValue, file: string) => instanceOf(resolve(type, file)),
  };
}

export type ValueResolver = ReturnType<typeof createValueResolver>;

/** Packages of Go and the JVM and namespaces of .NET: their files share their names. */
function isOfManyFiles(module: string): boolean {
  return /^(go|jvm|dotnet):/.test(module);
}

/** Names such as `./flags`, `@/flags`, `~/flags`, `#flags` and `src/flags` mean a project's own files. */
function isOwnModule(module: string): boolean {
  return /^(\.|[@~]\/|[#~]|src\/)/.test(module);
}

/** A name that none of the places declares where it may come from. */
function declaredNowhere({
  module,
  name,
  orModules,
}: StaticValue & { kind: 'import' }): StaticValue {
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
