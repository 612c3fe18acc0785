import type { ReadContext, SourceLanguage } from './flagRead';
import type { Span } from './position';
import type { StaticValue } from './staticValue';

/** An argument, attribute or default as written, and what is known of it. */
export interface CandidateArgument {
  readonly span: Span;
  /** The expression's text, shortened where it is long. */
  readonly text: string;
  readonly value: StaticValue;
}

/**
 * A place in a file that may read a flag: whether it does is settled by linking, once the files it imports are known.
 * - `call`: `callee(...arguments)`; - `element`: `<callee ...attributes>`;
 * - `property`: `callee.name`, where the members of `callee` may be flags.
 */
export type ReadCandidate = {
  /** The whole call, element or property access. */
  readonly span: Span;
  readonly callee: StaticValue;
  /**
   * Set where name, shape and imports make a read of an SDK likely even if `callee` cannot be settled: its id, and
   * how the callee is written.
   */
  readonly likely: { readonly sdk: string; readonly call: string; readonly written: string } | null;
} & (
  | {
      readonly kind: 'call';
      readonly arguments: readonly CandidateArgument[];
      /** `f(...list)`: positions of arguments are not known. */
      readonly spread: boolean;
    }
  | {
      readonly kind: 'element';
      readonly attributes: Readonly<Record<string, CandidateArgument>>;
      readonly spread: boolean;
    }
  | {
      readonly kind: 'property';
      /** The property's name, or the value of the expression in brackets. */
      readonly property: CandidateArgument;
      readonly default: CandidateArgument | null;
    }
);

/** What a file offers to files that import it; `span` is the place of the declared name. */
export interface SourceExport {
  readonly name: string;
  readonly span: Span;
  readonly value: StaticValue;
}

/** What one source file says, before linking. */
export interface SourceFacts {
  readonly language: SourceLanguage;
  readonly context: ReadContext;
  readonly candidates: readonly ReadCandidate[];
  /** By exported name; `default` and `=` (`module.exports`) included. */
  readonly exports: Readonly<Record<string, SourceExport>>;
  readonly exportedTypes: Readonly<Record<string, SourceExport>>;
  /** Modules of which everything is exported again (`export * from`). */
  readonly exportsAllOf: readonly string[];
}
