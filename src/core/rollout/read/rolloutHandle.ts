import type { Span } from '../../model/position';
import { durationSeconds } from './durationSeconds';
import type { ManifestField } from './manifestField';

/** What a number of a rollout counts: percent of traffic, seconds, things, or a level of a metric. */
export type HandleQuantity = 'weight' | 'duration' | 'count' | 'level';

/** A stretch of the launch that a number decides: its weight or hold is so many times the number. */
export interface HandlePart {
  /** Index of the stretch, in the order in which the launch changes its weight. */
  readonly stretch: number;
  readonly times: number;
}

/** A number or time of a rollout that stands in its file and can be changed there, alone. JSON-safe. */
export interface RolloutHandle {
  /** Its path in the document: `spec.analysis.stepWeight`. */
  readonly id: string;
  /** In words: `step 2: weight`. */
  readonly label: string;
  readonly quantity: HandleQuantity;
  /** In percent, seconds, or as it is. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly parts: readonly HandlePart[];
  readonly span: Span;
  /** As it stands there, with its quotes. */
  readonly written: string;
}

/** What a reader knows of a handle. */
export interface HandleAbout {
  readonly label: string;
  readonly quantity: HandleQuantity;
  readonly isWhole?: boolean;
  readonly least?: number;
  readonly most?: number;
  readonly parts?: readonly HandlePart[];
}

const mostOf: Readonly<Record<HandleQuantity, number>> = {
  weight: 100,
  duration: 30 * 86_400,
  count: 1_000_000,
  level: 1e9,
};

/** The handle of a field; none where it says nothing, or where a change of it would change other places. */
export function handlesOf(field: ManifestField, about: HandleAbout): readonly RolloutHandle[] {
  const { label, quantity, isWhole = quantity === 'count', least = 0, parts = [] } = about;
  const { place } = field;
  const text = field.text();
  if (place === null || text === null) return [];
  const value =
    quantity === 'duration' ? (field.number() ?? durationSeconds(text)) : field.number();
  if (value === null) return [];
  const most = about.most ?? mostOf[quantity];
  return [{ id: field.path, label, quantity, value, least, most, isWhole, parts, ...place }];
}
