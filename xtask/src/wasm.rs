//! WebAssembly as a file: its sections (WebAssembly core specification, section 5.5.2).

/// The magic number and the version, 1.
const HEADER: &[u8] = b"\0asm\x01\0\0\0";
/// The id of custom sections: names for debuggers, the compilers' marks. No browser needs them.
const CUSTOM: u8 = 0;

/// The module without its custom sections; none if the bytes are not a module.
pub fn without_custom_sections(module: &[u8]) -> Option<Vec<u8>> {
    let mut kept = HEADER.to_vec();
    let mut rest = module.strip_prefix(HEADER)?;
    while let Some((id, after_id)) = rest.split_first() {
        let (length, content) = length(after_id)?;
        let whole = rest.len() - content.len() + length;
        let section = rest.get(..whole)?;
        if *id != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = &rest[whole..];
    }
    Some(kept)
}

/// An unsigned LEB128 of at most 32 bits, and what follows it.
fn length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[index + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::without_custom_sections;

    #[test]
    fn custom_sections_are_left_out_and_the_others_kept() {
        let long = [b"\x0b\x81\x01".as_slice(), &[7; 129]].concat();
        let module = [b"\0asm\x01\0\0\0".as_slice(), b"\x00\x03abc", b"\x01\x01\x00", &long, b"\x00\x00"].concat();
        let kept = [b"\0asm\x01\0\0\0".as_slice(), b"\x01\x01\x00", &long].concat();
        assert_eq!(without_custom_sections(&module), Some(kept.clone()));
        assert_eq!(without_custom_sections(&kept), Some(kept));
    }

    #[test]
    fn what_is_no_module_is_not_taken_for_one() {
        for bytes in [
            b"".as_slice(),
            b"\0asm",
            b"\0asm\x01\0\0\0\x01",
            b"\0asm\x01\0\0\0\x01\x05ab",
            b"\0asm\x01\0\0\0\x01\x80\x80\x80\x80\x80\x80",
        ] {
            assert_eq!(without_custom_sections(bytes), None, "{bytes:?}");
        }
    }
}
