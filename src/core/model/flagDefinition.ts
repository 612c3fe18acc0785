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
 * - `rules`: conditions decide; each outcome is again a rollout; the last one without condition is for all others.
 * - `unknown`: there is targeting that Flaglab cannot read, and why.
 */
export type Rollout =
  | { readonly kind: 'declared' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'code-default' }
  | { readonly kind: 'everyone'; readonly variant: string }
  | { readonly kind: 'split'; readonly shares: readonly VariantShare[] }
  | { readonly kind: 'rules'; readonly rules: readonly TargetingRule[] }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface TargetingRule {
  /** In words: `email ends with "@example.com"`. Null: for everyone who reaches this rule. */
  readonly condition: string | null;
  readonly outcome: Rollout;
}

/** `declaration`: says that the flag exists (manifest, code). `provisioning`: says who gets which variant. */
export type DefinitionRole = 'declaration' | 'provisioning';

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
  readonly description: string | null;
  readonly rollout: Rollout;
}
