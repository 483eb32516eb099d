/** A made-up commune of which one fact is known; as JSON, to be pasted into the scripts the tests run. */
export const snapshotJson: string = JSON.stringify({
  unit: { level: 'commune', name: 'Xã Ví Dụ', province: 'Quảng Ninh' },
  assessedOn: '2024-06-30',
  year: 2023,
  facts: { 'health.insuredRate': 95.3 },
});
