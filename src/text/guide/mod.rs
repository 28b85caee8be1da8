//! The guide, for the officer and for the coordinator: one text, shown in the page and written into `docs/guide.vi.md`.

mod coordinator;
mod officer;

use super::phrase::{Language, Phrase};
use std::fmt::Write;

/// One chapter of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its name in the document.
    pub id: &'static str,
    /// Its heading.
    pub title: Phrase,
    /// What to do, one step after the other.
    pub steps: &'static [Phrase],
    /// The picture that the tests make of it, by its name; none where words do.
    pub picture: Option<(&'static str, Phrase)>,
}

/// The guide's two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whom it is for.
    pub title: Phrase,
    /// Its chapters.
    pub chapters: &'static [Chapter],
}

/// The guide.
pub const GUIDE: [Part; 2] = [
    Part {
        title: Phrase {
            vi: "Dành cho cán bộ lập và lãnh đạo duyệt báo cáo",
            en: "For those who fill and approve a return",
        },
        chapters: officer::CHAPTERS,
    },
    Part {
        title: Phrase { vi: "Dành cho cán bộ tổng hợp", en: "For the coordinator" },
        chapters: coordinator::CHAPTERS,
    },
];

/// The guide's title.
pub const TITLE: Phrase = Phrase { vi: "Hướng dẫn sử dụng", en: "Guide" };

const ALSO: Phrase = Phrase {
    vi: "Nội dung này cũng có ngay trong trang, ở mục “Hướng dẫn”. Hình do các bài kiểm thử chụp từ trang thật.",
    en: "The page has the same under “Guide”. The tests take the pictures from the page itself.",
};

/// The guide as Markdown, with its pictures.
pub fn guide_markdown(language: Language) -> String {
    let mut text = format!("# {}\n\n{}\n", TITLE.text(language), ALSO.text(language));
    for part in GUIDE {
        // Writing into a text never fails.
        let _ = write!(text, "\n## {}\n", part.title.text(language));
        for chapter in part.chapters {
            let _ = write!(text, "\n### {}\n\n", chapter.title.text(language));
            for (number, step) in (1..).zip(chapter.steps) {
                let _ = writeln!(text, "{number}. {}", step.text(language));
            }
            if let Some((picture, shows)) = chapter.picture {
                let _ = write!(text, "\n![{}](screens/{picture}.png)\n", shows.text(language));
            }
        }
    }
    text
}
