import { djangoWafflePython } from './djangoWaffle/python';
import type { SdkRulePack } from './readRule';

/** django-waffle. */
export const djangoWaffle: SdkRulePack = {
  id: 'django-waffle',
  name: 'django-waffle',
  definitionFormats: ['openfeature-manifest'],
  definedElsewhere: true,
  rows: [...djangoWafflePython],
};
