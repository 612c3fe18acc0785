import { diluted } from './diluted';
import { fewConversions } from './fewConversions';
import { fewEvents } from './fewEvents';
import { lowPower } from './lowPower';
import { marginScale } from './marginScale';
import type { Misuse } from './misuse';
import { mixedRamp } from './mixedRamp';
import { notFeasible } from './notFeasible';
import { observedEffect } from './observedEffect';
import { oneSided } from './oneSided';
import { partWeeks } from './partWeeks';
import { peeking } from './peeking';
import { sessionUnit } from './sessionUnit';
import { severalComparisons } from './severalComparisons';
import { shortWindow } from './shortWindow';

/** The misuses that plans are watched for, in the order they are said: one file and one line each. */
export const misuses: readonly Misuse[] = [
  peeking,
  notFeasible,
  partWeeks,
  shortWindow,
  mixedRamp,
  fewEvents,
  fewConversions,
  lowPower,
  observedEffect,
  oneSided,
  severalComparisons,
  sessionUnit,
  diluted,
  marginScale,
];
