//! The phrases of guidance: days that are left, what is left, samples.

use super::phrase::Phrase;

/// The due day is ahead.
pub const DAYS_LEFT: Phrase = Phrase { vi: "Còn {count} ngày", en: "{count} day{s} left" };

/// It is today.
pub const DUE_TODAY: Phrase = Phrase { vi: "Hôm nay là ngày cuối", en: "Today is the last day" };

/// It has gone by.
pub const DAYS_LATE: Phrase = Phrase { vi: "Đã quá hạn {count} ngày", en: "{count} day{s} overdue" };

/// Stands on the button that lets a file be chosen.
pub const CHOOSE_FILE: Phrase = Phrase { vi: "Chọn tệp…", en: "Choose a file…" };

/// Opens the browser's calendar.
pub const PICK_DAY: Phrase = Phrase { vi: "Chọn ngày", en: "Pick a day" };

/// Heading of the samples.
pub const SAMPLES: Phrase = Phrase { vi: "Thử với báo cáo mẫu", en: "Try a sample" };

/// What the samples are.
pub const SAMPLES_HINT: Phrase = Phrase {
    vi: "Báo cáo dựng từ số liệu đã in của các năm 2016, 2017, còn nguyên chỗ sai và chỗ trống. Mẫu không được lưu và không ký được; bản nháp của cơ quan không bị ảnh hưởng.",
    en: "Returns as the documents of 2016 and 2017 printed them, with their errors and blanks. A sample is neither kept nor signed, and touches no draft of the agency.",
};

/// Opens the sample.
pub const SAMPLE_OPEN: Phrase = Phrase { vi: "Mở mẫu", en: "Open the sample" };

/// The list of samples.
pub const SAMPLE_CHOOSE: Phrase = Phrase { vi: "Báo cáo mẫu", en: "Sample" };

/// Stands above a sample.
pub const SAMPLE_HERE: Phrase = Phrase {
    vi: "Báo cáo mẫu, để thử. Mọi thay đổi mất khi rời mẫu.",
    en: "A sample, to try the page on. Changes are gone once you leave it.",
};

/// A sample is not signed.
pub const SAMPLE_UNSIGNED: Phrase = Phrase {
    vi: "Đây là báo cáo mẫu nên không ký được. Về trang đầu, chọn cơ quan và kỳ báo cáo để lập báo cáo thật.",
    en: "This is a sample and cannot be signed. Go to the first screen and choose agency and quarter for a real return.",
};

/// A sample is not saved.
pub const SAMPLE_UNSAVED: Phrase = Phrase {
    vi: "Đây là báo cáo mẫu nên không lưu ra tệp.",
    en: "This is a sample, which is not saved as a file.",
};

/// Opens the guide.
pub const GUIDE: Phrase = Phrase { vi: "Hướng dẫn", en: "Guide" };

/// Leaves the guide for the return.
pub const BACK_TO_RETURN: Phrase = Phrase { vi: "Về báo cáo đang làm", en: "Back to the return" };

/// Heading of what is left.
pub const LEFT: Phrase = Phrase { vi: "Còn phải làm", en: "What is left" };
