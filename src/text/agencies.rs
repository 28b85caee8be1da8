//! Names of agencies inside a sentence.

/// A name as it stands inside a sentence: `tỉnh Hà Giang`, `thành phố Cần Thơ`, but `Bộ Tài chính`. The kind of a province
/// is no part of its name; others are named by all their words.
pub fn name_inside(name: &str) -> String {
    let kinds = [("Tỉnh ", "tỉnh "), ("Thành phố ", "thành phố ")];
    let province = kinds.iter().find_map(|(above, inside)| Some(format!("{inside}{}", name.strip_prefix(above)?)));
    province.unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::name_inside;

    #[test]
    fn only_the_kind_of_a_province_loses_its_capital() {
        assert_eq!(name_inside("Tỉnh Hà Giang"), "tỉnh Hà Giang");
        assert_eq!(name_inside("Thành phố Hồ Chí Minh"), "thành phố Hồ Chí Minh");
        assert_eq!(name_inside("Thanh tra Chính phủ"), "Thanh tra Chính phủ");
    }
}
