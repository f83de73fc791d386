//! Folding of texts for comparison: case, accents and the kinds of quotation marks and hyphens make no difference.
//!
//! For Latin letters only, which is what names in Britain are written with. `unicode-normalization` and the standard
//! library's table of cases know every script, and each takes more than all of the search here.

/// The letters from `À` to `ſ` (Latin-1 and Latin Extended-A) without their accents. Those that fold to two letters stand
/// for themselves.
const LATIN: &str = concat!(
    "aaaaaaæceeeeiiiidnooooo×ouuuuyþß",
    "aaaaaaæceeeeiiiidnooooo÷ouuuuyþy",
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkk",
    "llllllllllnnnnnnnnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
);

/// Folds a text: lower case, no accents, straight quotation marks, plain hyphens, and nothing that is not seen. The same
/// text folds to the same one however it is composed.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().flat_map(fold_letter).flatten().collect()
}

/// Folds a character to none, one or two.
pub(crate) fn fold_letter(letter: char) -> [Option<char>; 2] {
    if letter.is_ascii() && letter != '`' {
        return [Some(letter.to_ascii_lowercase()), None];
    }
    let one = match letter {
        // Accents that follow their letter, and soft hyphens, joiners and other marks that are not seen.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {
            return [None, None];
        }
        'À'..='ſ' => LATIN.chars().nth((u32::from(letter) - 0xc0) as usize).unwrap_or(letter),
        // Romanian, Welsh, Igbo, Yoruba and Vietnamese.
        'Ș' | 'ș' | 'Ṡ'..='ṩ' => 's',
        'Ț' | 'ț' => 't',
        'Ẁ'..='ẅ' => 'w',
        'Ṅ'..='ṋ' => 'n',
        'Ạ'..='ặ' => 'a',
        'Ẹ'..='ệ' => 'e',
        'Ỉ'..='ị' => 'i',
        'Ọ'..='ợ' | 'Ơ' | 'ơ' => 'o',
        'Ụ'..='ự' | 'Ư' | 'ư' => 'u',
        'Ỳ'..='ỹ' => 'y',
        '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | '′' | '`' | '´' => '\'',
        '“' | '”' | '„' | '″' => '"',
        '‐'..='–' | '−' => '-',
        _ => letter,
    };
    let (one, other) = match one {
        'ß' | 'ẞ' => ('s', 's'),
        'æ' => ('a', 'e'),
        'œ' => ('o', 'e'),
        'þ' => ('t', 'h'),
        'ĳ' => ('i', 'j'),
        'ﬀ' => ('f', 'f'),
        'ﬁ' => ('f', 'i'),
        'ﬂ' => ('f', 'l'),
        _ => return [Some(one), None],
    };
    [Some(one), Some(other)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_how_they_are_composed_make_no_difference() {
        for (text, expected) in [
            ("Élise, ÉLISE, E\u{301}lise", "elise, elise, elise"),
            ("Tŷ Gwyn, Ŵyn, ẁẃẅ", "ty gwyn, wyn, www"),
            ("Łukasz Żółć, ŹDŹBŁO", "lukasz zolc, zdzblo"),
            ("Z\u{307}o\u{301}łc\u{301}", "zolc"),
            ("Straße, STRASSE, STRAẞE", "strasse, strasse, strasse"),
            ("Æsa Þór Œ ĳ", "aesa thor oe ij"),
            ("Ștefan Țară, Ngozị, Adẹọla, Nguyễn", "stefan tara, ngozi, adeola, nguyen"),
            ("ﬁle, oﬀ, ﬂat", "file, off, flat"),
            ("3 × 4 ÷ 2", "3 × 4 ÷ 2"),
            ("Ω Я 中 😀", "Ω Я 中 😀"),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn quotation_marks_hyphens_and_what_is_not_seen_make_no_difference() {
        assert_eq!(fold("It’s ‘so’ “said”"), "it's 'so' \"said\"");
        assert_eq!(fold("Wi‑Fi Wi–Fi Wi‐Fi"), "wi-fi wi-fi wi-fi");
        assert_eq!(fold("shred\u{ad}der\u{200b}s"), "shredders");
    }

    #[test]
    fn each_letter_of_the_table_has_its_place() {
        assert_eq!(LATIN.chars().count(), (0xc0..=0x17f).count());
        for (letter, expected) in [
            ('À', "a"),
            ('ÿ', "y"),
            ('Đ', "d"),
            ('ı', "i"),
            ('ł', "l"),
            ('ŋ', "n"),
            ('Ÿ', "y"),
            ('ž', "z"),
            ('ſ', "s"),
        ] {
            assert_eq!(fold(&letter.to_string()), expected, "{letter}");
        }
    }
}
