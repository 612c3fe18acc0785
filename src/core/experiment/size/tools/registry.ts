import { booking } from './booking';
import { evanMiller } from './evanMiller';
import { growthBook } from './growthBook';
import { type PlannerTool, type PlannerToolId } from './plannerTool';
import { postHog } from './postHog';
import { r } from './r';
import { statsigEppo } from './statsigEppo';
import { statsmodels } from './statsmodels';

/** Planners whose numbers can be matched: one file and one line each. */
export const plannerTools: Readonly<Record<PlannerToolId, PlannerTool>> = {
  'evan-miller': evanMiller,
  r,
  statsmodels,
  growthbook: growthBook,
  'statsig-eppo': statsigEppo,
  booking,
  posthog: postHog,
};
