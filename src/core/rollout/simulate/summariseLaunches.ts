import type { RolloutTraffic } from '../model/rolloutTraffic';
import { type Estimate, meanEstimate, medianEstimate, shareEstimate } from './estimates';
import type { LaunchRecord } from './launchRecord';
import type { RolloutOutcomes } from './rolloutResult';

const secondsPerDay = 86_400;

/** What launches say together. */
export function summariseLaunches(
  records: readonly LaunchRecord[],
  traffic: RolloutTraffic,
): { readonly outcomes: RolloutOutcomes; readonly standardErrors: RolloutOutcomes } {
  const rolledBack = records.filter(({ ending }) => ending === 'rolled-back');
  const promoted = records.filter(({ ending }) => ending === 'promoted');
  const waiting = records.filter(({ ending }) => ending === 'waiting');
  const budget =
    (1 - traffic.objective) * traffic.requestsPerSecond * traffic.budgetDays * secondsPerDay;
  const estimates: Readonly<Record<keyof RolloutOutcomes, Estimate>> = {
    probabilityOfRollback: shareEstimate(rolledBack.length, records.length),
    probabilityOfPromotion: shareEstimate(promoted.length, records.length),
    probabilityOfWaiting: shareEstimate(waiting.length, records.length),
    medianMinutesToDetect: medianEstimate(
      rolledBack.flatMap(({ minutesToDetect }) => minutesToDetect ?? []),
    ),
    medianMinutesToRollback: medianEstimate(rolledBack.map(({ minutes }) => minutes)),
    medianRequestsExposed: medianEstimate(rolledBack.map(({ requests }) => requests)),
    medianMinutesToFullTraffic: medianEstimate(
      promoted.flatMap(({ minutesToFullTraffic }) => minutesToFullTraffic ?? []),
    ),
    meanRequestsExposed: meanEstimate(records.map(({ requests }) => requests)),
    meanUsersExposed: meanEstimate(records.map(({ users }) => users)),
    meanShareOfUsersExposed: meanEstimate(records.map(({ shareOfUsers }) => shareOfUsers)),
    meanBadRequests: meanEstimate(records.map(({ badRequests }) => badRequests)),
    meanResidualBadRequests: meanEstimate(
      records.map(({ residualBadRequests }) => residualBadRequests),
    ),
    meanShareOfErrorBudget: meanEstimate(
      budget > 0 ? records.map(({ badRequests }) => badRequests / budget) : [],
    ),
  };
  const pick = (part: keyof Estimate) =>
    Object.fromEntries(
      Object.entries(estimates).map(([name, estimate]) => [name, estimate[part]]),
    ) as unknown as RolloutOutcomes;
  return { outcomes: pick('value'), standardErrors: pick('standardError') };
}
