import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_REPORTS, apiReports } from './api-reports.js';

const pages = apiReports();
rmSync(API_REPORTS, { recursive: true, force: true });
mkdirSync(API_REPORTS, { recursive: true });
for (const [file, text] of pages) writeFileSync(join(API_REPORTS, file), text);
