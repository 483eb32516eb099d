import * as z from 'zod/mini';
import { conditionSchema } from '../schema/condition.js';
import { bibliographySchema } from '../schema/evidence.js';
import { factCatalogueSchema } from '../schema/fact.js';
import { ladderSchema } from '../schema/ladder.js';
import { planSchema } from '../schema/plan.js';
import { recognitionRulesSchema } from '../schema/recognition.js';
import { amendmentSchema, rulesetFileSchema } from '../schema/ruleset.js';
import { snapshotSchemaShape } from '../schema/snapshot.js';

const SCHEMAS = {
  ruleset: ['A ruleset (bộ tiêu chí) of ntm-rules', rulesetFileSchema],
  amendment: ['An amendment (văn bản sửa đổi, mức của tỉnh) of ntm-rules', amendmentSchema],
  ladder: ['A ladder of tiers (các mức độ theo thứ bậc) of ntm-rules', ladderSchema],
  recognition: ['Rules of recognition (công nhận, thu hồi) of ntm-rules', recognitionRulesSchema],
  facts: ['Facts (số liệu) of the ntm-rules catalogue', factCatalogueSchema],
  sources: ['The bibliography (nguồn) of ntm-rules', bibliographySchema],
  snapshot: ["One unit's snapshot (hiện trạng) for ntm-rules", snapshotSchemaShape],
  plan: ['A plan (kế hoạch) for ntm-rules', planSchema],
} as const;

/** The recursive part gets a name people can read in an editor's message. */
const names = z.registry<{ id: string }>();
names.add(conditionSchema, { id: 'condition' });

/** JSON Schemas for editors, made from the schemas that check the files. */
export function jsonSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, [title, schema]]) => {
      const made = z.toJSONSchema(schema, { io: 'input', metadata: names });
      return [name, { ...made, title }];
    }),
  );
}
