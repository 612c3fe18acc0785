const pauseMs = 50;
const longestMs = 25_000;

/** Asks again and again until the answer is as wanted; the last answer otherwise. */
export async function until<Value>(
  ask: () => Value | Thenable<Value>,
  isWanted: (value: Value) => boolean,
): Promise<Value> {
  const deadline = Date.now() + longestMs;
  for (;;) {
    const value = await ask();
    if (isWanted(value) || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
