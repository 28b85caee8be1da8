use super::{Chapter, Phrase};

/// What an officer and an approver do, in the order in which they do it.
pub(super) const CHAPTERS: &[Chapter] = &[
    Chapter {
        id: "huong-dan-mo-trang",
        title: Phrase {
            vi: "Mở trang, chọn cơ quan và kỳ báo cáo", en: "Open the page, choose agency and quarter"
        },
        steps: &[
            Phrase {
                vi: "Mở tệp trang bằng trình duyệt (Chrome, Edge, Cốc Cốc hoặc Firefox). Không cần mạng: trang không gửi gì đi.",
                en: "Open the page's file in a browser (Chrome, Edge, Cốc Cốc or Firefox). No network is needed: the page sends nothing.",
            },
            Phrase {
                vi: "Gõ vài chữ trong tên cơ quan, có dấu hay không dấu đều được, rồi chọn cơ quan và “Kỳ báo cáo”.",
                en: "Type part of the agency's name, with or without marks, choose the agency and the “Quarter”.",
            },
            Phrase {
                vi: "Bấm “Bắt đầu báo cáo mới”. Nếu có tệp đã ký của kỳ trước, chọn tệp đó: người lập, nhiệm vụ và số từ đầu năm được điền sẵn, chờ xác nhận.",
                en: "Press “Begin a new return”. With the signed file of the previous return people, tasks and the year's counts come filled in, to be confirmed.",
            },
            Phrase {
                vi: "Muốn tập trước, chọn “Báo cáo mẫu” rồi bấm “Mở mẫu”. Mẫu không được lưu và không ký được.",
                en: "To practise, choose a “Sample” and press “Open the sample”. A sample is neither kept nor signed.",
            },
        ],
        picture: Some(("start", Phrase { vi: "Trang đầu", en: "The first screen" })),
    },
    Chapter {
        id: "huong-dan-dien",
        title: Phrase { vi: "Điền từng phần", en: "Fill the sections" },
        steps: &[
            Phrase {
                vi: "Mở từng phần trong “Các phần của báo cáo”. Dưới mỗi ô ghi điều được hỏi, lấy số từ đâu và một ví dụ; số của kỳ trước hiện ngay dưới ô.",
                en: "Open the sections one by one under “Sections of the return”. Each field says what is asked, from whom, and gives an example; the previous return's answer stands below it.",
            },
            Phrase {
                vi: "Số ghi theo cách quen dùng: 1.234.567. Không có thì ghi 0; chưa có số thì chọn “Không có số liệu” và ghi lý do. Ô trống không bao giờ được tính là 0.",
                en: "Write numbers as usual: 1.234.567. Write 0 for none; tick “No data” where there is no figure, and say why. A blank is never zero.",
            },
            Phrase {
                vi: "Ngày ghi 1/6/2017, hoặc bấm “Chọn ngày”.",
                en: "Write days as 1/6/2017, or press “Pick a day”.",
            },
            Phrase {
                vi: "Chọn tình trạng của nhiệm vụ trước; trang chỉ hỏi thêm những ô mà tình trạng đó cần.",
                en: "Choose a task's status first; the page then asks only what that status wants.",
            },
            Phrase {
                vi: "Hết một phần, bấm “Lưu và sang phần sau”. Ô bên cạnh luôn cho biết còn phải làm gì và còn bao nhiêu ngày.",
                en: "At the end of a section press “Save and go on”. What is left, and how many days, always stands beside.",
            },
        ],
        picture: Some((
            "section",
            Phrase {
                vi: "Một phần đang điền, bên cạnh là việc còn phải làm",
                en: "A section, and what is left beside it",
            },
        )),
    },
    Chapter {
        id: "huong-dan-danh-muc",
        title: Phrase { vi: "Danh mục dịch vụ công trực tuyến", en: "The list of online services" },
        steps: &[
            Phrase {
                vi: "Sao chép bảng trong Excel hoặc Word, bấm vào bảng của trang rồi dán (Ctrl+V), hoặc chọn tệp .csv. Trang cho xem trước từng cột và những chỗ lạ; chưa nhận gì khi chưa đồng ý.",
                en: "Copy the table in Excel or Word, click into the page's table and paste (Ctrl+V), or choose a .csv file. The page first shows its columns and what is odd; nothing is taken before you agree.",
            },
            Phrase {
                vi: "Sửa ngay trong bảng như Excel: phím mũi tên để chuyển ô, gõ để thay, F2 để sửa, Ctrl+D để chép xuống, Ctrl+Z để hoàn tác.",
                en: "Edit in the table as in Excel: arrow keys move, typing replaces, F2 edits, Ctrl+D fills down, Ctrl+Z undoes.",
            },
            Phrase {
                vi: "Trang cộng theo mức độ và so với số đã khai ở các phần trước.",
                en: "The page adds up by level and compares with what was declared in the sections before.",
            },
        ],
        picture: Some(("grid", Phrase { vi: "Danh mục dịch vụ trong bảng", en: "The list of services" })),
    },
    Chapter {
        id: "huong-dan-kiem-tra",
        title: Phrase { vi: "Sửa lỗi và nêu lý do", en: "Mend errors, give reasons" },
        steps: &[
            Phrase {
                vi: "Lỗi (màu đỏ) phải sửa thì mới ký được. Câu báo lỗi nói đang ghi gì, cần gì và sửa thế nào; bấm “Căn cứ” để xem văn bản quy định.",
                en: "An error (red) must be mended before signing. It says what stands there, what is wanted and how to mend it; “Source” names the document.",
            },
            Phrase {
                vi: "Cảnh báo (màu vàng) có thể giữ nguyên nếu số liệu đúng: ghi “Lý do” ngay dưới ô.",
                en: "A warning (yellow) may stand where the figures are right: write the “Reason” below the field.",
            },
            Phrase {
                vi: "“Xem lại toàn bộ báo cáo” liệt kê mọi chỗ còn phải xem; bấm vào từng chỗ để đến đúng ô.",
                en: "“Check the whole return” lists all that is left; each line leads to its field.",
            },
        ],
        picture: Some((
            "error",
            Phrase {
                vi: "Một con số có thể đọc theo hai cách", en: "A number that can be read in two ways"
            },
        )),
    },
    Chapter {
        id: "huong-dan-luu",
        title: Phrase { vi: "Lưu, chuyển máy, hoàn tác", en: "Keep, carry to another machine, undo" },
        steps: &[
            Phrase {
                vi: "Bản nháp tự lưu trong trình duyệt của máy này; giờ lưu hiện ở góc trên. Mở lại trang là thấy bản nháp.",
                en: "The draft is kept in this machine's browser by itself; the time stands at the top. It is there when the page is opened again.",
            },
            Phrase {
                vi: "Muốn làm tiếp trên máy khác hoặc gửi người khác điền, bấm “Lưu trang kèm bản nháp” (Ctrl+S): được một tệp, mở ra ở đúng chỗ đang làm.",
                en: "To go on elsewhere, or have others go on, press “Save the page with the draft” (Ctrl+S): one file that opens at the same place.",
            },
            Phrase {
                vi: "“Hoàn tác” và “Làm lại” lùi và tiến từng thay đổi, kể cả khi vừa dán hay vừa mở nhầm tệp.",
                en: "“Undo” and “Redo” go back and forth through changes, also after a paste or a wrong file.",
            },
        ],
        picture: None,
    },
    Chapter {
        id: "huong-dan-ky",
        title: Phrase { vi: "Ký và gửi", en: "Sign and send" },
        steps: &[
            Phrase {
                vi: "Khi hết lỗi, bấm “Đến phần ký”. Lần đầu, tạo khóa: đặt mật khẩu, giữ tệp khóa cẩn thận và gửi thẻ khóa cho Văn phòng Chính phủ. Có chứng thư số (.p12, .pfx) hoặc USB token thì dùng luôn.",
                en: "When nothing is wrong, press “Go on to sign”. The first time, make a key: choose a password, keep the key's file safe, and send the key card to the Government Office. A certificate (.p12, .pfx) or a USB token serves as well.",
            },
            Phrase {
                vi: "Người lập ký trước và bấm “Xuất tệp”. Lãnh đạo mở tệp đó trong trang này, xem lại, ký tiếp; văn thư ký sau cùng nếu cơ quan có con dấu số.",
                en: "The drafter signs first and exports the file. The leader opens it in this page, looks through it and signs on top; the records office last, where the agency has a digital seal.",
            },
            Phrase {
                vi: "Gửi tệp .json cuối cùng cho Văn phòng Chính phủ. Không sửa tệp: sửa một chữ là chữ ký hỏng.",
                en: "Send the last .json file to the Government Office. Do not change it: one letter breaks the signature.",
            },
            Phrase {
                vi: "Cần bản giấy thì in báo cáo trên khổ A4. Chân trang có mã SHA-256 và mã QR để đối chiếu với tệp.",
                en: "For paper, print the return on A4. Its foot has the SHA-256 and a QR code by which it is matched with the file.",
            },
        ],
        picture: Some(("signed", Phrase { vi: "Đã ký, chờ xuất tệp", en: "Signed, to be exported" })),
    },
    Chapter {
        id: "huong-dan-sau-khi-gui",
        title: Phrase { vi: "Sau khi gửi", en: "After sending" },
        steps: &[
            Phrase {
                vi: "Văn phòng Chính phủ gửi lại biên nhận hoặc phiếu yêu cầu chỉnh sửa. Mở tệp đó trong trang: mỗi câu hỏi hiện ở đúng ô được hỏi.",
                en: "The Government Office answers with a receipt or a query slip. Open it in the page: each question stands at its field.",
            },
            Phrase {
                vi: "Phải sửa báo cáo đã gửi thì mở tệp đã ký, bấm “Lập bản sửa đổi”, ghi lý do, sửa và ký lại. Bản mới thay bản cũ, không cần xin rút.",
                en: "To correct what was sent, open the signed file, press “Amend”, say why, correct and sign again. The new version takes the place of the old one.",
            },
        ],
        picture: None,
    },
];
