const marks =
  /argoproj\.io\/|flagger\.app\/|analysisConfigurations|progressiveRollout|scheduledRollout|^launch\s*:/m;

/** Whether a text may hold a rollout or a template that one names: cheap, nothing is parsed. */
export function mayHoldRollouts(text: string): boolean {
  return marks.test(text);
}
