//! An address that names nothing here.

use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{Weight, button_link, buttons, card, paragraph, title};
use crate::ui::element::{El, fragment};

/// Says what was not found (`what` the address should have named, such as "page"), that nothing is lost, and where to
/// go.
pub fn not_found(state: AppState, what: &str) -> El {
    let reason = match what {
        "assessment" => {
            "This address is of an assessment that is not on this device. It may have been made on another tablet \
             or in another browser, or it was removed. To work on it here, export it there and open the file here."
        }
        _ => "The address may be mistyped or from an older version of this page.",
    };
    let home = state
        .current_here()
        .map(|id| button_link(Weight::Main, &Route::Overview(id).href(), "Go to your overview"));
    let ways = buttons()
        .maybe(home)
        .child(button_link(Weight::Second, &Route::Start.href(), "Go to the start"))
        .child(button_link(Weight::Second, &Route::Data.href(), "See what is on this device"));
    fragment()
        .child(title(&format!("There is no such {what} here")))
        .child(card().child(paragraph(&format!("{reason} Nothing that you typed is lost."))).child(ways))
}
