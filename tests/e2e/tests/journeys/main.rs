//! Every journey through the page, in every engine. Run them with `cargo xtask test e2e`.

mod access;
mod answering;
mod bad_files;
mod carrying;
mod choosing;
mod comparing;
mod editions;
mod exchanging;
mod finding;
mod guided;
mod handing;
mod homes;
mod keeping;
mod keyboard;
mod locking;
mod narrow;
mod offline;
mod pages;
mod pictures;
mod planning;
mod recovery;
mod reports;
mod reviewing;
mod safe;
mod several;
mod single;
mod start;
mod steps;
mod supplier;
mod wrong;

e2e::journeys! {
    start::the_page_opens;
    answering::an_assessment_begins_with_a_name_and_a_code;
    answering::a_text_answer_is_there_after_a_reload;
    answering::a_tick_with_comments_is_there_after_a_reload;
    answering::a_choice_made_by_mistake_can_be_cleared;
    answering::documents_are_there_after_a_reload;
    answering::not_applicable_takes_the_printed_reason;
    answering::not_yet_takes_an_action_with_owner_date_and_priority;
    answering::what_is_optional_is_folded_away_until_it_holds_something;
    exchanging::an_export_brings_everything_back_after_the_browser_was_cleared;
    exchanging::all_43_items_go_from_one_engine_to_another;
    bad_files::each_bad_file_gets_its_own_sentence;
    bad_files::a_bad_file_that_is_dropped_changes_nothing;
    bad_files::an_odd_file_comes_in_with_a_warning_and_loses_nothing;
    keeping::with_storage_blocked_typing_goes_on_and_export_works {
        firefox: "Firefox keeps its second store: without_local_storage_the_second_copy_carries_on",
        webkit: "WebKit keeps its second store: without_local_storage_the_second_copy_carries_on"
    };
    keeping::in_a_frame_without_rights_typing_goes_on {
        webkit: "WebKit takes a sandboxed page's own address for a foreign one, and so refuses it its program"
    };
    keeping::a_full_storage_loses_nothing_and_saves_again_once_there_is_room;
    keeping::in_a_full_storage_the_second_copy_keeps_what_it_alone_has;
    keeping::unreadable_data_is_moved_aside_and_offered_as_a_file;
    keeping::data_of_a_newer_version_is_never_written_over;
    keeping::a_half_typed_sentence_survives_a_reload;
    keeping::answers_are_there_the_next_morning {
        webkit: "WebKitGTK's automation sessions keep nothing from one to the next"
    };
    choosing::a_file_says_what_would_change_before_anything_does;
    choosing::a_file_can_be_kept_beside_and_that_undone;
    choosing::a_file_can_take_the_place_and_that_undone;
    choosing::a_file_that_is_dropped_is_offered;
    comparing::what_changed_is_listed_word_by_word;
    comparing::a_redacted_copy_never_takes_the_place_of_the_original;
    comparing::a_colleagues_file_is_merged_and_only_true_clashes_are_asked;
    keyboard::an_item_is_answered_with_the_keyboard_alone;
    keyboard::the_skip_link_leads_past_the_menu;
    keyboard::the_focus_is_seen_at_every_stop;
    access::every_empty_page_is_accessible;
    access::every_filled_page_is_accessible_and_fits_a_narrow_screen;
    access::what_opens_on_an_item_is_accessible;
    access::what_opens_on_your_data_is_accessible;
    access::what_guides_a_person_is_accessible;
    access::what_is_said_when_something_is_wrong_is_accessible;
    narrow::words_without_a_break_fit_a_narrow_screen;
    finding::back_forward_and_reload_lead_to_the_same_place;
    finding::an_address_that_names_nothing_leads_on;
    finding::the_page_works_from_a_folder_of_a_web_space;
    finding::carry_on_leads_to_where_one_was;
    guided::easy_questions_settle_what_does_not_apply;
    guided::what_a_person_answered_is_never_overwritten;
    guided::the_easy_questions_are_answered_with_the_keyboard_alone;
    guided::the_next_step_follows_who_is_there;
    guided::checks_follow_what_is_typed_and_block_nothing;
    guided::the_share_of_people_is_worked_out;
    guided::what_to_enter_is_copied_and_ticked_off;
    guided::words_and_filters_find_items_and_back_leads_to_the_same_results;
    guided::the_worked_example_is_kept_apart;
    guided::odd_texts_are_kept_as_typed;
    planning::what_is_not_planned_is_planned_with_one_press;
    planning::actions_are_sorted_filtered_and_ticked_off_in_place;
    supplier::questions_go_to_the_it_supplier_and_their_answers_come_back;
    reports::a_report_shows_what_was_chosen_of_it;
    reports::every_report_is_handed_out_as_a_file;
    reports::a_printed_report_holds_every_item {
        firefox: "the pages come out of the same styles, and Chromium's paper is read",
        webkit: "WebKitGTK's driver does not print"
    };
    reports::a_report_can_be_given_up {
        firefox: "its driver cannot put anything in the place of the page's own functions, to hold a report back"
    };
    reports::without_the_program_for_files_a_report_is_still_printed;
    reviewing::a_review_goes_to_the_reviewer_and_back_and_changes_no_answer;
    reviewing::a_review_inside_the_whole_assessment_is_taken_out_of_it;
    reviewing::two_reviewers_do_not_get_in_each_others_way;
    reviewing::a_review_file_that_is_not_as_it_should_be_changes_nothing;
    reviewing::items_are_reviewed_one_after_the_other_by_keys;
    homes::a_thousand_files_become_a_table;
    homes::a_home_of_the_table_is_opened_to_review;
    homes::reading_can_be_cancelled_and_keeps_what_was_read;
    carrying::a_spreadsheet_becomes_an_edition_and_last_years_answers_a_report;
    carrying::what_opens_around_editions_is_accessible;
    carrying::what_opens_around_last_years_answers_is_accessible;
    editions::every_problem_of_a_spreadsheet_is_said_with_its_row;
    editions::a_spreadsheet_of_excel_with_a_title_above_is_read;
    editions::an_edition_comes_out_of_a_file_or_an_assessment;
    editions::the_sites_editions_are_fetched_only_when_asked;
    editions::without_its_host_the_page_keeps_its_editions;
    several::two_homes_stand_side_by_side;
    several::an_assessment_can_be_renamed_and_copied;
    several::removing_asks_and_can_be_undone;
    several::deleting_for_good_takes_two_presses;
    several::two_tabs_keep_the_newest_of_each_item;
    safe::every_edit_can_be_undone_and_done_again;
    safe::a_text_that_was_deleted_can_be_had_again;
    safe::a_snapshot_can_be_put_back;
    safe::the_page_says_how_old_the_last_copy_is;
    safe::the_browser_is_asked_to_keep_what_is_stored {
        firefox: "Firefox asks the person in a window of its own, which WebDriver does not reach",
        webkit: "WebKitGTK cannot be asked"
    };
    safe::a_chosen_file_is_kept_up_to_date {
        firefox: "Firefox has no files that a page may write to",
        webkit: "WebKitGTK has no files that a page may write to"
    };
    recovery::what_one_copy_loses_the_other_brings_back;
    recovery::without_the_second_copy_the_first_carries_on;
    recovery::without_local_storage_the_second_copy_carries_on {
        chromium: "Chromium blocks both stores or neither"
    };
    safe::an_older_page_stops_writing_when_it_meets_a_newer_one;
    safe::of_two_edits_of_one_item_the_older_is_in_the_history;
    safe::little_room_is_said_before_anything_is_refused;
    recovery::a_page_that_cannot_start_leads_to_what_is_stored;
    recovery::without_webassembly_the_page_leads_to_what_is_stored {
        webkit: "WebKitGTK's browser has no switch for it"
    };
    recovery::what_is_stored_can_be_saved_without_the_program;
    recovery::without_the_later_part_one_goes_on_answering;
    recovery::without_the_part_for_reviewers_everything_else_is_there;
    recovery::whatever_goes_wrong_nothing_saved_is_lost;
    offline::the_page_works_from_start_to_export_without_its_host;
    offline::after_the_first_load_nothing_is_asked_for;
    offline::a_new_version_waits_and_keeps_the_place;
    offline::a_new_version_comes_in_the_tab_of_the_first_visit;
    offline::a_half_updated_host_changes_nothing;
    wrong::a_start_that_fails_once_is_tried_again;
    wrong::a_host_that_does_it_wrongly_leaves_nobody_stuck;
    wrong::a_stale_worker_is_left_behind;
    wrong::a_wrong_clock_is_said_and_loses_nothing;
    handing::a_file_is_shared_in_the_form_that_the_browser_takes;
    handing::a_copy_is_checked_against_what_is_here;
    handing::the_text_of_a_file_can_be_pasted;
    handing::a_shared_tablet_is_cleared;
    locking::a_locked_file_opens_with_its_passphrase_alone;
    locking::a_locked_file_that_was_changed_is_refused;
    locking::a_locked_file_opens_in_another_engine;
    locking::a_file_that_was_locked_elsewhere_opens;
    locking::a_passphrase_is_judged_and_typed_twice_or_shown;
    single::the_one_file_works_from_a_folder;
    single::every_page_is_in_the_one_file;
    single::the_one_file_can_reach_nobody;
    single::the_one_file_lists_what_is_stored_without_the_program;
    single::the_one_file_can_clear_the_device;
    single::another_file_keeps_what_the_note_says;
    pictures::pictures_for_the_readme {
        firefox: "the README needs one picture of each page, and Chromium takes it",
        webkit: "the README needs one picture of each page, and Chromium takes it"
    };
}
