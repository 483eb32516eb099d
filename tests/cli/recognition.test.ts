import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkRecognition, type RecognitionRules, recognitionRules } from '../../src/index.js';
import { appraised, commune, NTM } from '../programme/snapshots.js';
import { block, example, flat, ntm, withFiles } from './ntm.js';

const CONDITIONS = 'vn/commune-recognition-ntm/2021-2025';
const ready = JSON.stringify(
  commune({
    facts: {
      'programme.noConstructionDebt': true,
      'security.notComplicated': true,
      'satisfaction.overallRate': 96,
    },
    declared: { [NTM]: appraised(19) },
    recognitions: [],
  }),
);

describe('ntm recognition, as people read it', () => {
  test('every condition with what it lacks, who decides, and that no source lists the dossier', async () => {
    const { code, out, err } = await ntm(
      ['recognition', example('quang-an.snapshot.json'), '--tier', 'advanced'],
      { columns: 80 },
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Công nhận NTM nâng cao');
    expect(out).toContain('? CHƯA ĐỦ CĂN CỨ (đạt 0/5 điều kiện)');
    expect(flat(block(out, 'Điều kiện công nhận'))).toContain('chưa xác định được mức đạt chuẩn');
    expect(out).toContain('Thẩm quyền: Chủ tịch UBND cấp tỉnh');
    expect(out).toContain('Năm lấy kết quả: 2023, năm liền kề trước năm xét công nhận');
    expect(out).toContain('Hồ sơ: chưa có nguồn nêu danh mục tài liệu');
    expect(out).toContain('Theo báo cáo: 16/19 tiêu chí, 70/75 chỉ tiêu — ✗ chưa đạt');
  });

  test('in English, both wordings of security and order since 7 March 2024', async () => {
    const { out } = await ntm(
      ['recognition', example('constructed-commune.snapshot.json'), '-t', 'ntm', '--locale', 'en'],
      { columns: 80 },
    );
    expect(flat(out)).toContain(
      '– The commune is not complicated in security and order: not enough evidence (may apply)',
    );
    expect(flat(out)).toContain('Condition R4: the first day of the new wording is not known');
    expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  test('--brief a line of conditions; --all their sources', async () => {
    const args = ['recognition', example('quang-an.snapshot.json'), '--tier', 'advanced'];
    const brief = (await ntm([...args, '--brief'])).out;
    expect(brief).toContain('Điều kiện: ? R1–R5');
    expect(brief.split('\n').length).toBeLessThan(12);
    const all = (await ntm([...args, '--all'])).out;
    expect(all).toContain('Căn cứ của các điều kiện');
    expect(all).toContain('(Điều 2)');
    expect(all).not.toContain('thêm --all');
  });

  test('2026–2030: that the rules are not known stands first', async () => {
    const snapshot = {
      unit: { level: 'commune', name: 'Xã A', province: 'Lào Cai' },
      assessedOn: '2026-06-30',
      year: 2026,
    };
    await withFiles({ 'a.snapshot.json': JSON.stringify(snapshot) }, async (path) => {
      const { code, out } = await ntm(['recognition', path('a.snapshot.json'), '-t', 'ntm']);
      expect(code).toBe(0);
      expect(out).toMatch(/! Quy định công nhận cho kết quả năm 2026 chưa có nguồn/);
      expect(out).not.toContain('Hồ sơ:');
    });
  });
});

describe('ntm recognition for machines', () => {
  test('--json prints the check that the library gives, an array for a folder', async () => {
    const { out } = await ntm(['recognition', example('quang-an.snapshot.json'), '-t', 'advanced', '--json']);
    const snapshot: unknown = JSON.parse(readFileSync(example('quang-an.snapshot.json'), 'utf8'));
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(checkRecognition(snapshot, 'advanced'))));
    await withFiles({ 'a.snapshot.json': ready }, async (path) => {
      expect(JSON.parse((await ntm(['recognition', path('.'), '-t', 'ntm', '--json'])).out)).toHaveLength(1);
    });
  });

  test('a tier without a rule is a wrong command line that names those there are; so is none at all', async () => {
    const wrong = await ntm(['recognition', example('quang-an.snapshot.json'), '--tier', 'advancd']);
    expect(wrong.code).toBe(64);
    expect(wrong.err).toContain('một trong: ntm, advanced, model');
    const none = await ntm(['recognition', example('quang-an.snapshot.json')]);
    expect(none.code).toBe(64);
    expect(none.err).toContain('--tier: Thiếu tùy chọn này.');
  });
});

describe('what a province adds', () => {
  const amendment = JSON.stringify({
    format: 1,
    amends: `${CONDITIONS}@2021-01-01`,
    jurisdiction: 'lao-cai',
    title: { vi: 'Mức hài lòng', en: 'Satisfaction' },
    citation: { number: '1/QĐ-UBND' },
    changes: [
      {
        change: 'set-requirement',
        indicator: 'R3',
        requirement: 'overall',
        rows: [{ where: {}, value: 90, evidence: 'unconfirmed' }],
      },
    ],
  });

  test('its satisfaction rate by --amend: then all that is left is to decide, and --fail-on finds nothing', async () => {
    await withFiles({ 'a.snapshot.json': ready, 'tinh.json': amendment }, async (path) => {
      const { code, out, err } = await ntm([
        'recognition',
        path('a.snapshot.json'),
        '-t',
        'ntm',
        '--amend',
        path('tinh.json'),
        '--fail-on',
        'unknown',
      ]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('✓ ĐỦ ĐIỀU KIỆN CÔNG NHẬN (đạt 4/4 điều kiện) — tạm tính');
      expect(flat(out)).toContain('96 %, cần ≥ 90 %');
      expect(out).toContain('theo sửa đổi 1/QĐ-UBND');
      const without = await ntm([
        'recognition',
        path('a.snapshot.json'),
        '-t',
        'ntm',
        '--fail-on',
        'unknown',
      ]);
      expect(without.code).toBe(1);
    });
  });

  test('its list of documents by --rules, and what is at hand by --document', async () => {
    const rules = structuredClone(
      recognitionRules().find(({ id }) => id === 'vn/recognition/2021-2025'),
    ) as RecognitionRules;
    rules.tiers[0]?.dossier.push(
      { id: 'proposal', title: { vi: 'Tờ trình', en: 'Proposal' }, required: true, evidence: 'unconfirmed' },
      { id: 'minutes', title: { vi: 'Biên bản', en: 'Minutes' }, required: true, evidence: 'unconfirmed' },
    );
    const files = {
      'a.snapshot.json': ready,
      'rules.json': JSON.stringify(rules),
      'bad.json': '{"format":1}',
    };
    await withFiles(files, async (path) => {
      const args = ['recognition', path('a.snapshot.json'), '-t', 'ntm'];
      const { out } = await ntm([...args, '--rules', path('rules.json'), '--document', 'Tờ trình']);
      expect(out).toContain('Hồ sơ: ✓ Tờ trình\n       ✗ Biên bản');
      const bad = await ntm([...args, '--rules', path('bad.json')]);
      expect(bad.code).toBe(65);
      expect(bad.err).toContain('bad.json /tiers');
    });
  });
});
