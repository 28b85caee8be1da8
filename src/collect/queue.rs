use std::collections::{BTreeMap, VecDeque};

/// Work that waits, and work that several hands are busy with: what a hand gets next, how far all has come, and what
/// becomes of the work of a hand that breaks down. A hand is whoever does the work, known by its number.
#[derive(Clone, Debug)]
pub struct Queue<J> {
    at_once: usize,
    waiting: VecDeque<Work<J>>,
    running: BTreeMap<u32, Running<J>>,
    next: u32,
    progress: Progress,
}

/// How far the work has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files of which the result is known.
    pub done: usize,
    /// All files so far; an archive counts as the files in it once it is opened.
    pub of: usize,
}

#[derive(Clone, Debug)]
struct Work<J> {
    job: J,
    /// Whether a hand broke down while it had this.
    suspect: bool,
}

#[derive(Clone, Debug)]
struct Running<J> {
    hand: usize,
    work: Work<J>,
    holds: usize,
    told: usize,
}

impl<J> Running<J> {
    fn untold(&self) -> usize {
        self.holds.saturating_sub(self.told)
    }
}

impl<J: Clone> Queue<J> {
    /// An empty queue that gives a hand so many jobs at once, at least one.
    pub fn new(at_once: usize) -> Self {
        Self {
            at_once: at_once.max(1),
            waiting: VecDeque::new(),
            running: BTreeMap::new(),
            next: 0,
            progress: Progress::default(),
        }
    }

    /// Lets jobs wait behind those that wait. Counting begins anew where nothing is left to do.
    pub fn add(&mut self, jobs: impl IntoIterator<Item = J>) {
        if self.is_idle() {
            self.progress = Progress::default();
        }
        let before = self.waiting.len();
        self.waiting.extend(jobs.into_iter().map(|job| Work { job, suspect: false }));
        self.progress.of += self.waiting.len() - before;
    }

    /// The next job for this hand, with its number; none while the hand has enough. A job over which a hand broke down
    /// is done with no other beside it, so that it alone can be blamed.
    pub fn next(&mut self, hand: usize) -> Option<(u32, J)> {
        let suspect = self.waiting.front()?.suspect;
        let mut busy = self.running.values().filter(|running| running.hand == hand);
        let alone = busy.clone().any(|running| running.work.suspect);
        let full = if suspect { busy.next().is_some() } else { busy.count() >= self.at_once };
        if alone || full {
            return None;
        }
        let work = self.waiting.pop_front()?;
        let (id, job) = (self.next, work.job.clone());
        self.next = self.next.wrapping_add(1);
        self.running.insert(id, Running { hand, work, holds: 1, told: 0 });
        Some((id, job))
    }

    /// The job turned out to be an archive of so many files, or more.
    pub fn holds(&mut self, id: u32, files: usize) {
        if let Some(running) = self.running.get_mut(&id) {
            self.progress.of = self.progress.of.saturating_sub(running.holds) + files;
            running.holds = files;
        }
    }

    /// The result of one file of the job is known.
    pub fn told(&mut self, id: u32) {
        if let Some(running) = self.running.get_mut(&id) {
            running.told += 1;
            self.progress.done += 1;
            self.progress.of += running.told.saturating_sub(running.holds);
            running.holds = running.holds.max(running.told);
        }
    }

    /// The job is done, though perhaps not all its files were looked at.
    pub fn finished(&mut self, id: u32) {
        let untold = self.running.remove(&id).map_or(0, |running| running.untold());
        self.progress.of = self.progress.of.saturating_sub(untold);
    }

    /// The hand broke down. What it had waits again, once; what broke a hand before, or has told results already, is
    /// given back as undoable and counts as done.
    pub fn lost(&mut self, hand: usize) -> Vec<J> {
        let ids: Vec<u32> = self.running.iter().filter(|(_, of)| of.hand == hand).map(|(id, _)| *id).collect();
        let mut undoable = Vec::new();
        for running in ids.iter().rev().filter_map(|id| self.running.remove(id)) {
            if running.work.suspect || running.told > 0 {
                self.progress.of = self.progress.of.saturating_sub(running.untold()) + 1;
                self.progress.done += 1;
                undoable.push(running.work.job);
            } else {
                self.waiting.push_front(Work { suspect: true, ..running.work });
            }
        }
        undoable.reverse();
        undoable
    }

    /// Forgets what waits; how many that was. What hands are busy with goes on.
    pub fn cancel(&mut self) -> usize {
        let left = self.waiting.len();
        self.waiting.clear();
        self.progress.of = self.progress.of.saturating_sub(left);
        left
    }

    /// How far the work has come.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Whether nothing waits and no hand is busy.
    pub fn is_idle(&self) -> bool {
        self.waiting.is_empty() && self.running.is_empty()
    }
}
