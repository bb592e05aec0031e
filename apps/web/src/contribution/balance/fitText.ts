let pen: CanvasRenderingContext2D | null | undefined;

const widthOf = (text: string, font: string): number => {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * 9;
  pen.font = font;
  return pen.measureText(text).width;
};

/** The text, cut with an ellipsis where it would run into what stands beside it. SVG does not do this by itself. */
export function fitText(text: string, width: number, font: string): string {
  if (widthOf(text, font) <= width) return text;
  // By grapheme, so that a letter is never parted from its marks.
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map((one) => one.segment);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${letters.slice(0, middle).join('').trimEnd()}…`, font) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}
