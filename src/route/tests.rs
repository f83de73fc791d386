//! Addresses read back as the pages that they are of.

use super::*;
use proptest::prelude::*;

#[test]
fn every_address_reads_back_as_its_page() {
    for fragment in [
        "/",
        "/begin",
        "/data",
        "/data/storage",
        "/homes",
        "/homes/item/7.1.2",
        "/editions",
        "/editions/kit",
        "/editions/dspt-2022-23/4f7k92qd4f7k",
        "/editions/new",
        "/editions/new/dspt-2022-23/4f7k92qd4f7k/dspt-2021-22/9x3c71rb5m2a",
        "/about",
        "/home-screen",
        "/privacy",
        "/accessibility",
        "/clear",
        "/a/k3m9",
        "/a/k3m9/actions",
        "/a/k3m9/organisation",
        "/a/k3m9/checks",
        "/a/k3m9/carry",
        "/a/k3m9/new",
        "/a/k3m9/years",
        "/a/k3m9/changes",
        "/a/k3m9/manage",
        "/a/k3m9/find",
        "/a/k3m9/reports",
        "/a/k3m9/reports/action-plan",
        "/a/k3m9/supplier",
        "/a/k3m9/official/3",
        "/a/k3m9/part/2",
        "/a/k3m9/item/10.1.2",
        "/a/k3m9/review",
        "/a/k3m9/finish-review",
        "/a/k3m9/send",
        "/a/k3m9/review/10.1.2",
    ] {
        let route = Route::parse(fragment);
        assert!(!matches!(route, Route::Unknown(_)), "{fragment}");
        assert_eq!(route.to_string(), fragment);
    }
}

#[test]
fn other_addresses_are_unknown_and_kept() {
    for fragment in [
        "/nowhere",
        "/a/k3m9/part/two",
        "/a/k3m9/official/two",
        "/a/k3m9/item",
        "/a/k3m9/clear",
        "/a/k3m9/reports/novel",
        "/data/more",
        "/homes/item",
        "/homes/7.1.2",
        "/editions/next",
        "/editions/new/dspt-2022-23/4f7k92qd4f7k/dspt-2021-22",
        "/a/k3m9/years/2",
        "/clear/all",
        "main",
    ] {
        assert_eq!(Route::parse(fragment), Route::Unknown(fragment.into()));
    }
    assert_eq!(Route::parse(""), Route::Start);
}
mod properties {
    use super::*;

    proptest! {
        #[test]
        fn any_text_is_an_address_that_leads_where_it_led(
            text in "(/?(a|homes|item|part|official|reports|editions|[a-z0-9.]{0,4}|\\PC{0,3})){0,6}"
        ) {
            let route = Route::parse(&text);
            prop_assert_eq!(Route::parse(&route.to_string()), route);
        }
    }
}
