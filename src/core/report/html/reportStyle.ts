/** The look of a report: a sentence, lists and tables, light and dark. */
export const reportStyle = `body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
.answer{font-size:1.2rem;border-left:.3rem solid #0969da;padding:.5rem 1rem;background:#f6f8fa}
table{border-collapse:collapse;display:block;overflow-x:auto}caption{text-align:left;font-weight:600;margin:1.5rem 0 .4rem}
th,td{padding:.3rem .7rem;border-bottom:1px solid #d1d9e0;text-align:right;white-space:nowrap}th:first-child,td:first-child{text-align:left}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}.answer{background:#161b22}th,td{border-color:#30363d}}`;
