//! The one component that holds the state: actions go in, effects come out, screens are drawn.

use super::browser;
use super::components::notice::notice;
use super::desk::Room;
use super::dropped::Given;
use super::effects::Waiting;
use super::examiners::{Facts, Taken};
use super::screens;
use crate::session::view::{page_title, registry_line, whose};
use crate::session::{Action, Effect, Saved, Screen, State, update};
use crate::text::{Language, phrases};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::{Callback, Component, Context, Html, Properties, html};

/// The page.
pub(super) struct App {
    state: State,
    waiting: Waiting,
    room: Room,
    pointer: Pointer,
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
        let mut app = Self {
            state: ctx.props().state.clone(),
            waiting: Waiting::default(),
            room: Room::new(facts(&ctx.props().state), ctx.link()),
            pointer: Pointer::default(),
            _listeners: listeners(ctx),
        };
        let started = Action::Started {
            kept: browser::kept(),
            last: browser::last(),
            address: browser::address(),
            language: browser::language(),
        };
        app.act(ctx, started);
        browser::remember_language(app.state.language.tag());
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(left @ Action::Left { .. }) if self.pointer.down => {
                self.pointer.left = Some(left);
                return false;
            }
            Message::Act(action) => self.act(ctx, action),
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
        let wide = matches!(self.state.screen, Screen::Desk(_));
        html! {
            <div class="page">
                <a class="skip" href="#top" onclick={skip()}>{ self.state.say(phrases::SKIP) }</a>
                { self.banner(&send) }
                <main class={yew::classes!("main", wide.then_some("main--wide"))}>
                    <div class="notice-place" aria-live="polite">{ notice(&self.state, &send) }</div>
                    <div class="screen">{ self.screen(&send, &give) }</div>
                </main>
                <footer class="footer">
                    <a id="registry-line" href={format!("#{}", Screen::Registry.address())}>{ registry_line(&self.state) }</a>
                </footer>
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.waiting.drawn();
        browser::set_title(&page_title(&self.state));
    }
}

impl App {
    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        let before = self.state.registry.clone();
        let effects = update(&mut self.state, action);
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

    fn banner(&self, send: &Callback<Action>) -> Html {
        let (state, send) = (&self.state, send.clone());
        let other = if state.language == Language::Vietnamese { Language::English } else { Language::Vietnamese };
        let saved = saved(state);
        let refused = (*saved == Saved::Refused).then_some("saved--refused");
        let saved = match saved {
            Saved::Nothing => String::new(),
            Saved::Waiting => state.say(phrases::SAVED_WAITING),
            Saved::At(at) => phrases::SAVED_AT.with(state.language, &[("at", at)]),
            Saved::Refused => state.say(phrases::SAVED_REFUSED),
        };
        html! {
            <header class="banner">
                <div class="banner__title">
                    <p class="banner__name">{ state.say(phrases::TITLE) }</p>
                    <p class="banner__subtitle">{ whose(state).unwrap_or_else(|| state.say(phrases::SUBTITLE)) }</p>
                </div>
                <p id="saved" class={yew::classes!("saved", refused)} role="status">{ saved }</p>
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
            Screen::Receipt => screens::receipt::screen(state, send),
            Screen::Registry => screens::registry::screen(state, send),
            Screen::SelfTest => screens::self_test::screen(state, send),
            Screen::Desk(which) => screens::desk::screen(state, which, send, give),
        }
    }
}

/// Whether what is shown is kept: the coordinator's desk, or the draft.
fn saved(state: &State) -> &Saved {
    match (&state.screen, &state.desk) {
        (Screen::Desk(_), Some(desk)) => &desk.saved,
        _ => &state.saved,
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
fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (browser::window(), browser::document()) else {
        return Vec::new();
    };
    let went = ctx.link().callback(|()| Message::Act(Action::Went(browser::address())));
    let flush = ctx.link().callback(|()| Message::Act(Action::Settle));
    let leave = flush.clone();
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
        EventListener::new(&document, "visibilitychange", move |_| flush.emit(())),
    ]
}
