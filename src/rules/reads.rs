//! What a rule reads: after an edit only the rules that read the edited field are tried again.

use crate::quarterly::is_group;
use crate::registry::RuleText;
use cel::common::ast::{EntryExpr, Expr, LiteralValue, operators};
use cel::parser::Expression;

/// One step of a path that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Name(String),
    /// Any name: the place is computed.
    Any,
}

/// The places that a rule's outcome hangs on and that an edit can change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reads {
    /// In the return.
    ret: Vec<Vec<Step>>,
    /// In the row.
    row: Vec<Vec<Step>>,
    /// Facts of the row that the return itself gives: `task.status`.
    status: bool,
}

/// An edited field's path as rules name it.
pub(super) struct Edit<'a> {
    path: &'a str,
    ret: Vec<&'a str>,
}

impl<'a> Edit<'a> {
    pub(super) fn of(path: &'a str) -> Self {
        let path = path.strip_suffix("/no_data").unwrap_or(path);
        let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let ret = match segments.as_slice() {
            ["service_list", _, "level" | "received" | "resolved"] => vec!["list"],
            _ => segments,
        };
        Self { path, ret }
    }

    /// Whether the sums of the service list are changed by it, if it is an edit of the list at all.
    pub(super) fn changes_sums(&self) -> bool {
        !self.path.starts_with("/service_list/") || self.ret == ["list"]
    }

    /// The edited field within this row; none where it lies outside of it.
    fn within(&self, row: &str) -> Option<Vec<&'a str>> {
        let rest = self.path.strip_prefix(row)?;
        if rest.is_empty() { Some(Vec::new()) } else { Some(rest.strip_prefix('/')?.split('/').collect()) }
    }

    fn is_status(&self) -> bool {
        self.path.ends_with("/status")
    }
}

impl Reads {
    /// What these expressions read, and the fields that the rule needs and marks.
    pub(super) fn of<'e>(text: &RuleText, expressions: impl IntoIterator<Item = &'e Expression>) -> Self {
        let mut reads = Self::default();
        for expression in expressions {
            reads.walk(expression);
        }
        for path in text.needs.iter().chain(&text.marks) {
            let is_absolute = path.starts_with('/');
            let path = path.strip_suffix("no_data").unwrap_or(path).trim_matches('/');
            let steps = path.split('/').filter(|step| !step.is_empty()).map(|step| Step::Name(step.to_owned()));
            let side = if is_absolute { &mut reads.ret } else { &mut reads.row };
            side.push(steps.collect());
        }
        // A mark that names a whole group holds nothing of it: only whether the group is there.
        reads.ret.retain(|path| path.len() > 1 || !matches!(path.first(), Some(Step::Name(name)) if is_group(name)));
        reads
    }

    /// Whether an edit can change the rule's outcome on every row, wherever it lies.
    pub(super) fn everywhere(&self, edit: &Edit<'_>) -> bool {
        self.ret.iter().any(|read| overlap(read, &edit.ret))
    }

    /// Whether an edit can change the rule's outcome on the row at this path.
    pub(super) fn at(&self, edit: &Edit<'_>, row: &str) -> bool {
        let within = edit.within(row);
        within.is_some_and(|edited| self.row.iter().any(|read| overlap(read, &edited)))
            || (self.status && edit.is_status())
    }

    fn walk(&mut self, expression: &Expression) {
        match &expression.expr {
            Expr::Unspecified | Expr::Literal(_) => {}
            Expr::Ident(_) | Expr::Select(_) => self.chain(expression),
            Expr::Call(call) if call.func_name == operators::INDEX => self.chain(expression),
            // Which ids a map has is not changed by an edit.
            Expr::Call(call) if call.func_name == operators::IN => {
                call.args.iter().take(1).for_each(|part| self.walk(part));
                call.args.iter().skip(1).for_each(|part| self.keys(part));
            }
            Expr::Call(call) => call.target.as_deref().into_iter().chain(&call.args).for_each(|part| self.walk(part)),
            Expr::List(list) => list.elements.iter().for_each(|part| self.walk(part)),
            Expr::Map(map) => map.entries.iter().for_each(|entry| self.entry(&entry.expr)),
            Expr::Struct(of) => of.entries.iter().for_each(|entry| self.entry(&entry.expr)),
            Expr::Comprehension(over) => {
                if over.iter_var2.is_some() {
                    self.walk(&over.iter_range)
                } else {
                    self.keys(&over.iter_range)
                }
                for part in [&over.accu_init, &over.loop_cond, &over.loop_step, &over.result] {
                    self.walk(part);
                }
            }
        }
    }

    fn entry(&mut self, entry: &EntryExpr) {
        match entry {
            EntryExpr::StructField(field) => self.walk(&field.value),
            EntryExpr::MapEntry(entry) => {
                self.walk(&entry.key);
                self.walk(&entry.value);
            }
        }
    }

    /// A range of which only the ids are used: nothing is read where it is a plain path.
    fn keys(&mut self, range: &Expression) {
        if !matches!(range.expr, Expr::Ident(_) | Expr::Select(_)) {
            self.walk(range);
        }
    }

    /// A name with what is selected of it.
    fn chain(&mut self, expression: &Expression) {
        let mut steps = Vec::new();
        let mut part = expression;
        loop {
            match &part.expr {
                Expr::Select(select) => {
                    steps.push(Step::Name(select.field.clone()));
                    part = &select.operand;
                }
                Expr::Call(call) if call.func_name == operators::INDEX => {
                    let [of, index] = call.args.as_slice() else { return };
                    match &index.expr {
                        Expr::Literal(LiteralValue::String(name)) => steps.push(Step::Name(name.inner().to_owned())),
                        _ => {
                            steps.push(Step::Any);
                            self.walk(index);
                        }
                    }
                    part = of;
                }
                Expr::Ident(name) => return self.named(name, steps),
                _ => return self.walk(part),
            }
        }
    }

    fn named(&mut self, name: &str, mut steps: Vec<Step>) {
        steps.reverse();
        match name {
            "ret" => self.ret.push(steps),
            "row" => self.row.push(steps),
            "task" => self.status |= steps.first().is_none_or(|step| *step == Step::Name("status".to_owned())),
            _ => {}
        }
    }
}

/// Whether one of the two paths holds the other.
fn overlap(read: &[Step], edited: &[&str]) -> bool {
    read.iter().zip(edited).all(|(step, name)| match step {
        Step::Name(read) => read == name,
        Step::Any => true,
    })
}
