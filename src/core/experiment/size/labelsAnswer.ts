/** How many labels one number about a model needs. */
export interface LabelsAnswer {
  readonly name: string;
  /** Labels that count (positives for recall, flagged items for precision): next whole number. */
  readonly counting: number;
  /** Items to label in all, so that about as many count. */
  readonly total: number;
  /** Where they are drawn from, if the plan names strata: labels that count in each. */
  readonly strata: readonly { readonly name: string; readonly counting: number }[];
  /** How it was worked out, in words. */
  readonly definition: string;
  /** The answer in one sentence. */
  readonly sentence: string;
}
