const primes = [0x01000193, 0x85ebca6b] as const;

function hashOf(text: string, prime: number): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return (hash >>> 0).toString(36);
}

/** A short name for a long question about a text. */
export function questionId(question: string): string {
  return primes.map((prime) => hashOf(question, prime)).join('-');
}
