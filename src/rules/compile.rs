use crate::registry::RuleText;
use cel::common::ast::{EntryExpr, Expr};
use cel::parser::{Expression, PrattParser};
use std::fmt;

/// No expression of a rule is longer, in characters.
const MOST_CHARACTERS: usize = 800;
/// No expression has more nodes once its macros are written out.
const MOST_NODES: usize = 500;
/// Loops nest no deeper, so that the work on a return grows at most with the square of its rows.
const MOST_NESTED_LOOPS: usize = 2;
/// No expression is nested deeper.
const MOST_DEPTH: u16 = 40;

/// The rules of one registry, compiled once.
#[derive(Debug)]
pub struct RuleSet {
    pub(super) rules: Vec<Rule>,
}

/// One compiled rule beside its text.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) text: RuleText,
    pub(super) when: Option<Expression>,
    pub(super) assert: Expression,
    pub(super) values: Vec<(String, Expression)>,
}

/// A rule that cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The rule's name.
    pub rule: String,
    /// Which expression: `when`, `assert` or `values.name`.
    pub part: String,
    /// Why.
    pub code: FaultCode,
}

/// Why an expression is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultCode {
    /// More than 800 characters.
    TooLong,
    /// Loops nested deeper than two.
    TooManyLoops,
    /// Not CEL, or more than 500 nodes; the parser's words.
    NotCel(String),
    /// Two rules of one name.
    SameName,
    /// It marks no field.
    MarksNothing,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "rule `{}`, {}: {:?}", self.rule, self.part, self.code)
    }
}

impl RuleSet {
    /// The rules, compiled; every fault of every rule otherwise.
    pub fn compile(texts: &[RuleText]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut rules: Vec<Rule> = Vec::new();
        for text in texts {
            if rules.iter().any(|rule| rule.text.id == text.id) {
                faults.push(fault(text, "id", FaultCode::SameName));
            }
            if text.marks.is_empty() {
                faults.push(fault(text, "marks", FaultCode::MarksNothing));
            }
            match rule(text) {
                Ok(rule) => rules.push(rule),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(Self { rules }) } else { Err(faults) }
    }

    /// The text of a rule.
    pub fn text(&self, id: &str) -> Option<&RuleText> {
        self.rules.iter().map(|rule| &rule.text).find(|text| text.id == id)
    }
}

fn fault(text: &RuleText, part: &str, code: FaultCode) -> Fault {
    Fault { rule: text.id.clone(), part: part.to_owned(), code }
}

fn rule(text: &RuleText) -> Result<Rule, Fault> {
    let compiled = |part: &str, source: &str| compile(source).map_err(|code| fault(text, part, code));
    let mut values = Vec::new();
    for (name, source) in &text.values {
        values.push((name.clone(), compiled(&format!("values.{name}"), source)?));
    }
    let when = if text.when.is_empty() { None } else { Some(compiled("when", &text.when)?) };
    Ok(Rule { when, assert: compiled("assert", &text.assert)?, values, text: text.clone() })
}

fn compile(source: &str) -> Result<Expression, FaultCode> {
    if source.chars().count() > MOST_CHARACTERS {
        return Err(FaultCode::TooLong);
    }
    let parser = PrattParser::new().max_recursion_depth(MOST_DEPTH).max_expression_node_count(MOST_NODES);
    let expression = parser.parse(source).map_err(|errors| FaultCode::NotCel(errors.to_string()))?;
    if nested_loops(&expression) > MOST_NESTED_LOOPS { Err(FaultCode::TooManyLoops) } else { Ok(expression) }
}

/// How deep loops nest in an expression.
fn nested_loops(expression: &Expression) -> usize {
    let deepest = |parts: &mut dyn Iterator<Item = &Expression>| parts.map(nested_loops).max().unwrap_or(0);
    match &expression.expr {
        Expr::Unspecified | Expr::Ident(_) | Expr::Literal(_) => 0,
        Expr::Select(select) => nested_loops(&select.operand),
        Expr::Call(call) => deepest(&mut call.target.as_deref().into_iter().chain(&call.args)),
        Expr::List(list) => deepest(&mut list.elements.iter()),
        Expr::Map(map) => map.entries.iter().map(|entry| entry_loops(&entry.expr)).max().unwrap_or(0),
        Expr::Struct(of) => of.entries.iter().map(|entry| entry_loops(&entry.expr)).max().unwrap_or(0),
        Expr::Comprehension(over) => {
            let once = deepest(&mut [&over.iter_range, &over.accu_init, &over.result].into_iter());
            let each = deepest(&mut [&over.loop_cond, &over.loop_step].into_iter());
            once.max(each + 1)
        }
    }
}

fn entry_loops(entry: &EntryExpr) -> usize {
    match entry {
        EntryExpr::StructField(field) => nested_loops(&field.value),
        EntryExpr::MapEntry(entry) => nested_loops(&entry.key).max(nested_loops(&entry.value)),
    }
}
