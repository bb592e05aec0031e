import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Puts a compressed copy beside every script and style of the build, so that the server only hands it out. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'samsyn-precompress',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir, 'assets');
    },
    // Not closeBundle: that also runs when the build failed, and would hide why.
    writeBundle: () => {
      for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one))) {
        const file = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(file, { level: 9 }));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
      }
    },
  };
}
