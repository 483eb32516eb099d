import { duckdb } from './duckdb.js';
import { describeRandomRulesets } from './random-sets.js';

describeRandomRulesets('DuckDB', duckdb);
