import { duckdb } from './duckdb.js';
import { describeStatements } from './statements.js';

describeStatements('DuckDB', duckdb);
