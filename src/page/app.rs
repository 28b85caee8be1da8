//! The one component that holds the state: actions go in, effects come out, screens are drawn.

use super::carrying::{carried, carry, carry_address, is_text_field};
use super::components::keeping::{draft_tools, question};
use super::components::left::what_is_left;
use super::components::notice::notice;
use super::desk::Room;
use super::drafts::{Drafts, last};
use super::dropped::Given;
use super::effects::Waiting;
use super::examiners::{Facts, Taken};
use super::focus::Focus;
use super::{browser, crash, files, screens};
use crate::session::desk::DESK;
use crate::session::view::{page_title, registry_line, whose};
use crate::session::{Action, Effect, Saved, Screen, Section, State, named_return, saved_mark, update, would_be_lost};
use crate::text::{Language, guide_phrases, keeping_phrases, phrases};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, DragEvent, Event, FileList, HtmlInputElement, KeyboardEvent, StorageEvent};
use yew::{Callback, Component, Context, Html, Properties, html};

/// The page.
pub(super) struct App {
    state: State,
    waiting: Waiting,
    room: Room,
    pointer: Pointer,
    focus: Focus,
    /// The draft that the page carries, as it was written out.
    carried: Option<Rc<str>>,
    /// Whether leaving the page would lose something, for the one listener that cannot ask.
    lossy: Rc<Cell<bool>>,
    _listeners: Vec<EventListener>,
}

/// Whether a mouse button or finger is down, and the action that waits until it is up: a field that is left draws its
/// error, and what is being pressed would move away under the pointer.
#[derive(Default)]
struct Pointer {
    down: bool,
    left: Option<Action>,
}

/// The first state.
#[derive(Clone, Properties)]
pub(super) struct Props {
    pub(super) state: State,
}

