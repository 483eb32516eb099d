/**
 * Results as one self-contained HTML page: of one unit by one set or by all its tiers, or of many units.
 *
 * @packageDocumentation
 */
export type { Portfolio, PortfolioUnit, ReportInput, ReportOptions } from './report-input.js';
export { reportPage } from './report-page.js';
