//! What looks as if it should not be typed into an assessment, and what only looks a little like it.

use standards_met_core::assessment::{Date, PersonalData, private};

fn check(text: &str, expected: &[PersonalData]) {
    let today = Date::parse("2022-03-14").expect("a day");
    assert_eq!(private(text, today), expected, "{text}");
}

#[test]
fn an_nhs_number_is_told_by_its_check_digit() {
    for text in ["943 476 5919", "9434765919", "NHS no. 943-476-5919.", "see 401 023 2137"] {
        check(text, &[PersonalData::NhsNumber]);
    }
    for text in ["943 476 5918", "01234 567890", "020 7946 0000", "0000000000", "94347659190", "9434765919 1"]
    {
        check(text, &[]);
    }
}

#[test]
fn a_national_insurance_number_is_told_by_its_form() {
    for text in ["QQ123456C is not given out, AB123456C is", "ab 12 34 56 d", "NI:AB123456A."] {
        check(text, &[PersonalData::NationalInsurance]);
    }
    for text in [
        "QQ123456C",
        "AB12345C",
        "AB1234567",
        "XAB123456C",
        "GB123456A",
        "AB123456E",
        "ZA000000",
        "ICO number ZA123456 and it is renewed",
        "ZB123456 dated 2021",
        "ZA123456 certificate",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_bank_card_is_told_by_its_check_digit() {
    for text in ["4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005"] {
        check(text, &[PersonalData::BankCard]);
    }
    for text in [
        "4111 1111 1111 1112",
        "1234 5678 9012 3456",
        "411111111111",
        "IMEI 356938035643809",
        "2021-03-14 2022-06-14",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_password_is_told_by_what_announces_it_or_by_its_looks() {
    for text in [
        "The password is Rosewood1",
        "Password: welcome99",
        "pin=4821",
        "login: admin1",
        "it is Rosew00d!2021 now",
        "The password is: Rosewood1",
        "PIN 4821",
        "the PIN code: 4821",
        "Password - Welcome99",
    ] {
        check(text, &[PersonalData::Password]);
    }
    for text in [
        "Each password is changed every 90 days",
        "passwords have at least 12 characters",
        "The password is never shared",
        "Password policy: see folder 3",
        "password: 2021",
        "password is reviewed on 3/6/2021",
        "https://example.org/Policy1!",
        "Windows10 and MAR-charts",
        "PIN: 6-digit on every phone",
        "Password: 12-character minimum",
        "Login: front.desk2@home.co.uk",
        "NMC PIN: 12A3456E",
        "Covid-19! and Windows10?",
        "a PIN of at least 6 digits",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_date_of_birth_is_told_by_what_stands_before_it() {
    for text in [
        "Mary Smith 12/03/1935",
        "DOB: 1 May 1940",
        "born on 3rd June 1950",
        "date of birth 03.06.1990",
        "DOB 12/03/35",
        "DOB:12/03/1935",
    ] {
        check(text, &[PersonalData::DateOfBirth]);
    }
    for text in [
        "Policy approved 12/03/2021",
        "Mary Smith, 12/03/2021",
        "since 1935",
        "the home opened on 3 May 1999",
        "Rosewood House opened on 12 June 1998",
        "Helen Ward started on 3 May 2004",
        "Mary Smith 12/03/35",
    ] {
        check(text, &[]);
    }
}
