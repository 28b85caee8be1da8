//! What the checks cost in the browser, as the page itself measures it.

use crate::session::browse;

/// Milliseconds behind a word of the sentence: `toàn bộ 12,345 ms`.
fn milliseconds(says: &str, word: &str) -> f64 {
    let after = says.split_once(word).unwrap_or_else(|| panic!("{word} is not in {says}")).1;
    let number = after.split_once(" ms").expect("a time").0.trim();
    number.replace('.', "").replace(',', ".").parse().expect("a number")
}

#[tokio::test]
async fn an_edit_of_the_largest_return_costs_a_small_part_of_a_whole_check() {
    browse(async |session| {
        session.open_over_http().await;
        session.javascript("location.hash = '#kiem-tra-may'").await;
        session.click("#speed").await;
        let result = "return document.getElementById('speed-result').textContent";
        let says = session
            .until(async || {
                session.javascript(result).await.as_str().map(str::to_owned).filter(|says| !says.is_empty())
            })
            .await
            .expect("a result");
        println!("{says}");
        // Other browsers run beside this one, so that only the ratio of two times of one run says something; how many
        // milliseconds it takes alone, `cargo xtask bench` prints.
        let [whole, usual, slowest] = ["toàn bộ", "thường", "lâu nhất"].map(|word| milliseconds(&says, word));
        assert!(usual * 150.0 < whole && slowest * 30.0 < whole, "{says}");
    })
    .await;
}
