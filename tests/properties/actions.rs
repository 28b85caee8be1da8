//! A thousand deeds in any order: nothing panics, and nothing that was entered is lost.

use crate::deeds::steps;
use crate::person::Person;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_time: 30_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_thousand_deeds_panic_or_lose_what_was_entered(filled in any::<bool>(), steps in steps(1000)) {
        let mut person = Person::new(filled);
        for step in steps {
            person.does(step);
        }
        person.browser.full = false;
        person.reloads();
        person.everything_is_kept();
    }
}