impl PartialEq for Props {
    /// The props are given once, at the start.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What reaches the page.
pub(super) enum Message {
    /// Something happened.
    Act(Action),
    /// A mouse button or finger went down, or up again.
    Pointer(bool),
    /// Another window has written into the storage.
    Stored(StorageEvent),
    /// Files were dropped somewhere on the page.
    Dropped(Option<FileList>),
    /// A key was pressed that the page may have a use for.
    Pressed(KeyboardEvent),
    /// Files were chosen for the coordinator's desk.
    Given(Given),
    /// Something came of files that are examined.
    Came(Vec<Taken>),
}

impl From<Action> for Message {
    fn from(action: Action) -> Self {
        Self::Act(action)
    }
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let carried = carried();
        let (drafts, kept) = Drafts::opened();
        let lossy = Rc::new(Cell::new(false));
        let mut app = Self {
            state: ctx.props().state.clone(),
            waiting: Waiting::new(drafts),
            room: Room::new(facts(&ctx.props().state), ctx.link()),
            pointer: Pointer::default(),
            focus: Focus::watched(),
            carried: None,
            _listeners: listeners(ctx, &lossy),
            lossy,
        };
        let (address, carries) = (browser::address(), carried.is_some());
        let (last, language) = (last(), browser::language());
        app.act(ctx, Action::Started { kept, last, address: address.clone(), language, carried });
        if let (linked @ Action::Linked { .. }, false) = (gone_to(address), carries) {
            app.act(ctx, linked);
        }
        browser::remember_language(app.state.language.tag());
        let link = ctx.link().clone();
        wasm_bindgen_futures::spawn_local(async move {
            if browser::is_private().await {
                link.send_message(Message::Act(Action::Fleeting));
            }
        });
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(left @ Action::Left { .. }) if self.pointer.down => {
                self.pointer.left = Some(left);
                return false;
            }
            Message::Act(action) => self.act(ctx, action),
            Message::Stored(event) => {
                let draft = self.state.draft.as_ref().map(|draft| draft.key().name());
                let desk = self.state.desk.as_ref().map(|_| DESK.to_owned());
                let open: Vec<String> = draft.into_iter().chain(desk).collect();
                let heard = self.waiting.drafts.heard(&event, &open);
                return heard.is_some_and(|action| {
                    self.act(ctx, action);
                    true
                });
            }
            // The desk has a place of its own for files.
            Message::Dropped(_) if matches!(self.state.screen, Screen::Desk(_)) => return false,
            Message::Dropped(list) => {
                let link = ctx.link().clone();
                wasm_bindgen_futures::spawn_local(async move {
                    for (name, bytes) in files::all_dropped(list).await {
                        link.send_message(Message::Act(Action::OpenFile { name, bytes }));
                    }
                });
                return false;
            }
            Message::Pressed(key) => {
                let Some(action) = shortcut(&self.state, &key) else { return false };
                key.prevent_default();
                self.act(ctx, action);
            }
            Message::Given(given) => {
                let action = self.room.hold(given);
                self.act(ctx, Action::Desk(action));
            }
            Message::Came(taken) => {
                for action in self.room.came(taken, ctx.link()) {
                    self.act(ctx, Action::Desk(action));
                }
            }
            Message::Pointer(down) => {
                self.pointer.down = down;
                let left = self.pointer.left.take_if(|_| !down);
                return left.is_some_and(|left| {
                    self.act(ctx, left);
                    true
                });
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (send, give) = (ctx.link().callback(Message::Act), ctx.link().callback(Message::Given));
        let wide = matches!(self.state.screen, Screen::Desk(_) | Screen::Section(Section::ServiceList));
        html! {
            <div class="page">
                <a class="skip" href="#top" onclick={skip()}>{ self.state.say(phrases::SKIP) }</a>
                { self.banner(&send) }
                <main class={yew::classes!("main", wide.then_some("main--wide"))}>
                    <div class="tools-place">{ draft_tools(&self.state, &send) }</div>
                    <div class="sample-place">if self.is_sample() { <p class="sample">{ self.state.say(guide_phrases::SAMPLE_HERE) }</p> }</div>
                    <div class="notice-place" aria-live="polite">{ notice(&self.state, &send) }</div>
                    <div class="arriving-place">{ question(&self.state, &send) }</div>
                    <div class="screen">{ self.screen(&send, &give) }</div>
                </main>
                <div class="left-place">{ what_is_left(&self.state, &send) }</div>
                <footer class="footer">
                    <a id="registry-line" href={format!("#{}", Screen::Registry.address())}>{ registry_line(&self.state) }</a>
                </footer>
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.waiting.drawn();
        self.focus.keep();
        browser::set_title(&page_title(&self.state));
        carry_address();
    }
}

impl App {
    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        if crash::crashed() {
            return;
        }
        crash::hold(&self.state);
        let before = self.state.registry.clone();
        let effects = update(&mut self.state, action);
        self.carry();
        self.lossy.set(would_be_lost(&self.state));
        if !Rc::ptr_eq(&before, &self.state.registry) {
            self.room.set_facts(facts(&self.state));
        }
        for effect in effects {
            match effect {
                Effect::Desk(effect) => self.room.run(effect, ctx.link()),
                effect => self.waiting.run(effect, ctx.link()),
            }
        }
    }

    /// Whether a sample is shown.
    fn is_sample(&self) -> bool {
        !self.state.screen.is_free() && self.state.draft.as_ref().is_some_and(|draft| draft.sample)
    }

    /// Has the page carry the open draft as it was written out last.
    fn carry(&mut self) {
        let written = self.state.draft.as_ref().and_then(|_| self.state.written.clone());
        let is_same = match (&written, &self.carried) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        if !is_same {
            carry(written.as_deref());
            self.carried = written;
        }
    }

