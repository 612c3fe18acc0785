const { launchDarkly } = require('./launchDarkly');

exports.signInMethods = async function signInMethods(visitor) {
  const methods = ['password', 'email link'];
  const passkeys = await launchDarkly.variation('passkeys', { kind: 'user', key: visitor }, true);
  return passkeys ? [...methods, 'passkey'] : methods;
};
