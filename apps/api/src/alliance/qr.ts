import { create } from 'qrcode';

/** A QR code as a square of modules, drawn as SVG path data. */
export interface Qr {
  readonly size: number;
  readonly path: string;
}

/** The QR code of an address. Modules beside each other are drawn as one bar, which keeps the path short. */
export function qr(text: string): Qr {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x + 1 < size && data[y * size + x + 1]) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  }
  return { size, path };
}
