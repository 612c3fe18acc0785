import type { RolloutFormat } from '../rolloutFormat';
import { readFlaggerCanary } from './readFlaggerCanary';
import { flaggerTemplates } from './readFlaggerMetrics';

/** Flagger: `kind: Canary`, with the MetricTemplates it names. */
export const flaggerFormat: RolloutFormat = {
  id: 'flagger',
  name: 'Flagger',
  mark: /flagger\.app\//,
  read(document, all) {
    const isOurs = (document.get('apiVersion').text() ?? '').startsWith('flagger.app/');
    if (!isOurs || document.get('kind').text() !== 'Canary') return [];
    return [readFlaggerCanary(document, flaggerTemplates(all))];
  },
};
