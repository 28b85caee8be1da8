//! What all rules may name, and the names of one rule on one row.

use super::check::Case;
use super::node::Node;
use super::rows::Row;
use super::{bind, facts};
use crate::quarterly::{Start, blank};
use cel::common::value::CowVal;
use cel::context::VariableResolver;

/// What all rules may name.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    pub(super) ret: Node,
    prev: Node,
    has_prev: Node,
    agency: Node,
    period: Node,
    baseline: Node,
    today: Node,
}

impl Shared {
    pub(super) fn of(case: Case<'_>) -> Self {
        let Case { registry, content, previous, today } = case;
        let start = Start { agency: content.agency.clone(), period: content.period.previous(), random: [0; 16] };
        let empty = blank(registry, "", &start);
        let mut before = previous.unwrap_or(&empty).clone();
        // Rules name counts of the registry, of which a return made under another one may lack some.
        for (id, count) in empty.services {
            before.services.entry(id).or_insert(count);
        }
        let mut prev = bind::content(&before);
        let just_before = previous.is_some_and(|previous| previous.period == content.period.previous());
        prev.put(&["just_before"], Node::truth(just_before));
        Self {
            ret: bind::content(content),
            prev,
            has_prev: Node::truth(previous.is_some()),
            agency: facts::agency(registry, registry.agency(&content.agency), content.period),
            period: facts::period(content.period, registry.period(content.period)),
            baseline: facts::baseline(registry, content),
            today: bind::date(Some(today)),
        }
    }
}

/// The names of one rule on one row.
pub(super) struct Names<'a> {
    pub(super) shared: &'a Shared,
    pub(super) row: &'a Row,
}

impl VariableResolver for Names<'_> {
    fn resolve<'b>(&'b self, name: &str) -> Option<CowVal<'b, 'b>> {
        let node = match name {
            "ret" => &self.shared.ret,
            "row" => &self.row.answer,
            "task" => &self.row.facts,
            "was" => &self.row.was,
            "prev" => &self.shared.prev,
            "has_prev" => &self.shared.has_prev,
            "agency" => &self.shared.agency,
            "period" => &self.shared.period,
            "baseline" => &self.shared.baseline,
            "today" => &self.shared.today,
            _ => return None,
        };
        Some(CowVal::Borrowed(node.val()))
    }
}
