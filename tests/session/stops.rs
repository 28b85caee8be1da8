//! Where the keys go in a large table.

use return36a::session::view::{Arrow, Stop, next_stop};

/// Rows of stops by their columns; the third row has none.
const TABLE: [(usize, usize); 6] = [(0, 1), (0, 3), (1, 0), (1, 2), (1, 5), (3, 4)];

fn stops() -> Vec<Stop> {
    TABLE.map(|(row, column)| Stop { row, column }).to_vec()
}

#[test]
fn each_key_leads_to_its_stop_or_stays() {
    for (at, key, to) in [
        (0, Arrow::Right, 1),
        (1, Arrow::Right, 1),
        (1, Arrow::Left, 0),
        (2, Arrow::Left, 2),
        (1, Arrow::Down, 3),
        (4, Arrow::Down, 5),
        (5, Arrow::Down, 5),
        (5, Arrow::Up, 4),
        (2, Arrow::Up, 0),
        (0, Arrow::Up, 0),
        (3, Arrow::Home, 2),
        (3, Arrow::End, 4),
        (3, Arrow::First, 0),
        (0, Arrow::Last, 5),
    ] {
        assert_eq!(next_stop(&stops(), at, key), to, "{key:?} from {at}");
    }
}

#[test]
fn every_stop_is_reached_from_the_first_by_right_and_down() {
    let mut seen = vec![false; TABLE.len()];
    let mut waits = vec![0];
    while let Some(at) = waits.pop() {
        if !std::mem::replace(&mut seen[at], true) {
            waits.extend([Arrow::Right, Arrow::Down, Arrow::Left, Arrow::Up].map(|key| next_stop(&stops(), at, key)));
        }
    }
    assert!(seen.into_iter().all(|seen| seen));
}

#[test]
fn what_is_no_stop_leads_nowhere() {
    assert_eq!(next_stop(&[], 0, Arrow::Down), 0);
    assert_eq!(next_stop(&stops(), 99, Arrow::Last), 99);
}

#[test]
fn only_arrows_home_and_end_are_keys_of_a_table() {
    assert_eq!(Arrow::of_key("ArrowDown", false), Some(Arrow::Down));
    assert_eq!(Arrow::of_key("Home", true), Some(Arrow::First));
    for (name, control) in [("ArrowDown", true), ("Tab", false), ("Enter", false), ("a", false), ("PageDown", false)] {
        assert_eq!(Arrow::of_key(name, control), None, "{name}");
    }
}
