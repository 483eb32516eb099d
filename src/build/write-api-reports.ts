import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_ENTRIES, API_REPORTS, apiReportOf } from './api-reports.js';

mkdirSync(API_REPORTS, { recursive: true });
for (const entry of API_ENTRIES) writeFileSync(join(API_REPORTS, `${entry}.api.md`), apiReportOf(entry));
