// Bundles the pages into target/frontend: an index.html each and files under assets/ whose names
// carry a hash of their content, so that a server may let browsers keep them for ever.
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
    entryPoints: {
      page: 'src/main.js',
      style: 'src/styles/page.css',
      desk: 'src/desk/main.js',
      'desk-style': 'src/desk/styles/page.css',
      widget: 'src/widget/main.js',
      'widget-style': 'src/widget/styles/page.css',
      favicon: 'src/favicon.svg',
    },
    format: 'esm',
    splitting: true,
  }),
  // Runs before the first paint, so that a remembered theme does not flash: not a module.
  build({ ...shared, entryPoints: { theme: 'src/early-theme.js' }, format: 'iife' }),
  // Other sites' pages name it, so that its name stays.
  build({
    ...shared,
    entryPoints: { embed: 'src/widget/embed/embed.js' },
    entryNames: 'widget/[name]',
    format: 'iife',
  }),
]);

/** The built file of each entry point, by the name that pages give it. */
const built = new Map();
for (const { metafile } of results) {
  for (const [file, output] of Object.entries(metafile.outputs)) {
    const address = path.relative(target, path.resolve(here, file)).split(path.sep).join('/');
    if (output.entryPoint) built.set(output.entryPoint, address);
  }
}

/** Writes a page with the addresses of the files that it names between percent signs. */
async function page(source, address) {
  const template = await readFile(path.join(here, source), 'utf8');
  const html = template.replace(/%([^%\s]+)%/g, (whole, file) => {
    const place = built.get(file);
    if (!place) throw new Error(`${source} names ${file}, which the build did not make`);
    return place;
  });
  const file = path.join(target, address);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, html);
}

await page('src/index.html', 'index.html');
await page('src/desk/index.html', 'desk/index.html');
await page('src/widget/index.html', 'widget/index.html');
