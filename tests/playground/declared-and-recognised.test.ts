import { describe, expect, test } from 'vitest';
import { selfDeclared, withSelfDeclared } from '../../docs/playground/declared-entry.js';
import { blankDraft } from '../../docs/playground/draft.js';
import { withRecognition } from '../../docs/playground/recognised-tiers.js';

describe('what a unit declares of itself', () => {
  test('changes, and what the appraisal found stays', () => {
    const appraised = { outcome: 'met', by: 'appraisal', on: '2023-12-20' };
    const both = [{ outcome: 'unmet', by: 'self' }, appraised];
    expect(selfDeclared(both)).toBe('unmet');
    expect(withSelfDeclared(both, 'met')).toEqual([{ outcome: 'met', by: 'self' }, appraised]);
    expect(withSelfDeclared(both, undefined)).toEqual(appraised);
    expect(selfDeclared(appraised)).toBeUndefined();
    expect(withSelfDeclared(appraised, 'unmet')).toEqual([{ outcome: 'unmet', by: 'self' }, appraised]);
  });

  test('is nothing once it is taken back', () => {
    expect(withSelfDeclared({ outcome: 'met', by: 'self' }, undefined)).toBeUndefined();
    expect(withSelfDeclared({ outcome: 'met' }, undefined)).toBeUndefined();
  });
});

describe('decisions of recognition', () => {
  test('are listed one a tier; without any, nothing is said of decisions', () => {
    const draft = blankDraft('commune', '2024-06-30');
    const ntm = withRecognition(draft, 'ntm', true);
    expect(ntm.recognitions).toEqual([{ tier: 'ntm' }]);
    const both = withRecognition(ntm, 'advanced', true);
    expect(withRecognition(both, 'ntm', false).recognitions).toEqual([{ tier: 'advanced' }]);
    expect('recognitions' in withRecognition(ntm, 'ntm', false)).toBe(false);
  });
});
