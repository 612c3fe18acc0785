// Draws media/icon.png: node media/icon.mjs
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const size = 128;
const samples = 6;

const blue = [28, 78, 140];
const deep = [16, 42, 82];
const white = [255, 255, 255];
const gold = [255, 196, 61];

const insideRoundedSquare = (x, y, edge, radius) => {
  const dx = Math.max(Math.abs(x - 64) - (64 - edge - radius), 0);
  const dy = Math.max(Math.abs(y - 64) - (64 - edge - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
};

/** Height of the curve of power over sample size, as the flag's lower field. */
const curve = (x) => {
  const t = (x - 44) / 58;
  return 76 - 42 / (1 + Math.exp(-9 * (t - 0.45)));
};

const wave = (x) => 3 * Math.sin(((x - 40) / 62) * 2 * Math.PI);

/** Colour at a point, or null outside. */
function colourAt(x, y) {
  if (!insideRoundedSquare(x, y, 2, 26)) return null;
  const inPole = Math.abs(x - 36) <= 4.5 && y >= 22 && y <= 108;
  if (inPole) return white;
  const inCloth = x >= 40.5 && x <= 102 && y >= 26 + wave(x) && y <= 80 + wave(x);
  if (inCloth) return y - wave(x) > curve(x) ? gold : white;
  const share = (x + y) / (2 * size);
  return blue.map((part, index) => part * (1 - share) + deep[index] * share);
}

function pixel(column, row) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let at = 0; at < samples * samples; at++) {
    const x = column + ((at % samples) + 0.5) / samples;
    const y = row + (Math.floor(at / samples) + 0.5) / samples;
    const colour = colourAt(x, y);
    if (!colour) continue;
    covered++;
    colour.forEach((part, index) => (sum[index] += part));
  }
  const opacity = covered / (samples * samples);
  return [
    ...sum.map((part) => (covered ? Math.round(part / covered) : 0)),
    Math.round(255 * opacity),
  ];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const rows = Array.from({ length: size }, (_, row) =>
  Buffer.from([0, ...Array.from({ length: size }, (_, column) => pixel(column, row)).flat()]),
);
const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const png = Buffer.concat([
  signature,
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
writeFileSync(new URL('icon.png', import.meta.url), png);
