import { startPage } from './page.js';
import { serve } from './worker.js';

// One script for both: the page, and the worker that it starts for long work.
if (typeof document === 'undefined') serve();
else startPage((document.currentScript as HTMLScriptElement | null)?.src);
