use super::reads::Reads;
use crate::registry::{RuleText, Scope};
use cel::Env;
use cel::common::ast::{EntryExpr, Expr};
use cel::parser::{Expression, PrattParser};
use std::fmt;
use std::sync::Arc;

/// No message names more values.
const MOST_VALUES: usize = 12;
/// No registry has more rules.
const MOST_RULES: usize = 1_000;

/// No expression of a rule is longer, in characters.
const MOST_CHARACTERS: usize = 800;
/// No expression has more nodes once its macros are written out.
const MOST_NODES: usize = 500;
/// Loops nest no deeper, so that the work on a return grows at most with the square of its rows.
const MOST_NESTED_LOOPS: usize = 2;
/// No expression has more loops, nested or one after another: each could double what the one before it made.
const MOST_LOOPS: usize = 4;
/// No expression is nested deeper.
const MOST_DEPTH: u16 = 40;

/// The rules of one registry, compiled once.
pub struct RuleSet {
    pub(super) rules: Vec<Rule>,
    pub(super) env: Arc<Env>,
}

impl fmt::Debug for RuleSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RuleSet").field("rules", &self.rules).finish_non_exhaustive()
    }
}

/// One compiled rule beside its text.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) text: RuleText,
    pub(super) when: Option<Expression>,
    pub(super) assert: Expression,
    pub(super) values: Vec<(String, Expression)>,
    pub(super) reads: Reads,
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
    /// Loops nested deeper than two, or more than four of them; any loop in a rule for each text or listed service.
    TooManyLoops,
    /// More than a thousand rules.
    TooManyRules,
    /// More than twelve values for its message.
    TooManyValues,
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
        if let Some(text) = texts.get(MOST_RULES) {
            return Err(vec![fault(text, "id", FaultCode::TooManyRules)]);
        }
        let mut faults = Vec::new();
        let mut rules: Vec<Rule> = Vec::new();
        for text in texts {
            if rules.iter().any(|rule| rule.text.id == text.id) {
                faults.push(fault(text, "id", FaultCode::SameName));
            }
            if text.marks.is_empty() {
                faults.push(fault(text, "marks", FaultCode::MarksNothing));
            }
            if text.values.len() > MOST_VALUES {
                faults.push(fault(text, "values", FaultCode::TooManyValues));
                continue;
            }
            match rule(text) {
                Ok(rule) => rules.push(rule),
                Err(more) => faults.extend(more),
            }
        }
        if faults.is_empty() { Ok(Self { rules, env: Arc::new(Env::stdlib()) }) } else { Err(faults) }
    }

    /// The text of a rule.
    pub fn text(&self, id: &str) -> Option<&RuleText> {
        self.rules.iter().map(|rule| &rule.text).find(|text| text.id == id)
    }
}

fn fault(text: &RuleText, part: &str, code: FaultCode) -> Fault {
    Fault { rule: text.id.clone(), part: part.to_owned(), code }
}

fn rule(text: &RuleText) -> Result<Rule, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut compiled = |part: &str, source: &str| {
        let expression = compile(source, text.scope);
        expression.map_err(|code| faults.push(fault(text, part, code))).ok()
    };
    let when = if text.when.is_empty() { Some(None) } else { compiled("when", &text.when).map(Some) };
    let assert = compiled("assert", &text.assert);
    let value = |(name, source): (&String, &String)| Some((name.clone(), compiled(&format!("values.{name}"), source)?));
    let values: Option<Vec<_>> = text.values.iter().map(value).collect();
    match (when, assert, values) {
        (Some(when), Some(assert), Some(values)) => {
            let named = values.iter().map(|(_, expression)| expression);
            let reads = Reads::of(text, when.iter().chain([&assert]).chain(named));
            Ok(Rule { when, assert, values, reads, text: text.clone() })
        }
        _ => Err(faults),
    }
}

fn compile(source: &str, scope: Scope) -> Result<Expression, FaultCode> {
    if source.chars().count() > MOST_CHARACTERS {
        return Err(FaultCode::TooLong);
    }
    let parser = PrattParser::new().max_recursion_depth(MOST_DEPTH).max_expression_node_count(MOST_NODES);
    let expression = parser.parse(source).map_err(|errors| FaultCode::NotCel(errors.to_string()))?;
    let loops = loops(&expression);
    let no_loops = matches!(scope, Scope::Text | Scope::Service) && loops.all > 0;
    let too_many = loops.nested > MOST_NESTED_LOOPS || loops.all > MOST_LOOPS || no_loops;
    if too_many { Err(FaultCode::TooManyLoops) } else { Ok(expression) }
}

/// How deep loops nest in an expression, and how many there are.
#[derive(Clone, Copy, Default)]
struct Loops {
    nested: usize,
    all: usize,
}

impl Loops {
    fn beside(self, other: Self) -> Self {
        Self { nested: self.nested.max(other.nested), all: self.all + other.all }
    }
}

fn loops_of<'a>(parts: impl IntoIterator<Item = &'a Expression>) -> Loops {
    parts.into_iter().map(loops).fold(Loops::default(), Loops::beside)
}

fn loops(expression: &Expression) -> Loops {
    match &expression.expr {
        Expr::Unspecified | Expr::Ident(_) | Expr::Literal(_) => Loops::default(),
        Expr::Select(select) => loops(&select.operand),
        Expr::Call(call) => loops_of(call.target.as_deref().into_iter().chain(&call.args)),
        Expr::List(list) => loops_of(&list.elements),
        Expr::Map(map) => {
            map.entries.iter().map(|entry| entry_loops(&entry.expr)).fold(Loops::default(), Loops::beside)
        }
        Expr::Struct(of) => {
            of.entries.iter().map(|entry| entry_loops(&entry.expr)).fold(Loops::default(), Loops::beside)
        }
        Expr::Comprehension(over) => {
            let once = loops_of([&over.iter_range, &over.accu_init, &over.result]);
            let each = loops_of([&over.loop_cond, &over.loop_step]);
            // One that makes a list counts twice: two of them, one in the other, could make a list of lists of long texts.
            let depth = if matches!(over.accu_init.expr, Expr::List(_)) { 2 } else { 1 };
            Loops { nested: once.nested.max(each.nested + depth), all: once.all + each.all + 1 }
        }
    }
}

fn entry_loops(entry: &EntryExpr) -> Loops {
    match entry {
        EntryExpr::StructField(field) => loops(&field.value),
        EntryExpr::MapEntry(entry) => loops_of([&entry.key, &entry.value]),
    }
}
