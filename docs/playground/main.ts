import { startPage } from './page.js';
import { serve } from './worker.js';

/** The function that the build puts around the whole script: it can be handed to a worker as text. */
declare const ntmPlayground: (() => void) | undefined;

// One script for both: the page, and the workers that it starts for long work.
if (typeof document === 'undefined') serve();
else {
  const text = typeof ntmPlayground === 'function' ? `(${String(ntmPlayground)})()` : undefined;
  startPage((document.currentScript as HTMLScriptElement | null)?.src, text);
}
