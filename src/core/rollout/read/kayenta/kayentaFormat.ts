import type { RolloutFormat } from '../rolloutFormat';
import { isKayentaConfig, readKayentaConfig } from './readKayentaConfig';

/** Kayenta: a canary config, JSON as a rule. */
export const kayentaFormat: RolloutFormat = {
  id: 'kayenta',
  name: 'Kayenta',
  mark: /analysisConfigurations|classifier/,
  read: (document) => (isKayentaConfig(document) ? [readKayentaConfig(document)] : []),
};
