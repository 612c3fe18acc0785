import type { AnalysisRule } from './analysisRule';
import { asymptoticCs } from './asymptoticCs';
import { bayesian } from './bayesian';
import { bootstrap } from './bootstrap';
import { eppo } from './eppo';
import { fisher } from './fisher';
import { groupSequential } from './groupSequential';
import { growthBook } from './growthBook';
import { logRatio } from './logRatio';
import { mannWhitney } from './mannWhitney';
import { msprt } from './msprt';
import { relativeDelta } from './relativeDelta';
import { statsig } from './statsig';
import { welch } from './welch';
import { zPooled } from './zPooled';
import { zUnpooled } from './zUnpooled';

/** Every rule that a launch can be analysed by beside the plan's own: one file and one line each. */
export const analysisRules: readonly AnalysisRule[] = [
  zUnpooled,
  zPooled,
  welch,
  logRatio,
  relativeDelta,
  mannWhitney,
  fisher,
  bootstrap,
  groupSequential,
  msprt,
  statsig,
  asymptoticCs,
  growthBook,
  eppo,
  bayesian,
];
