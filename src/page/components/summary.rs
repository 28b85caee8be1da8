//! A list of findings, each a link to its field.

use crate::session::Action;
use crate::session::view::{FindingLine, field_id};
use yew::{Callback, Html, MouseEvent, html};

/// The findings under a heading; an empty place where there are none.
pub(in crate::page) fn summary(title: &str, lines: &[FindingLine], send: &Callback<Action>) -> Html {
    let list = lines.iter().enumerate().map(|(index, line)| {
        let (send, path) = (send.clone(), line.path.clone());
        let follow = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            send.emit(Action::Follow(path.clone()));
        });
        html! {
            <li key={format!("{}-{index}", line.path)}>
                <a href={format!("#{}", field_id(&line.path))} onclick={follow}>
                    <strong>{ &line.place }</strong>{ ": " }{ &line.message }
                </a>
            </li>
        }
    });
    html! {
        <div class="summary-place">
            if !lines.is_empty() {
                <section class="summary" aria-labelledby="summary-title">
                    <h2 id="summary-title" tabindex="-1">{ title }</h2>
                    <ul>{ for list }</ul>
                </section>
            }
        </div>
    }
}
