import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gif, jpeg, mp4, ogg, png, svg, wav, webm, webp } from '../../test/media.js';
import { checkMedia } from './media.check.js';
import { durationOf, hasMovingPicture } from './media.duration.js';

test('[C8] pictures are known by their content', async () => {
  expect(await Promise.all([png, gif, jpeg, webp].map(async (one) => checkMedia(one, null)))).toMatchObject([
    { kind: 'PICTURE', mime: 'image/png' }, { kind: 'PICTURE', mime: 'image/gif' }, { kind: 'PICTURE', mime: 'image/jpeg' }, { kind: 'PICTURE', mime: 'image/webp' },
  ]);
});

test('[C8] a recording is as long as its container says, whatever the browser says', async () => {
  for (const [file, mime] of [[wav(12), 'audio/wav'], [ogg(12), 'audio/ogg'], [mp4(12), 'audio/mp4'], [webm(12), 'audio/webm']] as const) {
    expect(await checkMedia(file, 5_000)).toEqual({ kind: 'RECORDING', mime, durationMs: 12_000 });
  }
  for (const file of [wav(190), ogg(190), mp4(190), webm(190)]) expect(await checkMedia(file, 1_000)).toMatchObject({ refused: 'media/too-long' });
  expect(await checkMedia(webm(1), 200_000)).toMatchObject({ refused: 'media/too-long' });
});

test('[C8] drawings with scripts, pages, films, papers and nonsense are not let in', async () => {
  const others = [svg, Buffer.from('<!doctype html><script>alert(1)</script>'), Buffer.from('%PDF-1.7\n'), Buffer.from('PK\x03\x04'), Buffer.from('hej'), Buffer.alloc(0), mp4(5, 'vide'), webm(5, 'V_VP9')];
  for (const one of others) expect(await checkMedia(one, 1_000)).toMatchObject({ refused: 'media/wrong-kind' });
});

test('[C8] what is too heavy is refused with how heavy it may be', async () => {
  expect(await checkMedia(Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]), null)).toMatchObject({ refused: 'media/too-large', with: { max: 10 } });
  expect(await checkMedia(Buffer.concat([webm(5), Buffer.alloc(6 * 1024 * 1024)]), null)).toMatchObject({ refused: 'media/too-large', with: { max: 6 } });
});

test('[C8] a damaged container is judged without a fault, and soon', async () => {
  const files = [wav(3), ogg(3), mp4(3), webm(3)] as const;
  const mimes = ['audio/wav', 'audio/ogg', 'audio/mp4', 'audio/webm'];
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 3 }), fc.array(fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 255 })), { maxLength: 6 }), fc.nat({ max: 300 }), async (which, changes, cut) => {
      const file = Buffer.from(files[which] ?? []);
      for (const [at, value] of changes) if (at < file.length) file[at] = value;
      const damaged = new Uint8Array(file.subarray(0, Math.max(1, file.length - cut)));
      const length = durationOf(damaged, mimes[which] ?? '');
      expect(length === null || length >= 0).toBe(true);
      expect(typeof hasMovingPicture(damaged)).toBe('boolean');
      await checkMedia(damaged, null);
    }),
    { numRuns: 400 },
  );
});
