import { launchDarkly } from './launchDarkly';

interface Profile {
  id: string;
  name: string;
  email: string;
}

export async function exportProfile(profile: Profile) {
  const context = { kind: 'user', key: profile.id };
  const asArchive = await launchDarkly.boolVariation('profile-export', context, false);
  return asArchive ? { format: 'zip', profile } : { format: 'json', profile };
}

export async function canSignInWithPasskey(profile: Profile): Promise<boolean> {
  return launchDarkly.variation('passkeys', { kind: 'user', key: profile.id }, false);
}
