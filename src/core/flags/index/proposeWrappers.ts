import type { ReadCandidate } from '../../model/sourceFacts';
import { alternativesOf } from './candidateTargets';
import { compareText } from './compareText';
import type { LinkedCandidate, LinkedFile } from './linkReads';
import { spanId } from './spanId';

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

/** A method called with several texts that could be keys. */
function addToGroup(groups: Map<string, Group>, candidate: Call, file: LinkedFile): void {
  const { likely } = candidate;
  const receiver = likely && lastName(likely.written);
  if (!likely || receiver === null || receiver === likely.call) return;
  const { resolver, file: path } = file.linking;
  for (const [key, argument] of candidate.arguments.entries()) {
    const texts = alternativesOf(resolver.resolve(argument.value, path)).flatMap(({ value }) =>
      value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [],
    );
    if (texts.length === 0) continue;
    const id = `${receiver}.${likely.call} ${key}`;
    const { call, sdk } = likely;
    const group = groups.get(id) ?? { call, receiver, sdk, key, keys: new Set() };
    groups.set(id, group);
    for (const text of texts) group.keys.add(text);
    return;
  }
}

/**
 * Entries for `wrappers` that would settle calls which look like reads: a function that hands its parameter to one, or a method
 * called with at least three different keys. In stable order.
 */
export function proposeWrappers(files: readonly LinkedFile[]): readonly ProposedWrapper[] {
  const proposed = new Map<string, ProposedWrapper>();
  const groups = new Map<string, Group>();
  for (const file of files) {
    for (const linked of unsettledCalls(file)) {
      const wrapper = ofParameter(linked, file);
      if (wrapper) proposed.set(`${wrapper.name} ${wrapper.module}`, wrapper);
      else if (file.linking.source.context !== 'test') {
        addToGroup(groups, linked.candidate, file);
      }
    }
  }
  for (const { call, receiver, sdk, key, keys } of groups.values()) {
    if (keys.size < fewestKeys) continue;
    const reason = `\`${receiver}.${call}\` is called with ${keys.size} different keys`;
    proposed.set(`${call} on ${receiver}`, { name: call, receiver, key, sdk, reason });
  }
  return [...proposed]
    .sort(([first], [second]) => compareText(first, second))
    .map(([, wrapper]) => wrapper);
}
