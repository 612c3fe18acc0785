/** What bounds depend on that the plan's analysis does not fix: the comparison, and the size it is looked at with. */
export interface AnalysisSituation {
  readonly significanceLevel: number;
  readonly sides: 1 | 2;
  /** Planned power. */
  readonly power: number;
  /** Expected z at the end if the planned effect is there. */
  readonly drift: number;
  /** Planned effect in the metric's own unit, with its sign. */
  readonly effect: number;
  /** Independent units of control and of treatment at the end. */
  readonly controlUnits: number;
  readonly treatmentUnits: number;
  /** Variance of a treatment unit over that of a control unit. */
  readonly varianceRatio: number;
  /** Independent units of both that one look at the end would need for the planned power. */
  readonly fixedUnits: number;
}
