import type { RolloutFormat } from '../rolloutFormat';
import { argoTemplates } from './argoTemplates';
import { readArgoRollout } from './readArgoRollout';

/** Argo Rollouts: `kind: Rollout`, with the AnalysisTemplates it names. */
export const argoFormat: RolloutFormat = {
  id: 'argo-rollouts',
  name: 'Argo Rollouts',
  mark: /argoproj\.io\//,
  read(document, all) {
    const isOurs = (document.get('apiVersion').text() ?? '').startsWith('argoproj.io/');
    if (!isOurs || document.get('kind').text() !== 'Rollout') return [];
    return [readArgoRollout(document, argoTemplates(all))];
  },
};
