import type { ReadCandidate } from '../../model/sourceFacts';
import type { StaticValue } from '../../model/staticValue';
import type { CallRule } from '../reads/readRule';
import { unnamed } from '../reads/staticValues';
import type { Target } from './linkedFile';
import { folderOf, pathFrom } from './paths';

/** A function of the project that reads a flag, as the settings state it. */
export interface StatedWrapper {
  readonly name: string;
  /** Where it is imported from: the module's name as written, or its path from the root without an ending. */
  readonly module?: string | undefined;
  /** What it is called on: the object's name, or that of its type. */
  readonly receiver?: string | undefined;
  readonly rule: CallRule;
  readonly sdk: string;
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, '').replace(/\/(index|__init__)$/, '');
}

/** The module that a called function comes from, as imported. */
function moduleOf(value: StaticValue): string | null {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'import':
      return inner.module;
    case 'member':
    case 'call':
    case 'construct':
      return moduleOf(inner.of);
    default:
      return null;
  }
}

function isFromModule(
  module: string,
  candidate: ReadCandidate,
  targets: readonly Target[],
  file: string,
): boolean {
  const written = moduleOf(candidate.callee)?.replace(/^(python|go|jvm|dotnet):/, '');
  const isPath = written?.startsWith('.') === true;
  const meant = isPath && written !== undefined ? pathFrom(folderOf(file), written) : null;
  const path = withoutEnding(module.replace(/^\.\//, ''));
  if (written === module || (meant !== null && withoutEnding(meant) === path)) return true;
  return targets.some(
    (target) => target.kind === 'declared' && withoutEnding(target.file) === path,
  );
}

/** Names of the types that what a method is called on may have. */
function typeNames(value: StaticValue): readonly string[] {
  const inner = unnamed(value);
  const own = value.kind === 'named' ? [value.name] : [];
  switch (inner.kind) {
    case 'import':
      return [...own, inner.name];
    case 'parameter':
      return inner.type ? typeNames(inner.type) : own;
    case 'construct':
    case 'call':
      return [...own, ...typeNames(inner.of)];
    case 'member':
      return [...own, inner.name, ...typeNames(inner.of)];
    case 'one-of':
      return inner.values.flatMap(typeNames);
    default:
      return own;
  }
}

function isOnReceiver(receiver: string, candidate: ReadCandidate): boolean {
  if (candidate.path?.at(-2) === receiver) return true;
  const callee = unnamed(candidate.callee);
  const alternatives = callee.kind === 'one-of' ? callee.values.map(unnamed) : [callee];
  return alternatives.some(
    (each) => each.kind === 'member' && typeNames(each.of).includes(receiver),
  );
}

/** What the settings say of a call; null where they say nothing. */
export function statedTarget(
  candidate: ReadCandidate,
  targets: readonly Target[],
  file: string,
  wrappers: readonly StatedWrapper[],
): (Target & { readonly kind: 'stated' }) | null {
  if (candidate.kind !== 'call') return null;
  const imported = unnamed(candidate.callee);
  const names = [candidate.path?.at(-1), imported.kind === 'import' ? imported.name : undefined];
  const found = wrappers.find(
    ({ name, module, receiver }) =>
      names.includes(name) &&
      (module === undefined || isFromModule(module, candidate, targets, file)) &&
      (receiver === undefined || isOnReceiver(receiver, candidate)),
  );
  return found ? { kind: 'stated', name: found.name, rule: found.rule, sdk: found.sdk } : null;
}
