//! What holds for any table.

use super::*;

proptest! {
    #[test]
    fn whatever_a_file_holds_its_summary_can_be_kept(assessment in assessment()) {
        let homes = table(&[summary(&document(assessment), "a.json")]);
        prop_assert_eq!(Homes::read(&homes.write()), Ok(homes));
    }
}
