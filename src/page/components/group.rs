//! Fields that belong together.

use super::field::Field;
use crate::session::Action;
use crate::session::view::{FieldView, GroupView, field_id};
use crate::text::{Language, phrases, tongue};
use yew::{Callback, Html, Properties, component, html, use_mut_ref};

#[derive(Clone, PartialEq, Properties)]
struct FoldProps {
    names: String,
    unfolded: bool,
    children: Html,
}

/// Fields folded away. Once open it is not closed over what is being filled in it.
#[component]
fn Fold(props: &FoldProps) -> Html {
    let open = use_mut_ref(|| false);
    *open.borrow_mut() |= props.unfolded;
    let open = *open.borrow();
    html! { <details {open}><summary>{ &props.names }</summary>{ props.children.clone() }</details> }
}

/// The fields' labels in one line.
fn names(fields: &[FieldView]) -> String {
    fields.iter().map(|field| field.label.as_str()).collect::<Vec<_>>().join(", ")
}

/// The button that confirms what was taken from the earlier return, named by what it is about.
fn confirm(view: &GroupView, language: Language, locked: bool, send: &Callback<Action>) -> Html {
    if !view.carried || locked {
        return html! {};
    }
    let (send, path) = (send.clone(), view.path.clone());
    let says = phrases::CONFIRM.text(language);
    let confirmed = move |_| send.emit(Action::Confirm(path.clone()));
    html! {
        <button type="button" class="secondary" id={field_id(&format!("confirm{}", view.path))}
            aria-label={format!("{says}: {}", view.title)} onclick={confirmed}>{ says }</button>
    }
}

/// The group: heading, what is asked, facts, fields, and folded fields.
pub(in crate::page) fn group(view: &GroupView, language: Language, locked: bool, send: &Callback<Action>) -> Html {
    let title = format!("group-{}", field_id(&view.path));
    let fields = |fields: &[FieldView]| -> Html {
        fields
            .iter()
            .map(|field| {
                html! {
                    <Field key={field.path.clone()} view={field.clone()} {language} {locked} send={send.clone()} />
                }
            })
            .collect()
    };
    // A count's heading is its field's label.
    let named = view.fields.first().is_none_or(|field| field.label != view.title) && !view.title.is_empty();
    html! {
        <section class="group" key={view.path.clone()} aria-labelledby={named.then_some(title.clone())}>
            <div class="group__head">
                if named { <h2 id={title}>{ &view.title }</h2> }
                if !view.text.is_empty() { <p class="group__text" lang={tongue(&view.text)}>{ &view.text }</p> }
                { for view.facts.iter().map(|fact| html! { <p class="fact" key={fact.clone()}>{ fact }</p> }) }
            </div>
            <div class="group__fields">{ fields(&view.fields) }</div>
            <div class="confirm-place">{ confirm(view, language, locked, send) }</div>
            <div class="group__folded">
                if !view.folded.is_empty() {
                    <Fold names={names(&view.folded)} unfolded={view.unfolded}>
                        <div class="group__fields">{ fields(&view.folded) }</div>
                    </Fold>
                }
            </div>
        </section>
    }
}
