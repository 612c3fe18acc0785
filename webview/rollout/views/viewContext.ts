import type { RolloutActions } from '../actions';
import type { Asked } from '../asked';
import type { RolloutPanelState } from '../state';

/** What every view is drawn from. */
export interface ViewContext {
  readonly state: RolloutPanelState;
  readonly asked: Asked | null;
  readonly actions: RolloutActions;
  /** Nothing moves on its own: people asked for that, or cannot see it. */
  readonly still: boolean;
}
