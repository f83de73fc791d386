//! Prints the start page as HTML. The build puts it into `index.html` (xtask/src/start_page.rs).

fn main() -> Result<(), &'static str> {
    let edition = include_str!("../../crates/core/src/catalogue/dspt-social-care-2021-22.json");
    print!("{}", standards_met::app::start_page(edition)?);
    Ok(())
}