    fn banner(&self, send: &Callback<Action>) -> Html {
        let (state, send) = (&self.state, send.clone());
        let other = if state.language == Language::Vietnamese { Language::English } else { Language::Vietnamese };
        let saved = saved(state);
        let refused = state.fleeting || matches!(saved, Saved::Refused | Saved::Elsewhere);
        let refused = refused.then_some("saved--refused");
        let saved = match saved {
            Saved::Nothing if state.fleeting => state.say(keeping_phrases::PRIVATE_WINDOW),
            Saved::Nothing => String::new(),
            Saved::Waiting => state.say(phrases::SAVED_WAITING),
            Saved::At(at) if state.fleeting => keeping_phrases::SAVED_PRIVATELY.with(state.language, &[("at", at)]),
            Saved::At(at) => phrases::SAVED_AT.with(state.language, &[("at", at)]),
            Saved::Refused if looks_on(state) => state.say(keeping_phrases::DESK_LOOKS_ON),
            Saved::Refused => state.say(phrases::SAVED_REFUSED),
            Saved::Elsewhere => state.say(keeping_phrases::SAVED_ELSEWHERE),
        };
        html! {
            <header class="banner">
                <div class="banner__title">
                    <p class="banner__name">{ state.say(phrases::TITLE) }</p>
                    <p class="banner__subtitle">{ whose(state).unwrap_or_else(|| state.say(phrases::SUBTITLE)) }</p>
                </div>
                <p id="saved" class={yew::classes!("saved", refused)} role="status">{ saved }</p>
                <a class="banner__guide" href={format!("#{}", Screen::Guide.address())}>{ state.say(guide_phrases::GUIDE) }</a>
                <button type="button" class="link" lang={other.tag()} onclick={move |_| send.emit(Action::Speak(other))}>
                    { state.say(phrases::OTHER_LANGUAGE) }
                </button>
            </header>
        }
    }

    fn screen(&self, send: &Callback<Action>, give: &Callback<Given>) -> Html {
        let state = &self.state;
        match state.screen {
            Screen::Start => screens::start::screen(state, send),
            Screen::Sections => screens::sections::screen(state, send),
            Screen::Section(section) => screens::section::screen(state, section, send),
            Screen::Review => screens::review::screen(state, send),
            Screen::Sign => screens::sign::screen(state, send),
            Screen::Print => screens::print::screen(state, send),
            Screen::Form => screens::print::blank(state, send),
            Screen::Receipt => screens::receipt::screen(state, send),
            Screen::Registry => screens::registry::screen(state, send),
            Screen::Guide => screens::guide::screen(state, send),
            Screen::SelfTest => screens::self_test::screen(state, send),
            Screen::Desk(which) => screens::desk::screen(state, which, send, give),
        }
    }
}

/// Whether what is shown is kept: the coordinator's desk, or the draft.
fn saved(state: &State) -> &Saved {
    match (&state.screen, &state.desk) {
        (Screen::Desk(_), Some(desk)) => &desk.saved,
        _ => saved_mark(state),
    }
}

/// Whether the desk is shown, and another window keeps it.
fn looks_on(state: &State) -> bool {
    matches!(state.screen, Screen::Desk(_)) && state.desk.as_ref().is_some_and(|desk| desk.looks_on())
}

/// What an address asks for that the browser went to.
fn gone_to(address: String) -> Action {
    match named_return(&address) {
        Some(_) => Action::Linked { address, random: browser::random() },
        None => Action::Went(address),
    }
}

/// What examiners know from the start.
fn facts(state: &State) -> Facts {
    let (registry, registry_sha256) = (state.registry.clone(), state.registry_sha256.clone());
    let is_own = super::is_own(&state.registry_sha256);
    Facts { registry, registry_sha256, rules: state.rules.clone(), is_own }
}

/// The skip link moves the focus without changing the address, which names the screen.
fn skip() -> Callback<yew::MouseEvent> {
    Callback::from(|event: yew::MouseEvent| {
        event.prevent_default();
        browser::focus("top");
    })
}

/// Another address, and moments after which the page may be gone.
fn listeners(ctx: &Context<App>, lossy: &Rc<Cell<bool>>) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (browser::window(), browser::document()) else {
        return Vec::new();
    };
    let went = ctx.link().callback(|()| Message::Act(gone_to(browser::address())));
    let flush = ctx.link().callback(|()| Message::Act(Action::Settle));
    let leave = flush.clone();
    let link = ctx.link().clone();
    let seen = move |_: &Event| {
        flush.emit(());
        // A page that lay in the background may be looked at on another day.
        if let Some(today) = browser::today() {
            link.send_message(Message::Act(Action::Day(today)));
        }
    };
    let up = |name: &'static str| {
        let link = ctx.link().clone();
        EventListener::new(&document, name, move |_| {
            let link = link.clone();
            // After the click that an up makes.
            Timeout::new(0, move || link.send_message(Message::Pointer(false))).forget();
        })
    };
    let down = ctx.link().callback(|()| Message::Pointer(true));
    vec![
        EventListener::new(&document, "pointerdown", move |_| down.emit(())),
        up("pointerup"),
        up("pointercancel"),
        EventListener::new(&window, "hashchange", move |_| went.emit(())),
        EventListener::new(&window, "pagehide", move |_| leave.emit(())),
        EventListener::new(&document, "visibilitychange", seen.clone()),
        EventListener::new(&window, "focus", seen),
        EventListener::new(&window, "storage", stored(ctx)),
        EventListener::new_with_options(&document, "keydown", ACTIVE, pressed(ctx)),
        EventListener::new_with_options(&document, "dragover", ACTIVE, dragged),
        EventListener::new_with_options(&document, "drop", ACTIVE, dropped(ctx)),
        EventListener::new_with_options(&window, "beforeunload", ACTIVE, asks_to_stay(lossy.clone())),
    ]
}

