import type { ViaStep } from '../../model/flagRead';
import type { StaticValue } from '../../model/staticValue';
import { unknownValue } from '../reads/staticValues';
import { argumentAt } from './argumentAt';
import { callSteps } from './callSteps';
import { importSteps } from './importSteps';
import { memberSteps } from './memberSteps';
import type { ModuleView } from './moduleView';
import type { CallFrame, ResolvedValue } from './resolvedValue';
import type { ResolvingSteps, ValuePlace } from './resolvingSteps';
import { valueAt } from './valueAt';

const deepest = 60;
const mostSteps = 4000;
/** No key is so long, and no value has so many alternatives: constants made of each other twice would grow without end. */
const longestText = 1000;
const mostParts = 2000;

/** Follows values through imports, members and calls until their head is known. */
export function createValueResolver(modules: ModuleView) {
  let depth = 0;
  let taken = 0;
  let isCut = false;
  const known = new WeakMap<StaticValue, ResolvedValue>();

  function resolve(
    value: StaticValue,
    file: string,
    frame: CallFrame | null = null,
  ): ResolvedValue {
    const remembered = frame === null ? known.get(value) : undefined;
    if (remembered) return remembered;
    if (depth === 0) {
      taken = 0;
      isCut = false;
    }
    if (depth > deepest || ++taken > mostSteps) {
      isCut = true;
      return valueAt(unknownValue('it refers to itself'), { file, frame });
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
        return steps.imported(value, file);
      case 'member':
        return steps.member(resolve(value.of, file, frame), value.name);
      case 'call':
        return steps.called(resolve(value.of, file, frame), value.arguments ?? [], { file, frame });
      case 'construct':
        return steps.constructed(resolve(value.of, file, frame), value.arguments ?? [], {
          file,
          frame,
        });
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
        return valueAt(value, { file, frame });
    }
  }

  function anyOf(parts: readonly ResolvedValue[], from: ValuePlace): ResolvedValue {
    const all = parts.flatMap((part) => part.parts ?? [part]);
    // Nothing beside something is no alternative: a member that is missing, `undefined`.
    const something = all.filter(({ value }) => value.kind !== 'other');
    const flat = something.length > 0 ? something : all.slice(0, 1);
    const [only] = flat;
    if (only && flat.length === 1) return only;
    if (flat.length > mostParts)
      return valueAt(unknownValue('it has too many possible values'), from);
    return { ...valueAt({ kind: 'one-of', values: [] }, from), parts: flat };
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
    return {
      ...valueAt(value, { file, frame }),
      parameter: { file, owner, index, name, path: [] },
    };
  }

  function concatenated(
    parts: readonly StaticValue[],
    file: string,
    frame: CallFrame | null,
  ): ResolvedValue {
    let text = '';
    const via: ViaStep[] = [];
    for (const part of parts) {
      const { value, via: inner, parameter } = resolve(part, file, frame);
      const isText =
        value.kind === 'literal' &&
        (typeof value.value === 'string' || typeof value.value === 'number');
      if (!isText) {
        const reason =
          value.kind === 'unknown' ? value.reason : 'it is put together while the program runs';
        const last = parts.at(-1);
        const ends = last?.kind === 'literal' && typeof last.value === 'string' ? last.value : '';
        const unsettled: StaticValue = { kind: 'unknown', reason, pattern: { begins: text, ends } };
        return { ...valueAt(unsettled, { file, frame }), ...(parameter && { parameter }) };
      }
      text += String(value.value);
      via.push(...inner);
      if (text.length > longestText || via.length > longestText) {
        return valueAt(unknownValue('it is too long to be followed'), { file, frame });
      }
    }
    return { ...valueAt({ kind: 'literal', value: text, span: null }, { file, frame }), via };
  }

  const steps: ResolvingSteps = {
    modules,
    resolve,
    anyOf,
    imported: (value, file) => imports.imported(value, file),
    memberOfNamespace: (value, of, name) => imports.memberOfNamespace(value, of, name),
    member: (of, name) => members.member(of, name),
    typeOf: (of) => members.typeOf(of),
    called: (of, args, caller) => calls.called(of, args, caller),
    constructed: (of, args, caller) => calls.constructed(of, args, caller),
    instanceOf: (of) => calls.instanceOf(of),
  };
  const imports = importSteps(steps);
  const members = memberSteps(steps);
  const calls = callSteps(steps);

  return {
    resolve,
    member: (of: ResolvedValue, name: string): ResolvedValue => steps.member(of, name),
    /** The value, or what a parameter's type tells of it. */
    typed(value: StaticValue, file: string, frame: CallFrame | null): ResolvedValue {
      const found = resolve(value, file, frame);
      return found.value.kind === 'parameter' ? (steps.typeOf(found) ?? found) : found;
    },
    /** What instances of a type or a class are. */
    instance: (type: StaticValue, file: string) => steps.instanceOf(resolve(type, file)),
  };
}

export type ValueResolver = ReturnType<typeof createValueResolver>;
