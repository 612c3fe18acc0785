import type { JsonValue } from './json';
import type { Span } from './position';

/** Type of the value a flag evaluates to. */
export type FlagValueType = 'boolean' | 'string' | 'number' | 'object';

export interface FlagVariant {
  readonly name: string;
  readonly value: JsonValue;
}

/** A variant and the share of subjects that get it, 0 to 1. */
export interface VariantShare {
  readonly variant: string;
  readonly share: number;
}

/**
 * Who gets what, as far as the definition file says.
 * - `declared`: the file declares the flag but says nothing about who gets it (a manifest).
 * - `disabled`: evaluation returns the default value given in the code.
 * - `code-default`: enabled, but no variant is chosen: evaluation returns the default value given in the code.
 * - `everyone`: one variant for everyone.
 * - `split`: subjects are divided between variants by hash; shares sum to 1.
 * - `progressive`: between two moments a growing share gets `to`, the others get `from`.
 * - `rules`: conditions decide; each outcome is again a rollout; the last one without condition is for all others.
 * - `unknown`: there is targeting that Flaglab cannot read, and why.
 */
export type Rollout =
  | { readonly kind: 'declared' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'code-default' }
  | { readonly kind: 'everyone'; readonly variant: string }
  | { readonly kind: 'split'; readonly shares: readonly VariantShare[] }
  | ProgressiveRollout
  | { readonly kind: 'rules'; readonly rules: readonly TargetingRule[] }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Before `start` everyone gets `from`; then the share that gets `to` grows evenly from `startShare` to `endShare` (0 to 1),
 * which it keeps after `end`. `start` and `end` as written: ISO 8601, usually with a time of day.
 */
export interface ProgressiveRollout {
  readonly kind: 'progressive';
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly end: string;
  readonly startShare: number;
  readonly endShare: number;
}

export interface TargetingRule {
  /** In words: `email ends with "@example.com"`. Null: for everyone who reaches this rule. */
  readonly condition: string | null;
  /**
   * Where given: only this share (0 to 1) of those who meet the condition gets the outcome, the others go on to the next
   * rule. Such a rule is for nobody's "all others", even without a condition.
   */
  readonly share?: number;
  readonly outcome: Rollout;
}

/** `declaration`: says that the flag exists (manifest, code). `provisioning`: says who gets which variant. */
export type DefinitionRole = 'declaration' | 'provisioning';

/**
 * How long a flag is meant to live, where its definition says so.
 * - `release`: until the feature is out; - `experiment`: until it is decided; - `operational`: a short technical change;
 * - `kill-switch`, `permission`, `permanent`: stays.
 */
export type FlagLifetime =
  'release' | 'experiment' | 'operational' | 'kill-switch' | 'permission' | 'permanent';

/** When a flag is to be gone: on a day (`YYYY-MM-DD`), or with a version of the product (as written, without a leading `v`). */
export type FlagExpiry =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'version'; readonly version: string };

/** One entry of a flag definition file. */
export interface FlagDefinition {
  readonly key: string;
  /** Path relative to the scanned root, `/` between folders. */
  readonly file: string;
  /** The key's own text, without quotes. */
  readonly keySpan: Span;
  /** The whole entry, for peeking. */
  readonly span: Span;
  /** Id of the definition format (registry of core/flags/definitions). */
  readonly format: string;
  readonly role: DefinitionRole;
  readonly environment: string;
  /** Null where the variants' values are of different types or there are none. */
  readonly valueType: FlagValueType | null;
  readonly variants: readonly FlagVariant[];
  /** Name of the default variant; null where there is none. */
  readonly defaultVariant: string | null;
  /** Value declared as default (of a manifest) or of the default variant; undefined where there is none. */
  readonly defaultValue?: JsonValue;
  /** Value served while the flag is switched off; undefined where the format leaves that to the code or does not say. */
  readonly offValue?: JsonValue;
  readonly description: string | null;
  readonly rollout: Rollout;
  /** Null where the definition does not say. */
  readonly lifetime: FlagLifetime | null;
  /** Person, team or several of them, as written; null where the definition does not say. */
  readonly owner: string | null;
  /** The day it was made (`YYYY-MM-DD`); null where the definition does not say. */
  readonly created: string | null;
  /** Null where the definition does not say. */
  readonly expires: FlagExpiry | null;
  /** Keys of the flags it depends on: while one of them is gone, it does not work as defined. */
  readonly prerequisites: readonly string[];
}
