const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 192 random bits from the host's cryptographic source, as 32 characters. */
export function createNonce(): string {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(32)),
    (byte) => alphabet[byte % alphabet.length],
  ).join('');
}
