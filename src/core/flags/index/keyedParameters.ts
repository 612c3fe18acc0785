import type { SourceFacts } from '../../model/sourceFacts';
import { exportedFunctions } from './exportedFunctions';
import type { ValueResolver } from './resolveValue';
import { declarationId } from './spanId';
import { textsOfType } from './textsOfType';

/** A parameter that takes one of several texts, by its type: `(flag: 'a' | 'b') => boolean`. */
export interface KeyedParameter {
  /** `declarationId` of its function. */
  readonly id: string;
  /** What its function is called. */
  readonly called: string;
  readonly index: number;
  readonly name: string;
  readonly texts: readonly string[];
}

/** The parameters of a file's exported functions and methods that take one of several texts. */
export function keyedParametersIn(
  file: string,
  source: SourceFacts,
  resolver: ValueResolver,
): readonly KeyedParameter[] {
  return exportedFunctions(source).flatMap(({ called, span, value }) =>
    (value.parameters ?? []).flatMap(({ name, type }, index) => {
      const texts = type ? textsOfType(type, file, resolver) : [];
      return texts.length > 0
        ? [{ id: declarationId(file, span), called, index, name, texts }]
        : [];
    }),
  );
}
