use super::{Chapter, Phrase};

/// What the coordinator does with a quarter's returns.
pub(super) const CHAPTERS: &[Chapter] = &[
    Chapter {
        id: "huong-dan-tiep-nhan",
        title: Phrase { vi: "Tiếp nhận các tệp", en: "Take files in" },
        steps: &[
            Phrase {
                vi: "Ở trang đầu, bấm “Dành cho cán bộ tổng hợp (Văn phòng Chính phủ)”, chọn “Kỳ tổng hợp” và “Ngày nhận”.",
                en: "On the first screen press “For the coordinator (Government Office)”, choose “Quarter” and “Day of receipt”.",
            },
            Phrase {
                vi: "Kéo thả tệp, thư mục hoặc tệp .zip vào trang. Trang đọc, kiểm tra chữ ký và chạy lại mọi quy tắc; không tệp nào bị bỏ qua mà không nói lý do.",
                en: "Drop files, folders or .zip files on the page. It reads them, verifies the signatures and runs all rules again; nothing is dropped without a reason given.",
            },
            Phrase {
                vi: "Lần đầu nhận của một cơ quan, đối chiếu mã của thẻ khóa qua điện thoại rồi mới thêm vào “Sổ khóa”. Trang không tin khóa nào chưa được đối chiếu.",
                en: "The first time, compare the key card's fingerprint by telephone before adding it to the “Keyring”. The page trusts no key that was not compared.",
            },
        ],
        picture: Some(("desk-intake", Phrase { vi: "Sổ tiếp nhận của một quý", en: "The ledger of a quarter" })),
    },
    Chapter {
        id: "huong-dan-doc-tep",
        title: Phrase { vi: "Đọc và xử lý một tệp", en: "Read a file, and handle it" },
        steps: &[
            Phrase {
                vi: "Mở một tệp trong sổ để xem ai ký, kết quả kiểm tra ở đây và chỗ khác với kết quả tại cơ quan.",
                en: "Open a file in the ledger to see who signed it, what is found here, and where that differs from the agency's page.",
            },
            Phrase {
                vi: "Bấm “Hỏi về điều này” để lập “Phiếu yêu cầu chỉnh sửa”; hoặc “Ký và lưu biên nhận”. Gửi tệp đó cho cơ quan.",
                en: "Press “Ask about this” to write a “Query slip”, or “Sign and save the receipt”. Send that file to the agency.",
            },
            Phrase {
                vi: "Có bản giấy thì gõ mã SHA-256 in ở chân trang vào ô tìm để thấy đúng tệp.",
                en: "With a paper at hand, type the SHA-256 from its foot into the search to find its file.",
            },
        ],
        picture: None,
    },
    Chapter {
        id: "huong-dan-theo-doi",
        title: Phrase { vi: "Theo dõi ai đã gửi", en: "See who has filed" },
        steps: &[
            Phrase {
                vi: "Thẻ “Tình hình gửi” cho biết cơ quan nào đã gửi, gửi muộn, chưa gửi, theo từng phần.",
                en: "“Who has filed” shows who has filed, late or not at all, section by section.",
            },
            Phrase {
                vi: "Bấm “Sao chép” để dán danh sách chưa gửi vào công văn đôn đốc.",
                en: "Press “Copy” to paste the list of who has not into a letter.",
            },
        ],
        picture: Some(("desk-filing", Phrase { vi: "Tình hình gửi báo cáo", en: "Who has filed" })),
    },
    Chapter {
        id: "huong-dan-so-lieu",
        title: Phrase { vi: "Bảng, biểu đồ, đối chiếu", en: "Tables, charts, comparisons" },
        steps: &[
            Phrase {
                vi: "“Bảng số liệu” dựng các bảng theo mẫu của báo cáo; bấm vào một con số để xem cơ quan, tệp và ô làm nên số đó. Không có số liệu ghi “-”, không tính là 0.",
                en: "“Tables” has the tables in the report's own form; press a figure to see the agencies, files and fields behind it. No data is “-”, never zero.",
            },
            Phrase {
                vi: "“Đối chiếu” so số thu được với số đã in và với quý trước.",
                en: "“Reconciliation” compares what was collected with what was printed, and with the quarter before.",
            },
        ],
        picture: Some((
            "desk-table",
            Phrase {
                vi: "Một bảng số liệu và cơ sở của một con số", en: "A table, and what is behind a figure"
            },
        )),
    },
    Chapter {
        id: "huong-dan-bao-cao",
        title: Phrase { vi: "Báo cáo tổng hợp và lưu sổ", en: "The report, and keeping the ledger" },
        steps: &[
            Phrase {
                vi: "“Báo cáo tổng hợp” dựng báo cáo theo thể thức văn bản; in, hoặc lưu .docx, .xlsx, .csv.",
                en: "“Report” makes the report in the official form; print it, or save .docx, .xlsx, .csv.",
            },
            Phrase {
                vi: "“Lưu sổ ra tệp” sau mỗi ngày làm việc: tệp sổ có đủ các báo cáo đã nhận, mở lại được trên máy khác.",
                en: "“Save the ledger as a file” at the end of the day: it has all returns received, and opens on another machine.",
            },
        ],
        picture: None,
    },
];
