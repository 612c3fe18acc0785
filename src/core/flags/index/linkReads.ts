import type { FlagRead, UnresolvedRead } from '../../model/flagRead';
import type { ReadCandidate, SourceFacts } from '../../model/sourceFacts';
import { sdkById } from '../reads/sdkShapes';
import { candidateOutcomes } from './candidateOutcomes';
import { targetsOf } from './candidateTargets';
import { heldBy } from './heldReaders';
import { implementationsIn, type Implementation } from './implementations';
import { keyedParametersIn, type KeyedParameter } from './keyedParameters';
import type { Linking, Outcome, Readers, StatedReader, Targets } from './linkedFile';
import { namesakesIn } from './namesakes';
import { standInsIn } from './standIns';
import type { StatedWrapper } from './statedWrapper';
import type { ValueResolver } from './resolveValue';

/** A read whose key may still be another one that has the same form in camel case. */
export interface LinkedRead {
  readonly read: FlagRead;
  readonly isCamelCase: boolean;
}

/** A candidate, and what it calls. */
export interface LinkedCandidate extends Targets {
  readonly candidate: ReadCandidate;
  /** It calls a function of the project, or may do so, so what it reads depends on that function. */
  readonly callsDeclared: boolean;
}

/** One file whose candidates are traced to what they call. */
export interface LinkedFile {
  readonly linking: Linking;
  readonly candidates: readonly LinkedCandidate[];
  readonly implementations: readonly Implementation[];
  /** Functions that are named as an SDK's reads are, beside packages of its vendor or in the place of its client. */
  readonly namesakes: readonly StatedReader[];
  /** Parameters that take one of several texts, looked for when first asked. */
  readonly keyedParameters: () => readonly KeyedParameter[];
  /** What the keys of a candidate are, given which functions read flags. */
  outcomes(linked: LinkedCandidate, readers: Readers): readonly Outcome[];
}

/** Traces the candidates of one file to what they call, given what is known of the files it imports. */
export function linkFile(
  file: string,
  source: SourceFacts,
  resolver: ValueResolver,
  sourceOf: (file: string) => SourceFacts | null,
  wrappers: readonly StatedWrapper[] = [],
): LinkedFile {
  const linking: Linking = { file, source, resolver, sourceOf, wrappers };
  let keyed: readonly KeyedParameter[] | null = null;
  const settled = new Map<LinkedCandidate, readonly Outcome[]>();
  const candidates = source.candidates.map((candidate): LinkedCandidate => {
    const { targets, reason, asked } = targetsOf(candidate, file, null, linking);
    const isStated = targets.some((target) => target.kind === 'stated' && !target.made);
    const mayBeHeld = targets.length === 0 && reason !== null && candidate.path !== undefined;
    const callsDeclared =
      mayBeHeld || (!isStated && targets.some(({ kind }) => kind === 'declared'));
    return { targets, reason, candidate, callsDeclared, asked };
  });
  return {
    linking,
    candidates,
    implementations: implementationsIn(file, source, resolver),
    namesakes: [...namesakesIn(file, source), ...standInsIn(source, file, resolver)],
    keyedParameters() {
      keyed ??= keyedParametersIn(file, source, resolver);
      return keyed;
    },
    outcomes(linked, readers) {
      const known = settled.get(linked);
      if (known) return known;
      const found = candidateOutcomes(linked, linking, readers);
      if (!linked.callsDeclared) settled.set(linked, found);
      return found;
    },
  };
}

/** All reads of one file, given which functions read flags. */
export function readsWith(file: LinkedFile, readers: Readers): readonly LinkedRead[] {
  return file.candidates.flatMap((linked) =>
    file
      .outcomes(linked, readers)
      .flatMap((outcome) =>
        outcome.kind === 'read' ? [readOf(outcome, linked, file.linking)] : [],
      ),
  );
}

/** A read of a candidate's own file. */
export function readOf(
  outcome: Outcome & { kind: 'read' },
  { candidate }: LinkedCandidate,
  { file, source }: Linking,
): LinkedRead {
  const { isCamelCase, keyAt, kind: _kind, ...read } = outcome;
  const keySpan = keyAt?.file === file ? keyAt.span : null;
  const keyElsewhere = keyAt && keyAt.file !== file ? keyAt : undefined;
  const { language, context } = source;
  return {
    isCamelCase,
    read: {
      ...read,
      file,
      span: candidate.span,
      keySpan,
      ...(keyElsewhere && { keyElsewhere }),
      language,
      context,
      ...(candidate.use && { use: candidate.use }),
    },
  };
}

/** A candidate whose callee cannot be settled, where it looks like a read all the same. */
export function unsettled(
  { candidate, targets, reason }: LinkedCandidate,
  { file }: Linking,
  readers: Readers,
): UnresolvedRead | null {
  const { likely, span } = candidate;
  if (targets.length > 0 || !likely || reason === null) return null;
  if (heldBy(candidate, readers).length > 0) return null;
  const { sdk, call, written } = likely;
  const name = sdkById(sdk).name;
  return {
    file,
    span,
    sdk,
    call,
    reason: `\`${written}\` cannot be traced to ${name}: ${reason}.`,
  };
}
