import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { playgroundPage } from './playground-page.js';
import { apiEntries } from './search/api-entries.js';
import { sitePages } from './site-pages.js';

/**
 * Everything of the site but its scripts and the API reference, which have builds of their own. The reference is there
 * before, so that its names can be found.
 */
const OUT = 'docs/site';
const { pages, files, entries } = sitePages();

function place(address: string): string {
  const file = join(OUT, address);
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

for (const [address, html] of pages) writeFileSync(place(address), html);
for (const [address, path] of files) copyFileSync(path, place(address));
writeFileSync(place('playground/index.html'), playgroundPage());
// A script and not JSON: pages may not connect to anything, and from a disk they could not.
const found = JSON.stringify([...entries, ...apiEntries(OUT)]);
writeFileSync(place('search-entries.js'), `window.ntmSearchEntries=${found};\n`);
copyFileSync('src/build/site/site.css', place('site.css'));
copyFileSync('src/build/site/icon.svg', place('icon.svg'));
copyFileSync('docs/playground/playground.css', place('playground/playground.css'));
// Hosts that run Jekyll over what they serve would drop files that begin with an underscore.
writeFileSync(place('.nojekyll'), '');
