//! What rules may name, as values that CEL reads where they stand: nothing is copied to try a rule.

use cel::ExecutionError;
use cel::common::traits::{self, Container, Indexer, Iterable, Sizer};
use cel::common::types::{CelBool, CelInt, CelString, MAP_TYPE, Type};
use cel::common::value::{CowVal, Val};
use std::sync::Arc;

/// One value.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Fields(Fields),
    Text(CelString<'static>),
    Number(CelInt),
    Truth(CelBool),
}

/// Named values, sorted by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(Vec<(CelString<'static>, Node)>);

impl Node {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(CelString::from(text.into()))
    }

    pub(super) fn number(number: i64) -> Self {
        Self::Number(CelInt::from(number))
    }

    pub(super) fn truth(truth: bool) -> Self {
        Self::Truth(CelBool::from(truth))
    }

    /// Values by fixed names.
    pub(super) fn record<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Fields(members.into_iter().collect())
    }

    pub(super) fn val(&self) -> &(dyn Val + 'static) {
        match self {
            Self::Fields(fields) => fields,
            Self::Text(text) => text,
            Self::Number(number) => number,
            Self::Truth(truth) => truth,
        }
    }

    /// Puts a value at a path of names, where the last one but its parent stands already.
    pub(super) fn put(&mut self, path: &[&str], value: Self) {
        let Self::Fields(fields) = self else { return };
        match path {
            [] => {}
            [name] => fields.put(name, value),
            [name, rest @ ..] => {
                if let Some(child) = fields.get_mut(name) {
                    child.put(rest, value);
                }
            }
        }
    }
}

impl<N: AsRef<str>> FromIterator<(N, Node)> for Fields {
    fn from_iter<I: IntoIterator<Item = (N, Node)>>(members: I) -> Self {
        let named = members.into_iter().map(|(name, value)| (CelString::from(name.as_ref().to_owned()), value));
        let mut fields: Vec<_> = named.collect();
        fields.sort_by(|left, right| left.0.inner().cmp(right.0.inner()));
        Self(fields)
    }
}

impl Fields {
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.inner().cmp(name))
    }

    fn get(&self, name: &str) -> Option<&Node> {
        let place = self.place(name).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    fn get_mut(&mut self, name: &str) -> Option<&mut Node> {
        let place = self.place(name).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }

    fn put(&mut self, name: &str, value: Node) {
        match self.place(name) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (CelString::from(name.to_owned()), value)),
        }
    }

    fn at(&self, key: &dyn Val) -> Result<Option<&Node>, ExecutionError> {
        let name = key.downcast_ref::<CelString>().ok_or_else(|| ExecutionError::UnexpectedType {
            got: key.get_type().name().to_owned(),
            want: "string".to_owned(),
        })?;
        Ok(self.get(name.inner()))
    }
}

impl Val for Fields {
    fn get_type(&self) -> &Type {
        <Self as Val>::cel_type()
    }

    fn cel_type() -> &'static Type {
        &MAP_TYPE
    }

    fn as_container(&self) -> Option<&dyn Container> {
        Some(self)
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_iterable<'b, 'v>(&'b self) -> Option<&'b (dyn Iterable + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_sizer(&self) -> Option<&dyn Sizer> {
        Some(self)
    }

    fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
    where
        Self: 'v,
    {
        Box::new(self.clone())
    }
}

impl Container for Fields {
    fn contains(&self, key: &dyn Val) -> Result<bool, ExecutionError> {
        Ok(self.at(key)?.is_some())
    }
}

impl Indexer for Fields {
    fn get<'b, 'v>(&'b self, key: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
    where
        Self: 'v,
    {
        let missing = || {
            let name = key.downcast_ref::<CelString>().map(|name| name.inner().to_owned());
            ExecutionError::NoSuchKey(Arc::new(name.unwrap_or_default()))
        };
        self.at(key)?.map(|value| CowVal::Borrowed(value.val())).ok_or_else(missing)
    }

    fn steal<'v>(self: Box<Self>, key: &dyn Val) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        Indexer::get(&*self, key).map(CowVal::into_owned)
    }
}

impl Iterable for Fields {
    fn iter<'b, 'v>(&'b self) -> Box<dyn traits::Iterator<'b, 'v> + 'b>
    where
        Self: 'v,
    {
        Box::new(Names(self.0.iter()))
    }
}

impl Sizer for Fields {
    fn size(&self) -> CelInt {
        CelInt::from(i64::try_from(self.0.len()).unwrap_or(i64::MAX))
    }
}

/// The names of fields, one after another.
struct Names<'b>(std::slice::Iter<'b, (CelString<'static>, Node)>);

impl<'b, 'v> traits::Iterator<'b, 'v> for Names<'b> {
    fn next(&mut self) -> Option<&'b (dyn Val + 'v)> {
        self.0.next().map(|(name, _)| name as &(dyn Val + 'v))
    }
}
