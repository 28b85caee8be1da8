//! Charts, each with its figures as a table.

use crate::page::screens::heading;
use crate::session::State;
use crate::session::view::desk::charts::{Bar, Bars, ChartTable, Island, LegendRow, Tile, TileMap, charts};
use crate::text::desk_phrases;
use yew::{Html, html};

/// All charts.
pub(super) fn screen(state: &State) -> Html {
    let Some(view) = charts(state) else {
        return html! {};
    };
    html! {
        <div class="charts">
            { heading(&state.say(desk_phrases::CHARTS)) }
            { bars(state, &view.completion) }
            { map(state, &view.services) }
            { bars(state, &view.tasks_over_time) }
            { bars(state, &view.services_over_time) }
        </div>
    }
}

fn bars(state: &State, view: &Bars) -> Html {
    let title = format!("{}-title", view.id);
    html! {
        <section class="group chart" id={view.id} aria-labelledby={format!("{}-heading", view.id)}>
            <h2 id={format!("{}-heading", view.id)}>{ &view.title }</h2>
            <p>{ &view.says }</p>
            <div class="wide" tabindex="0" role="group" aria-label={view.title.clone()}>
                if !view.bars.is_empty() {
                    <svg class="bars" role="img" aria-labelledby={title.clone()} viewBox={format!("0 0 {} {}", view.width, view.height)}
                        width={view.width.to_string()} height={view.height.to_string()}>
                        <title id={title.clone()}>{ &view.title }</title>
                        <desc>{ &view.says }</desc>
                        { for view.bars.iter().enumerate().map(|(index, of)| bar(index, of, view)) }
                    </svg>
                }
            </div>
            { table(state, &view.title, &view.table) }
        </section>
    }
}

fn bar(index: usize, of: &Bar, view: &Bars) -> Html {
    let (top, middle) = ((of.y + 4).to_string(), (of.y + 14).to_string());
    let left = view.left.to_string();
    html! {
        <g key={index}>
            <text class="bars__label" x={(view.left - 8).to_string()} y={middle.clone()} text-anchor="end" dominant-baseline="central">{ &of.label }</text>
            <rect class="bars__whole" x={left.clone()} y={top.clone()} width={view.longest.to_string()} height="20" />
            <rect class="bars__bar" x={left} y={top} width={of.length.unwrap_or_default().to_string()} height="20" />
            <text class="bars__figure" x={(view.left + view.longest + 8).to_string()} y={middle} dominant-baseline="central">{ &of.says }</text>
        </g>
    }
}

fn map(state: &State, view: &TileMap) -> Html {
    html! {
        <section class="group chart" id="chart-map" aria-labelledby="chart-map-heading">
            <h2 id="chart-map-heading">{ &view.title }</h2>
            <p>{ &view.says }</p>
            <div class="chart__map">
                <div class="wide" tabindex="0" role="group" aria-label={view.title.clone()}>
                    <svg class="map" role="img" aria-labelledby="chart-map-title" viewBox={format!("0 0 {} {}", view.width, view.height)}
                        width={view.width.to_string()} height={view.height.to_string()}>
                        <title id="chart-map-title">{ &view.title }</title>
                        <desc>{ &view.says }</desc>
                        { for view.tiles.iter().map(|of| tile(of, view.tile)) }
                        { for view.islands.iter().enumerate().map(|(index, of)| island(index, of, view.tile)) }
                    </svg>
                </div>
                <ul class="legend">{ for view.legend.iter().map(legend) }</ul>
            </div>
            { table(state, &view.title, &view.table) }
        </section>
    }
}

fn tile(of: &Tile, (width, height): (usize, usize)) -> Html {
    let middle = (of.x + width / 2).to_string();
    html! {
        <g key={of.id.clone()} class={format!("tile tile--{}", of.class)} data-agency={of.id.clone()}>
            <title>{ &of.says }</title>
            <rect x={of.x.to_string()} y={of.y.to_string()} width={width.to_string()} height={height.to_string()} />
            { for lines(&of.lines, &middle, of.y + 12) }
            <text class="tile__figure" x={middle} y={(of.y + height - 7).to_string()} text-anchor="middle">{ &of.figure }</text>
        </g>
    }
}

fn island(index: usize, of: &Island, (width, height): (usize, usize)) -> Html {
    html! {
        <g key={index} class="tile tile--island">
            <rect x={of.x.to_string()} y={of.y.to_string()} width={width.to_string()} height={height.to_string()} />
            { for lines(&of.lines, &(of.x + width / 2).to_string(), of.y + 13) }
        </g>
    }
}

fn lines(lines: &[String], middle: &str, first: usize) -> Vec<Html> {
    let line = |(index, says): (usize, &String)| {
        html! { <text class="tile__name" x={middle.to_owned()} y={(first + index * 11).to_string()} text-anchor="middle">{ says }</text> }
    };
    lines.iter().enumerate().map(line).collect()
}

fn legend(of: &LegendRow) -> Html {
    html! {
        <li key={of.class}>
            <svg class="legend__key" aria-hidden="true" width="28" height="18" viewBox="0 0 28 18">
                <g class={format!("tile tile--{}", of.class)}><rect x="1" y="1" width="26" height="16" /></g>
            </svg>
            { &of.says }
        </li>
    }
}

fn table(state: &State, title: &str, of: &ChartTable) -> Html {
    let row = |(index, row): (usize, &Vec<String>)| {
        let cell = |(index, says): (usize, &String)| match index {
            0 => html! { <th key={index} scope="row">{ says }</th> },
            _ => html! { <td key={index}>{ says }</td> },
        };
        html! { <tr key={index}>{ for row.iter().enumerate().map(cell) }</tr> }
    };
    html! {
        <details class="folded">
            <summary aria-label={format!("{}: {title}", state.say(desk_phrases::CHART_TABLE))}>{ state.say(desk_phrases::CHART_TABLE) }</summary>
            <table>
                <caption class="unseen">{ title }</caption>
                <thead><tr>{ for of.headings.iter().map(|says| html! { <th key={says.clone()} scope="col">{ says }</th> }) }</tr></thead>
                <tbody>{ for of.rows.iter().enumerate().map(row) }</tbody>
            </table>
        </details>
    }
}
