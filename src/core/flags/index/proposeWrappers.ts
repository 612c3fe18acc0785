import type { ReadCandidate } from '../../model/sourceFacts';
import type { StaticValue } from '../../model/staticValue';
import { unnamed } from '../reads/staticValues';
import { tellingNames } from '../reads/telling';
import { alternativesOf } from './alternativesOf';
import { compareText } from './compareText';
import type { LinkedCandidate, LinkedFile } from './linkReads';
import type { Readers } from './linkedFile';
import { declarationId, spanId } from './spanId';

/** An entry of `wrappers` in `flaglab.yaml` that seems to be missing, and why. */
export interface ProposedWrapper {
  readonly name: string;
  /** One of both is set. */
  readonly module?: string;
  readonly receiver?: string;
  readonly key: number;
  readonly property?: string;
  readonly sdk: string;
  /** In words for people. */
  readonly reason: string;
}

/** So many different keys make it likely that a function reads flags. */
const fewestKeys = 3;

type Call = ReadCandidate & { readonly kind: 'call' };

/** Calls that look like reads of an SDK and lead nowhere. */
function unsettledCalls(file: LinkedFile): readonly (LinkedCandidate & { candidate: Call })[] {
  return file.candidates.flatMap((linked) => {
    const { candidate, targets } = linked;
    const isUnsettled = candidate.kind === 'call' && candidate.likely && targets.length === 0;
    return isUnsettled ? [{ ...linked, candidate }] : [];
  });
}

function withoutEnding(file: string): string {
  return file.replace(/\.\w+$/, '').replace(/\/(index|__init__)$/, '');
}

/** A function that hands its parameter to what looks like a read. */
function ofParameter({ candidate }: { candidate: Call }, file: LinkedFile): ProposedWrapper | null {
  const { linking } = file;
  const { likely } = candidate;
  if (!likely || linking.source.context === 'test') return null;
  for (const argument of candidate.arguments) {
    const { parameter } = linking.resolver.resolve(argument.value, linking.file);
    if (!parameter || parameter.path.length > 1 || parameter.file !== linking.file) continue;
    const name = linking.source.names?.[spanId(parameter.owner)];
    if (name === undefined) continue;
    const [property] = parameter.path;
    return {
      name,
      module: withoutEnding(linking.file),
      key: parameter.index,
      ...(property !== undefined && { property }),
      sdk: likely.sdk,
      reason: `\`${name}\` hands \`${argument.text}\` to \`${likely.written}.${likely.call}\``,
    };
  }
  return null;
}

interface Group {
  readonly call: string;
  readonly receiver: string;
  readonly sdk: string;
  readonly key: number;
  readonly keys: Set<string>;
}

function lastName(written: string): string | null {
  return /([\w$]+)[^\w$]*$/.exec(written)?.[1] ?? null;
}

type Called = Pick<Group, 'call' | 'receiver' | 'sdk'>;

function likelyCalled({ likely }: Call): Called | null {
  const receiver = likely && lastName(likely.written);
  if (!likely || receiver === null || receiver === likely.call) return null;
  return { call: likely.call, receiver, sdk: likely.sdk };
}

function nameOf(value: StaticValue): string | null {
  switch (value.kind) {
    case 'named':
    case 'import':
    case 'member':
    case 'parameter':
      return value.name;
    default:
      return null;
  }
}

/** A method of the project that has the name of an SDK's read, and is none as far as is known. */
function namesake({ candidate, targets }: LinkedCandidate, readers: Readers): Called | null {
  const callee = unnamed(candidate.callee);
  if (callee.kind !== 'member') return null;
  const [sdk] = tellingNames.tellingReads.get(callee.name) ?? [];
  const receiver = nameOf(callee.of);
  const isProjects = targets.some(({ kind }) => kind === 'declared');
  const isKnown = targets.some(
    (target) => target.kind !== 'declared' || readers.has(declarationId(target.file, target.span)),
  );
  if (sdk === undefined || receiver === null || !isProjects || isKnown) return null;
  return { call: callee.name, receiver, sdk };
}

/** A method called with several texts that could be keys. */
function addToGroup(
  groups: Map<string, Group>,
  candidate: Call,
  called: Called | null,
  file: LinkedFile,
): void {
  if (!called) return;
  const { call, receiver, sdk } = called;
  const { resolver, file: path } = file.linking;
  for (const [key, argument] of candidate.arguments.entries()) {
    const texts = alternativesOf(resolver.resolve(argument.value, path)).flatMap(({ value }) =>
      value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [],
    );
    if (texts.length === 0) continue;
    const id = `${receiver}.${call} ${key}`;
    const group = groups.get(id) ?? { call, receiver, sdk, key, keys: new Set() };
    groups.set(id, group);
    for (const text of texts) group.keys.add(text);
    return;
  }
}

/**
 * Entries for `wrappers` that would settle calls which look like reads: a function that hands its parameter to one, or a method
 * called with at least three different keys, also one of the project's own with the name of an SDK's. In stable order.
 */
export function proposeWrappers(
  files: readonly LinkedFile[],
  readers: Readers,
): readonly ProposedWrapper[] {
  const proposed = new Map<string, ProposedWrapper>();
  const groups = new Map<string, Group>();
  for (const file of files) {
    for (const linked of unsettledCalls(file)) {
      const wrapper = ofParameter(linked, file);
      if (wrapper) proposed.set(`${wrapper.name} ${wrapper.module}`, wrapper);
      else if (file.linking.source.context !== 'test') {
        addToGroup(groups, linked.candidate, likelyCalled(linked.candidate), file);
      }
    }
    for (const linked of file.candidates) {
      const { candidate } = linked;
      if (candidate.kind === 'call' && file.linking.source.context !== 'test') {
        addToGroup(groups, candidate, namesake(linked, readers), file);
      }
    }
  }
  const likely = new Set(
    [...groups.values()].flatMap(({ receiver, sdk, keys }) =>
      keys.size >= fewestKeys ? [`${receiver} ${sdk}`] : [],
    ),
  );
  for (const { call, receiver, sdk, key, keys } of groups.values()) {
    // One method of an object that reads many flags is enough for the others of SDKs' names.
    if (!likely.has(`${receiver} ${sdk}`)) continue;
    const count = keys.size === 1 ? 'one key' : `${keys.size} different keys`;
    const reason = `\`${receiver}.${call}\` is called with ${count}`;
    proposed.set(`${call} on ${receiver}`, { name: call, receiver, key, sdk, reason });
  }
  return [...proposed]
    .sort(([first], [second]) => compareText(first, second))
    .map(([, wrapper]) => wrapper);
}
