import { chartCsv } from '../../../src/core/report/chart/chartCsv';
import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import { chartSvg } from '../../../src/core/report/chart/chartSvg';
import {
  type ChartInk,
  type ChartTheme,
  lightChartTheme,
} from '../../../src/core/report/chart/chartTheme';

/** As what a chart is copied. */
export type CopyFormat = 'PNG' | 'SVG' | 'CSV';

/** Wide enough for a slide. */
const pngSize = { width: 800, height: 420 };
const pngScale = 2;

/** The colours that a drawn picture has in this very theme, as plain colours. */
function coloursOf(picture: Element): ChartTheme {
  const colourOf = (ink: ChartInk): string => {
    const filled = picture.querySelector(`.chart-fill-${ink}`);
    if (filled !== null) return getComputedStyle(filled).fill;
    const stroked = picture.querySelector(`.chart-stroke-${ink}`);
    return stroked === null ? lightChartTheme.inks[ink] : getComputedStyle(stroked).stroke;
  };
  return {
    ...lightChartTheme,
    inks: {
      series: colourOf('series'),
      text: colourOf('text'),
      quiet: colourOf('quiet'),
      grid: colourOf('grid'),
      paper: getComputedStyle(document.documentElement).backgroundColor,
    },
  };
}

async function pngOf(chart: ChartDescription, theme: ChartTheme): Promise<Blob> {
  const svg = chartSvg(chart, { size: pngSize, theme });
  const image = new Image();
  // The page's policy takes pictures from data: only.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = pngSize.width * pngScale;
  canvas.height = pngSize.height * pngScale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob),
    );
  });
}

/** Puts a chart into the clipboard: as a picture in the theme's colours, as an SVG file's text, or its table as CSV. */
export async function copyChart(chart: ChartDescription, format: CopyFormat): Promise<void> {
  const { clipboard } = navigator;
  if (format === 'SVG') await clipboard.writeText(chartSvg(chart));
  else if (format === 'CSV') await clipboard.writeText(chartCsv(chart));
  else {
    const picture = document.querySelector(`#chart-${chart.id} .picture`);
    const theme = picture === null ? lightChartTheme : coloursOf(picture);
    await clipboard.write([new ClipboardItem({ 'image/png': pngOf(chart, theme) })]);
  }
}
