const asking = /^(?:is)?(?:enabled|disabled|on|off|active)$/i;

/** Whether a name is what a flag that is an object of its own is asked by: `NewSearch.enabled(user)`. */
export function asksItself(name: string): boolean {
  return asking.test(name);
}
