import type { Localized } from '../schema/text.js';

/** What each code means, in one sentence. The codes are a closed union and part of the public contract. */
export const PROBLEM_MEANINGS = {
  // the shape of any input
  'too-deep': { vi: 'Dữ liệu lồng nhau quá sâu.', en: 'The input is nested too deeply.' },
  'too-large': { vi: 'Dữ liệu quá lớn.', en: 'The input is too large.' },
  'text-too-long': { vi: 'Chuỗi ký tự quá dài.', en: 'A text is too long.' },
  'forbidden-key': { vi: 'Tên trường này không được phép.', en: 'This key is not allowed.' },
  'not-plain-json': { vi: 'Giá trị không phải là JSON thuần.', en: 'The value is not plain JSON.' },
  'bad-json': { vi: 'Không đọc được JSON.', en: 'The text is not valid JSON.' },
  'wrong-type': { vi: 'Sai kiểu dữ liệu.', en: 'The value has the wrong type.' },
  'missing-key': { vi: 'Thiếu một trường bắt buộc.', en: 'A required key is missing.' },
  'unknown-key': { vi: 'Trường này không có trong định dạng.', en: 'This key is not part of the format.' },
  'not-allowed': {
    vi: 'Giá trị không nằm trong danh sách cho phép.',
    en: 'The value is not one of those allowed.',
  },
  'bad-format': { vi: 'Giá trị viết sai dạng.', en: 'The value is written in the wrong form.' },
  'out-of-range': { vi: 'Giá trị ngoài khoảng cho phép.', en: 'The value is outside its range.' },
  'empty-group': { vi: 'Nhóm điều kiện rỗng.', en: 'A group has nothing in it.' },
  // snapshots
  'not-a-number': { vi: 'Số không hữu hạn hoặc không phải số.', en: 'The figure is not a finite number.' },
  'text-for-number': { vi: 'Có chữ ở chỗ phải là số.', en: 'There is text where a number is expected.' },
  'unknown-fact': { vi: 'Không có số liệu nào mang khóa này.', en: 'No fact has this key.' },
  'unknown-grade': { vi: 'Mức xếp loại không có trong thang.', en: 'The grade is not on the scale.' },
  'out-of-bounds': {
    vi: 'Số liệu nằm ngoài giới hạn có thể có.',
    en: 'The figure lies outside what is possible.',
  },
  'not-whole': { vi: 'Số đếm phải là số nguyên.', en: 'A count has to be a whole number.' },
  'numerator-over-denominator': { vi: 'Phần lớn hơn tổng.', en: 'The part is larger than the whole.' },
  'bounds-contradict': { vi: 'Các giới hạn mâu thuẫn nhau.', en: 'The bounds contradict one another.' },
  'duplicate-reading': {
    vi: 'Một số liệu được ghi hai lần cho cùng một đối tượng và ngày.',
    en: 'One fact is given twice for the same thing on the same day.',
  },
  'qualifier-not-used': {
    vi: 'Số liệu này không phân biệt theo đặc điểm đã ghi.',
    en: 'This fact is not told apart by that qualifier.',
  },
  'unknown-standard': { vi: 'Không rõ chuẩn đo lường này.', en: 'This standard is not known.' },
  'unknown-trait': { vi: 'Đặc điểm này không có trong danh mục.', en: 'This trait is not in the list.' },
  'unknown-province': {
    vi: 'Không có tỉnh, thành phố này vào ngày đánh giá.',
    en: 'There is no such province on the day of judgement.',
  },
  'former-province-mismatch': {
    vi: 'Tỉnh cũ không thuộc tỉnh hiện nay.',
    en: 'The former province is not part of the present one.',
  },
  'wrong-level': { vi: 'Bộ tiêu chí dành cho cấp khác.', en: 'The ruleset is for another level.' },
  'unknown-group': { vi: 'Bộ tiêu chí không có nhóm này.', en: 'The ruleset has no such group.' },
  'unknown-declared-entry': {
    vi: 'Bộ tiêu chí không có tiêu chí hoặc chỉ tiêu này.',
    en: 'The ruleset has no such criterion or indicator.',
  },
  'reported-exceeds-total': {
    vi: 'Tổng số báo cáo vượt tổng số của bộ tiêu chí.',
    en: 'The reported total is larger than the ruleset.',
  },
  'not-a-day': { vi: 'Ngày này không có thật.', en: 'There is no such day.' },
  // rulesets and amendments
  'unknown-operator': { vi: 'Không có phép so sánh này.', en: 'There is no such operator.' },
  'unknown-requirement': {
    vi: 'Chỉ tiêu không có mức đạt chuẩn mang tên này.',
    en: 'The indicator has no requirement of this name.',
  },
  'unused-requirement': {
    vi: 'Mức đạt chuẩn không được điều kiện nào dùng.',
    en: 'No condition uses this requirement.',
  },
  'operator-mismatch': {
    vi: 'Phép so sánh không hợp với kiểu số liệu.',
    en: 'The operator does not fit the type of the fact.',
  },
  'totals-mismatch': {
    vi: 'Tổng số không khớp với danh mục.',
    en: 'The totals do not match what is listed.',
  },
  'completeness-mismatch': {
    vi: 'Mức đầy đủ ghi không đúng.',
    en: 'The completeness stated is not what the ruleset holds.',
  },
  'ambiguous-rows': {
    vi: 'Hai mức đạt chuẩn cùng áp dụng cho một trường hợp.',
    en: 'Two equally specific figures hold in the same case.',
  },
  'evidence-missing': { vi: 'Số liệu của luật thiếu căn cứ.', en: 'A figure of the law has no evidence.' },
  'source-missing': {
    vi: 'Ghi đã công bố nhưng không dẫn nguồn.',
    en: 'A figure is called published and cites no source.',
  },
  'unknown-source': {
    vi: 'Nguồn dẫn không có trong thư mục.',
    en: 'The source cited is not in the bibliography.',
  },
  'unknown-region': { vi: 'Bộ tiêu chí không có vùng này.', en: 'The ruleset has no such region.' },
  'unknown-case': { vi: 'Chỉ tiêu không có trường hợp này.', en: 'The indicator has no such case.' },
  'duplicate-id': { vi: 'Ký hiệu bị trùng.', en: 'An id is used twice.' },
  'unknown-reference': { vi: 'Dẫn chiếu đến mục không tồn tại.', en: 'A reference leads nowhere.' },
  cycle: { vi: 'Các mục dẫn chiếu vòng tròn.', en: 'Entries refer to themselves in a circle.' },
  'k-out-of-range': { vi: 'Số k lớn hơn số phần tử của nhóm.', en: 'k is larger than the group.' },
  'bad-period': { vi: 'Thời gian hiệu lực không hợp lý.', en: 'The dates of the text do not fit together.' },
  'bad-prefix': {
    vi: 'Số liệu riêng phải mang tiền tố của địa phương.',
    en: "A fact of one's own has to carry its jurisdiction before it.",
  },
  'fact-redefined': {
    vi: 'Số liệu này đã có trong danh mục chung.',
    en: 'This fact is already in the shared catalogue.',
  },
  'wrong-base': {
    vi: 'Văn bản sửa đổi không dành cho phiên bản này.',
    en: 'The amendment is for another base.',
  },
  'floor-loosened': { vi: 'Mức sàn không được nới lỏng.', en: 'A floor may be made stricter, not looser.' },
  'requirement-not-named': {
    vi: 'Chỉ tiêu có nhiều mức đạt chuẩn, cần ghi rõ mức nào.',
    en: 'The indicator has several requirements, and none is named.',
  },
  // comparing
  'different-units': { vi: 'Hai kết quả của hai đơn vị khác nhau.', en: 'The two results are of two units.' },
  'unsupported-feature': {
    vi: 'Bộ tiêu chí không có gì tương ứng với tính năng này.',
    en: 'This feature has no counterpart in a ruleset.',
  },
  // finding rulesets
  'unknown-ruleset': { vi: 'Không có bộ tiêu chí này.', en: 'There is no such ruleset.' },
  'known-by-name-only': {
    vi: 'Bộ tiêu chí này mới biết tên, chưa có nội dung.',
    en: 'This ruleset is known by its name only.',
  },
  'unknown-version': { vi: 'Bộ tiêu chí không có phiên bản này.', en: 'The ruleset has no such version.' },
  'not-in-force': {
    vi: 'Không có phiên bản nào áp dụng cho ngày và năm này.',
    en: 'No version judges this day and year.',
  },
  // units of a programme
  'wrong-ruleset': {
    vi: 'Kết quả đánh giá theo bộ tiêu chí khác với bộ dùng để đo.',
    en: 'The evaluation is by another set than the one to measure by.',
  },
  'duplicate-unit': { vi: 'Một đơn vị xuất hiện hai lần.', en: 'One unit comes twice.' },
  'mixed-levels': { vi: 'Các đơn vị không cùng một cấp.', en: 'The units are not of one level.' },
  'mixed-ways': {
    vi: 'Các kết quả tổng hợp không cùng một cách tính.',
    en: 'What is put together was not counted in one way.',
  },
  'total-below-counted': {
    vi: 'Tổng số đơn vị nhỏ hơn số đơn vị đã có.',
    en: 'The total is below the number of units given.',
  },
  'outside-universe': {
    vi: 'Đơn vị không có trong danh sách toàn bộ.',
    en: 'The unit is not in the list of all units.',
  },
  // ladders and recognition
  'unknown-ladder': { vi: 'Không có thang mức độ này.', en: 'There is no such ladder.' },
  'no-ladder': {
    vi: 'Không có thang mức độ nào cho cấp và năm này.',
    en: 'No ladder is for this level and year.',
  },
  // summaries and plans
  'sum-differs': { vi: 'Các số cộng lại không khớp.', en: 'The figures do not add up.' },
  'closes-more-than-open': {
    vi: 'Kế hoạch hoàn thành nhiều hơn số còn phải hoàn thành.',
    en: 'The plan closes more than is open.',
  },
  'unknown-tier': {
    vi: 'Không có quy định công nhận cho mức độ này.',
    en: 'There is no rule of recognition for this tier.',
  },
  // reading
  'ambiguous-number': { vi: 'Số có thể đọc theo hai cách.', en: 'The number can be read in two ways.' },
  'unreadable-file': { vi: 'Không đọc được tệp.', en: 'The file cannot be read.' },
  // tables and statements of a database
  'bad-name': {
    vi: 'Cơ sở dữ liệu không giữ được tên này.',
    en: 'The database cannot keep this name.',
  },
  'decimal-overflow': {
    vi: 'Phép tính có thể vượt số chữ số của cơ sở dữ liệu.',
    en: 'A figure may have more digits than a database keeps.',
  },
  'not-in-a-row': {
    vi: 'Một dòng của bảng không ghi được điều này.',
    en: 'A row of a table cannot hold this.',
  },
  'bad-option': { vi: 'Tùy chọn không hợp lệ.', en: 'The option is not valid.' },
  'too-many': { vi: 'Còn nhiều lỗi khác không liệt kê hết.', en: 'There are more problems than are listed.' },
} as const satisfies Record<string, Localized>;

/** Every code a problem can have. */
export type ProblemCode = keyof typeof PROBLEM_MEANINGS;
