//! The queue of files that are to be examined: bounded, counted, cancelled, and whole when a hand breaks down.

use return36a::collect::{Progress, Queue};

fn queue(jobs: &[&'static str]) -> Queue<&'static str> {
    let mut queue = Queue::new(2);
    queue.add(jobs.iter().copied());
    queue
}

/// All that this hand is given now.
fn given(queue: &mut Queue<&'static str>, hand: usize) -> Vec<(u32, &'static str)> {
    std::iter::from_fn(|| queue.next(hand)).collect()
}

fn done(queue: &mut Queue<&'static str>, id: u32) {
    queue.told(id);
    queue.finished(id);
}

#[test]
fn a_hand_has_no_more_than_two_jobs_at_once() {
    let mut queue = queue(&["a", "b", "c", "d", "e"]);
    assert_eq!(given(&mut queue, 0), [(0, "a"), (1, "b")]);
    assert_eq!(given(&mut queue, 1), [(2, "c"), (3, "d")]);
    done(&mut queue, 1);
    assert_eq!(given(&mut queue, 0), [(4, "e")]);
    assert_eq!(queue.progress(), Progress { done: 1, of: 5 });
    [0, 2, 3, 4].into_iter().for_each(|id| done(&mut queue, id));
    assert!(queue.is_idle());
    assert_eq!(queue.progress(), Progress { done: 5, of: 5 });
}

#[test]
fn counting_goes_on_while_there_is_work_and_begins_anew_afterwards() {
    let mut queue = queue(&["a"]);
    assert_eq!(given(&mut queue, 0), [(0, "a")]);
    queue.add(["b"]);
    assert_eq!(queue.progress(), Progress { done: 0, of: 2 });
    assert_eq!(given(&mut queue, 0), [(1, "b")]);
    done(&mut queue, 0);
    done(&mut queue, 1);
    queue.add(["c"]);
    assert_eq!(queue.progress(), Progress { done: 0, of: 1 });
}

#[test]
fn an_archive_counts_as_its_files() {
    let mut queue = queue(&["archive", "b"]);
    given(&mut queue, 0);
    queue.holds(0, 3);
    assert_eq!(queue.progress(), Progress { done: 0, of: 4 });
    (0..5).for_each(|_| queue.told(0));
    assert_eq!(queue.progress(), Progress { done: 5, of: 6 }, "an archive inside it had more");
    queue.finished(0);
    queue.holds(1, 0);
    queue.finished(1);
    assert_eq!(queue.progress(), Progress { done: 5, of: 5 }, "an empty archive counts as nothing");
}

#[test]
fn cancelling_leaves_what_hands_are_busy_with() {
    let mut queue = queue(&["archive", "b", "c", "d"]);
    given(&mut queue, 0);
    queue.holds(0, 10);
    queue.told(0);
    assert_eq!(queue.cancel(), 2);
    assert_eq!(queue.next(1), None);
    assert!(!queue.is_idle());
    queue.finished(0);
    done(&mut queue, 1);
    assert!(queue.is_idle());
    assert_eq!(queue.progress(), Progress { done: 2, of: 2 }, "the archive was stopped after its first file");
}

#[test]
fn the_work_of_a_broken_hand_is_done_again_one_by_one_and_only_the_culprit_is_given_up() {
    let mut queue = queue(&["good", "bad", "later"]);
    given(&mut queue, 0);
    assert_eq!(queue.lost(0), [""; 0], "either may be to blame");
    assert_eq!(given(&mut queue, 1), [(2, "good")], "alone");
    done(&mut queue, 2);
    assert_eq!(given(&mut queue, 1), [(3, "bad")]);
    assert_eq!(queue.lost(1), ["bad"]);
    assert_eq!(given(&mut queue, 2), [(4, "later")]);
    done(&mut queue, 4);
    assert!(queue.is_idle());
    assert_eq!(queue.progress(), Progress { done: 3, of: 3 });
}

#[test]
fn an_archive_that_broke_a_hand_after_some_results_is_not_told_twice() {
    let mut queue = queue(&["archive", "b"]);
    given(&mut queue, 0);
    queue.holds(0, 5);
    queue.told(0);
    queue.told(0);
    assert_eq!(queue.lost(0), ["archive"]);
    assert_eq!(queue.progress(), Progress { done: 3, of: 4 }, "two files, the archive's end, and b");
    assert_eq!(given(&mut queue, 1), [(2, "b")]);
}

#[test]
fn what_a_broken_hand_still_says_is_not_counted() {
    let mut queue = queue(&["a"]);
    given(&mut queue, 0);
    assert_eq!(queue.lost(0), [""; 0]);
    queue.told(0);
    queue.holds(0, 7);
    queue.finished(0);
    assert_eq!(queue.progress(), Progress { done: 0, of: 1 });
}
