import { expect, test } from '@jest/globals';
import { deviceFrom } from './device.js';

test('[E2] one knows one’s own sessions again by browser and sort of device, and nothing finer is kept', () => {
  const seen = [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
    'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
  ];
  expect(seen.map(deviceFrom)).toEqual(['Safari, iPhone', 'Samsung Internet, Android', 'Edge, Windows', 'Firefox, Linux']);
  expect([undefined, '', '<script>', 'curl/8.5.0'].map(deviceFrom)).toEqual(['', '', '', '']);
});
