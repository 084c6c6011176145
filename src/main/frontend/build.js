// Bundles the page into target/frontend: index.html and files under assets/ whose names carry a
// hash of their content, so that a server may let browsers keep them for ever.
import { readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(here, '../../../target/frontend');

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  sourcemap: false,
  metafile: true,
  legalComments: 'eof',
  outdir: target,
  entryNames: 'assets/[name]-[hash]',
  chunkNames: 'assets/[name]-[hash]',
  loader: { '.svg': 'copy' },
  target: ['chrome123', 'firefox125', 'safari17.5'],
};

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

const results = await Promise.all([
  build({
    ...shared,
    entryPoints: { page: 'src/main.js', style: 'src/styles/page.css', favicon: 'src/favicon.svg' },
    format: 'esm',
    splitting: true,
  }),
  // Runs before the first paint, so that a remembered theme does not flash: not a module.
  build({ ...shared, entryPoints: { theme: 'src/early-theme.js' }, format: 'iife' }),
]);

/** The built file of each entry point, by the name it has in index.html. */
const built = new Map();
for (const { metafile } of results) {
  for (const [file, output] of Object.entries(metafile.outputs)) {
    const address = path.relative(target, path.resolve(here, file)).split(path.sep).join('/');
    if (output.entryPoint) built.set(output.entryPoint, address);
  }
}

const template = await readFile(path.join(here, 'src/index.html'), 'utf8');
const html = template.replace(/%([^%\s]+)%/g, (whole, source) => {
  const address = built.get(source);
  if (!address) throw new Error(`index.html names ${source}, which the build did not make`);
  return address;
});
await writeFile(path.join(target, 'index.html'), html);
