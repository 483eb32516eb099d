import { describe, expect, it } from 'vitest';
import {
  checkRevocation,
  explain,
  mergeUnits,
  reviewRecognitions,
  rollUp,
  scorecard,
  shippedVocabulary,
} from '../../src/index.js';
import { DISTRICT, evaluationWith, ordinary } from '../programme/outcomes-given.js';
import { communes, villages } from '../programme/standings-given.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ');
const names = shippedVocabulary();

describe('a check of revocation in words', () => {
  it('explains itself by what decided: the case that holds, or those that are open', () => {
    const revoked = checkRevocation(evaluationWith({ failed: [...ordinary(5), 10] }), { tier: 'ntm' });
    const text = explain(revoked, { locale: 'en' });
    expect(text).toContain('Verdict: a case of revocation');
    expect(text).toContain('yes: ');
    expect(text).not.toContain('50% of the criteria or more failed');
    const open = checkRevocation(evaluationWith({ failed: ordinary(6), unknown: [10] }), { tier: 'ntm' });
    expect(explain(open, { locale: 'vi' })).toContain('chưa rõ:');
  });
  it('says per case yes, no or open, and per cent and days as Vietnamese does', () => {
    const check = checkRevocation(evaluationWith({ failed: [...ordinary(4), 10], unknown: [11] }), {
      tier: 'ntm',
    });
    const text = flat(scorecard(check, { locale: 'vi' }));
    expect(text).toContain('Tiêu chí không đạt: 5–6/19 (26,32–31,58 %)');
    expect(text).toContain('xét ngày 01/06/2024');
    expect(text).toContain('Các trường hợp thu hồi (chỉ cần một)');
  });
  it('names the fact a district’s verdict hangs on, and shows the share that is known', () => {
    const district = evaluationWith({ set: DISTRICT });
    const open = checkRevocation(district, { tier: 'ntm' });
    expect(flat(scorecard(open, { locale: 'vi', names }))).toContain(
      'phụ thuộc vào số liệu: Tỷ lệ xã bị thu hồi quyết định công nhận',
    );
    const known = checkRevocation(district, { tier: 'ntm' }, { facts: { 'communes.revokedRate': 12.5 } });
    expect(flat(scorecard(known, { locale: 'vi' }))).toContain('(hiện 12,5 %)');
    expect(flat(scorecard(known, { locale: 'en' }))).toContain('(now 12.5 %)');
  });
  it('is said before all that no rule is known', () => {
    const check = checkRevocation({ criteria: 9, ofCriteria: 19, on: '2026-06-01' }, { tier: 'ntm' });
    const text = scorecard(check, { locale: 'vi' });
    expect(text).toContain('! Chưa có nguồn về quy định thu hồi');
    expect(text).not.toContain('Điều gì làm thay đổi kết luận');
  });
  it('brief: who, the verdict and the first tip', () => {
    const check = checkRevocation(evaluationWith({ failed: ordinary(6) }), { tier: 'ntm' });
    const brief = scorecard(check, { locale: 'en', brief: true }).split('\n');
    expect(brief.length).toBeLessThan(8);
    expect(brief.join('\n')).toContain('Verdict: kept');
  });
});

describe('lists in words', () => {
  it('a review counts by verdict and marks key criteria that are only possible', () => {
    const review = reviewRecognitions([
      {
        subject: evaluationWith({ name: 'Xã A', failed: ordinary(6), unknown: [10] }),
        recognition: { tier: 'ntm' },
      },
    ]);
    const text = flat(scorecard(review, { locale: 'en' }));
    expect(text).toContain('NTM, commune: 1 — at risk of revocation: 1');
    expect(text).toContain('10?');
  });
  it('a roll-up shows counts, shares and what is not known, and the facts to hand on', () => {
    const text = scorecard(rollUp(communes(3, { ntm: { reached: 'met' } }), { by: 'evaluation', total: 4 }), {
      locale: 'vi',
    });
    expect(flat(text)).toContain('NTM 3–4/4 75–100 % 1');
    expect(text).toContain('"communes.ntm": {"atLeast":3,"atMost":4}');
  });
  it('a roll-up of villages says how model villages were counted', () => {
    const counted = rollUp(villages(1, { ntm: { reached: 'met' }, model: { reached: 'met' } }), {
      by: 'evaluation',
    });
    expect(scorecard(counted, { locale: 'vi' })).toContain('Thôn kiểu mẫu được tính vào');
  });
  it('an empty roll-up says so', () => {
    expect(scorecard(rollUp([], { by: 'evaluation' }), { locale: 'en' })).toContain('Roll-up of no unit');
  });
  it('merged units: what does not pass on, those for one reason together', () => {
    const part = (name: string) => ({
      unit: { level: 'commune', name, province: 'Lào Cai' },
      assessedOn: '2024-06-01',
      facts: { 'health.insuredRate': 95, 'water.hygienicRate': 90 },
    });
    const merged = mergeUnits([part('Xã A'), part('Xã B')], {
      unit: { level: 'commune', name: 'Xã Mới', province: 'Lào Cai' },
    });
    const text = flat(scorecard(merged, { locale: 'en', names }));
    expect(text).toContain('0 facts kept, 2 dropped');
    expect(text.match(/rates are not averaged/g)).toHaveLength(1);
  });
});