/// What these hear is kept from the browser, as the case may be.
const ACTIVE: EventListenerOptions = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };

fn stored(ctx: &Context<App>) -> impl Fn(&Event) + use<> {
    let link = ctx.link().clone();
    move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            link.send_message(Message::Stored(event.clone()));
        }
    }
}

fn pressed(ctx: &Context<App>) -> impl Fn(&Event) + use<> {
    let link = ctx.link().clone();
    move |event| {
        let key = event.dyn_ref::<KeyboardEvent>();
        // An editor's Enter ends a word: some let it through, and the browser would submit the form.
        if key.is_some_and(|key| key.key() == "Enter" && key.is_composing()) {
            event.prevent_default();
        }
        let key = key.filter(|key| (key.ctrl_key() || key.meta_key()) && !key.alt_key());
        if let Some(key) = key {
            link.send_message(Message::Pressed(key.clone()));
        }
    }
}

/// What a key means for the open draft. In a field for text, undoing is the field's own.
fn shortcut(state: &State, key: &KeyboardEvent) -> Option<Action> {
    state.draft.as_ref().filter(|_| !state.screen.is_free())?;
    let target = || key.target().and_then(|target| target.dyn_into().ok());
    match (key.key().to_lowercase().as_str(), key.shift_key()) {
        ("s", false) => Some(Action::SavePage),
        ("z", false) if !is_text_field(target()) => Some(Action::Undo),
        ("y", false) | ("z", true) if !is_text_field(target()) => Some(Action::Redo),
        _ => None,
    }
}

/// A file dropped anywhere is opened, as if it was chosen; a field for files, and the desk, take theirs by themselves, and what
/// is no file goes where it is dropped.
fn dropped(ctx: &Context<App>) -> impl Fn(&Event) + use<> {
    let link = ctx.link().clone();
    move |event| {
        if let Some(drag) = of_files(event) {
            drag.prevent_default();
            link.send_message(Message::Dropped(drag.data_transfer().and_then(|transfer| transfer.files())));
        }
    }
}

fn dragged(event: &Event) {
    if let Some(drag) = of_files(event) {
        drag.prevent_default();
    }
}

/// The event, if files are dragged that nobody else has taken.
fn of_files(event: &Event) -> Option<&DragEvent> {
    let drag = event.dyn_ref::<DragEvent>().filter(|drag| !drag.default_prevented())?;
    let kinds = drag.data_transfer()?.types();
    let has_files = kinds.iter().any(|kind| kind.as_string().as_deref() == Some("Files"));
    let target = drag.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let takes_files = target.is_some_and(|field| field.type_() == "file");
    (has_files && !takes_files).then_some(drag)
}

/// The browser asks whether to leave, where something would be lost with the page.
fn asks_to_stay(lossy: Rc<Cell<bool>>) -> impl Fn(&Event) {
    move |event| {
        if lossy.get() && !crash::crashed() {
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value("36a");
            }
        }
    }
}
