//! Prints the start page as HTML. The build puts it into `index.html` (xtask/src/start_page.rs), and names the list of the
//! editions that are offered beside the built-in one.

use standards_met_core::kit::read_list;

fn main() -> Result<(), &'static str> {
    let edition = include_str!("../../crates/core/src/catalogue/dspt-social-care-2021-22.json");
    let list = std::env::args().nth(1).and_then(|path| std::fs::read_to_string(path).ok());
    let offered = list.and_then(|list| read_list(&list)).ok_or("The list of editions is missing.")?;
    print!("{}", standards_met::app::start_page(edition, offered)?);
    Ok(())
}
