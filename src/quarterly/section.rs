/// The sections of a return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Document, preparer, approver.
    Heading,
    /// General tasks.
    GeneralTasks,
    /// Assigned tasks.
    Tasks,
    /// Services by level, and services built.
    Services,
    /// Dossiers received and resolved online.
    Dossiers,
    /// The agency's own list of online services, where it gives one.
    ServiceList,
    /// Measured indicators.
    Indicators,
    /// Difficulties and proposals.
    Difficulties,
}

impl Section {
    /// All sections, in order.
    pub const ALL: [Self; 8] = [
        Self::Heading,
        Self::GeneralTasks,
        Self::Tasks,
        Self::Services,
        Self::Dossiers,
        Self::ServiceList,
        Self::Indicators,
        Self::Difficulties,
    ];

    /// The section's name in addresses and drafts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Heading => "thong-tin-chung",
            Self::GeneralTasks => "nhiem-vu-chung",
            Self::Tasks => "nhiem-vu-cu-the",
            Self::Services => "dich-vu-cong",
            Self::Dossiers => "ho-so",
            Self::ServiceList => "danh-muc-dich-vu",
            Self::Indicators => "chi-tieu",
            Self::Difficulties => "kho-khan-de-xuat",
        }
    }

    /// The section to which a field belongs.
    pub fn of_path(path: &str) -> Self {
        let mut segments = path.trim_start_matches('/').split('/');
        match (segments.next().unwrap_or_default(), segments.next().unwrap_or_default()) {
            ("general_tasks", _) => Self::GeneralTasks,
            ("tasks", _) => Self::Tasks,
            ("services", id) if id.starts_with("received") || id.starts_with("resolved") => Self::Dossiers,
            ("services", _) => Self::Services,
            ("service_list", _) => Self::ServiceList,
            ("indicators", _) => Self::Indicators,
            ("difficulties" | "proposals", _) => Self::Difficulties,
            _ => Self::Heading,
        }
    }
}
