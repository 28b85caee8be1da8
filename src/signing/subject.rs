use super::Role;

/// What a signature speaks of. Its header names it, so that a signature of one kind never passes for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A quarterly return, signed by the agency.
    Return,
    /// The coordinator's receipt for a file.
    Receipt,
    /// The coordinator's questions about a return.
    Slip,
    /// The coordinator's list of the files received.
    Ledger,
    /// A registry that the coordinator issues.
    Registry,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Return, Self::Receipt, Self::Slip, Self::Ledger, Self::Registry];

    /// The `cty` of its signatures' header.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Return => "return36a+json",
            Self::Receipt => "return36a-receipt+json",
            Self::Slip => "return36a-slip+json",
            Self::Ledger => "return36a-ledger+json",
            Self::Registry => "return36a-registry+json",
        }
    }

    /// Whether it is signed in this role: a return in the agency's roles, everything else by the coordinator.
    pub fn is_signed_by(self, role: Role) -> bool {
        (self == Self::Return) != (role == Role::Coordinator)
    }
}
