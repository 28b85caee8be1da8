use super::{Entry, Filing, Ledger, State, matrix, reporting};
use crate::quarterly::Return;
use crate::registry::{Agency, AgencyId, Period, Registry, Tier};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The returns that count, one an agency.
pub type Returns = BTreeMap<AgencyId, Arc<Return>>;

/// Whether an agency has filed, and where it has not, what became of its last file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reception {
    /// Whether it has filed.
    pub filing: Filing,
    /// The state of the return that counts, or of the last that came and does not; none where nothing came.
    pub state: Option<State>,
}

/// What was collected for a quarter: all that the national tables are worked out from.
#[derive(Clone, Debug)]
pub struct Collected<'a> {
    /// What was asked.
    pub registry: &'a Registry,
    /// The quarter.
    pub period: Period,
    /// What counts.
    pub returns: Returns,
    /// What counted in the quarter before, where that is known.
    pub previous: Option<Returns>,
    /// Who has filed, of all who report.
    pub filing: BTreeMap<AgencyId, Reception>,
}

impl<'a> Collected<'a> {
    /// What counts in a ledger, beside what counts in that of the quarter before; a ledger of any other quarter is none.
    pub fn of_ledger(registry: &'a Registry, ledger: &Ledger, previous: Option<&Ledger>) -> Self {
        let period = ledger.period();
        let state = |at: usize| ledger.entries().get(at).map(|entry| entry.state);
        let rows = matrix(registry, ledger).rows.into_iter();
        let filing = rows.map(|row| {
            let state = row.entry.and_then(state);
            (row.agency, Reception { filing: row.filing, state })
        });
        let previous = previous.filter(|ledger| ledger.period() == period.previous()).map(counting);
        Self { registry, period, returns: counting(ledger), previous, filing: filing.collect() }
    }

    /// What these returns say, each taken as filed in time.
    pub fn of_returns(registry: &'a Registry, period: Period, returns: impl IntoIterator<Item = Return>) -> Self {
        let returns = by_agency(returns);
        let reception = |agency: &Agency| match returns.contains_key(&agency.id) {
            true => Reception { filing: Filing::Filed, state: Some(State::Accepted) },
            false => Reception { filing: Filing::Missing, state: None },
        };
        let filing = reporting(registry, period).into_iter().map(|agency| (agency.id.clone(), reception(agency)));
        let filing = filing.collect();
        Self { registry, period, returns, previous: None, filing }
    }

    /// The same beside these returns of the quarter before.
    #[must_use]
    pub fn after(self, previous: impl IntoIterator<Item = Return>) -> Self {
        Self { previous: Some(by_agency(previous)), ..self }
    }

    /// The agencies of one list that report, in the official order.
    pub fn agencies(&self, tier: Tier) -> Vec<&'a Agency> {
        self.everyone().into_iter().filter(|agency| agency.tier() == tier).collect()
    }

    /// All agencies that report, central ones first, each list in the official order.
    pub fn everyone(&self) -> Vec<&'a Agency> {
        reporting(self.registry, self.period)
    }

    /// The return of this agency that counts.
    pub fn now(&self, agency: &AgencyId) -> Option<&Return> {
        self.returns.get(agency).map(Arc::as_ref)
    }

    /// What counted for it in the quarter before.
    pub fn then(&self, agency: &AgencyId) -> Option<&Return> {
        self.previous.as_ref()?.get(agency).map(Arc::as_ref)
    }
}

fn by_agency(returns: impl IntoIterator<Item = Return>) -> Returns {
    returns.into_iter().map(|content| (content.agency.clone(), Arc::new(content))).collect()
}

/// What counts in a ledger: what the next quarter's returns are compared with.
pub fn counting(ledger: &Ledger) -> Returns {
    let content = |at: usize| Some(Arc::clone(&ledger.entries().get(at).and_then(Entry::filed)?.content));
    ledger.counting().into_iter().filter_map(|(agency, at)| Some((agency.clone(), content(at)?))).collect()
}
