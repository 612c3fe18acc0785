/** Nothing moves on its own, for people who asked for that or cannot see it. */
export function still(): boolean {
  const { classList } = document.body;
  return (
    classList.contains('vscode-using-screen-reader') || classList.contains('vscode-reduce-motion')
  );
}
