use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;

/// Declares a stable ASCII name as a type of its own, so that one cannot be taken for another.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The name as files carry it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self(name.to_owned())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

id!(
    /// An agency: `bo-tai-chinh`, `tinh-ha-giang`, `tp-da-nang`.
    AgencyId
);
id!(
    /// A source document: `vpcp-7242-2017`.
    DocumentId
);
id!(
    /// A general task: `action-plan`.
    GeneralTaskId
);
id!(
    /// An assigned task by its number in annex I of 7242/BC-VPCP: `3.2`.
    TaskNumber
);
id!(
    /// A count of the services section: `level3`, `received4-quarter`.
    CountId
);
id!(
    /// A measured indicator: `4.1-business`.
    IndicatorId
);
id!(
    /// A service of an agency's own list, by its place in it: `0001`.
    ServiceId
);
