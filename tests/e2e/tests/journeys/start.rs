//! The first look at the page.

use e2e::{Result, Session, act, check, ensure, find};

/// A tablet, a tablet on its side, a telephone, and a page at 400 %.
const SIZES: [(u32, u32); 4] = [(768, 1024), (1024, 768), (360, 800), (320, 800)];

/// The page has a heading, fits every screen, is accessible, and asks nobody else for anything.
pub async fn the_page_opens(s: &mut Session) -> Result<()> {
    act::open(s, "").await?;
    find::heading(s, find::containing("").number(1)).await?;
    ensure!(!find::shown(s).await?.heading.is_empty(), "The page has no heading in sight.");
    for (width, height) in SIZES {
        act::size(s, width, height).await?;
        act::screenshot(s, &format!("{width}x{height}")).await?;
        check::no_sideways_scroll(s).await?;
        check::accessible(s).await?;
    }
    Ok(())
}
