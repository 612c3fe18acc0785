const narrow = new Set("iljtfrI.,:;|!'()[] ");
const wide = new Set('mwMW%@');

/** About how wide a text of a picture is, in pixels at 11 px: there is no page to measure it in. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += narrow.has(letter) ? 3.6 : wide.has(letter) ? 9.6 : 6.3;
  return width;
}
