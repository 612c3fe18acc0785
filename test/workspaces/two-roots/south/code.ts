import { OpenFeature } from '@openfeature/server-sdk';
void OpenFeature.getClient().getBooleanValue('winter', false);
