//! Every journey through the page, in every engine that could make a difference to it. Run them with `cargo xtask test e2e`.

mod access;
mod answering;
mod bad_files;
mod carrying;
mod carrying_access;
mod checking;
mod choosing;
mod comparing;
mod early;
mod editions;
mod exchanging;
mod finding;
mod forms;
mod guided;
mod handing;
mod homes;
mod keeping;
mod keyboard;
mod levels;
mod locking;
mod managing;
mod markup;
mod narrow;
mod news;
mod offline;
mod pages;
mod pictures;
mod planning;
mod publishing;
mod recovery;
mod reports;
mod reviewing;
mod reviewing_keys;
mod rounds;
mod safe;
mod several;
mod single;
mod start;
mod steps;
mod supplier;
mod this_year;
mod wrong;

e2e::journeys! {
    start::the_page_opens;
    markup::markup_with_a_script_is_refused {
        firefox: "Firefox ESR has no Trusted Types; the content security policy refuses inline scripts there",
        webkit: "WebKitGTK has no Trusted Types; the content security policy refuses inline scripts there"
    };
    early::what_is_typed_before_the_program_is_there_afterwards;
    early::a_press_before_the_program_is_done_when_it_comes;
    early::an_empty_form_sent_early_says_what_is_missing;
    early::a_file_chosen_before_the_program_is_opened_when_it_comes;
    early::the_first_page_is_the_page_of_the_program;
    early::whoever_has_work_never_sees_the_empty_form;
    early::a_link_to_a_page_shows_that_it_is_being_opened;
    early::what_comes_next_is_fetched_in_its_order;
    early::what_was_typed_outlives_a_program_that_never_comes;
    answering::an_assessment_begins_with_a_name_and_a_code;
    answering::a_text_answer_is_there_after_a_reload;
    answering::a_tick_with_comments_is_there_after_a_reload { once: "kept as a text answer is, which every engine shows" };
    answering::a_choice_made_by_mistake_can_be_cleared { once: "what clearing a choice means is the program's" };
    answering::documents_are_there_after_a_reload { once: "kept as a text answer is, which every engine shows" };
    forms::half_a_date_is_kept_and_said;
    forms::nothing_moves_or_complains_while_somebody_types;
    forms::pasted_texts_are_cleaned;
    forms::figures_that_contradict_a_yes_are_said_until_explained { once: "what the figures mean is the program's" };
    forms::a_password_is_asked_about_before_it_leaves;
    forms::undo_outlives_a_reload;
    forms::everything_is_seen_before_it_is_sent { once: "what is left is the program's; every engine exports in other journeys" };
    answering::not_applicable_takes_the_printed_reason { once: "which items allow it is the edition's" };
    answering::not_yet_takes_an_action_with_owner_date_and_priority;
    answering::what_is_optional_is_folded_away_until_it_holds_something { once: "what is folded away is the program's; folds open in other journeys" };
    exchanging::an_export_brings_everything_back_after_the_browser_was_cleared;
    exchanging::all_43_items_go_from_one_engine_to_another { once: "one file through two engines already; each engine writes and reads files in the journey before" };
    bad_files::each_bad_file_gets_its_own_sentence { once: "the reader of files is the program's, and its sentences too" };
    bad_files::a_bad_file_that_is_dropped_changes_nothing;
    bad_files::an_odd_file_comes_in_with_a_warning_and_loses_nothing { once: "the reader of files is the program's" };
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
    choosing::a_file_says_what_would_change_before_anything_does { once: "the comparison is the program's; files are chosen in every engine elsewhere" };
    choosing::a_file_can_be_kept_beside_and_that_undone { once: "what is kept beside what is the program's" };
    choosing::a_file_can_take_the_place_and_that_undone { once: "what takes whose place is the program's" };
    choosing::a_file_that_is_dropped_is_offered;
    comparing::what_changed_is_listed_word_by_word { once: "the comparison is the program's" };
    comparing::a_redacted_copy_never_takes_the_place_of_the_original { once: "what a redacted copy may do is the program's" };
    comparing::a_colleagues_file_is_merged_and_only_true_clashes_are_asked;
    keyboard::an_item_is_answered_with_the_keyboard_alone;
    keyboard::the_skip_link_leads_past_the_menu;
    keyboard::the_focus_is_seen_at_every_stop;
    access::every_empty_page_is_accessible { once: "names and roles come out of the same markup; the filled pages are looked at in every engine" };
    access::every_filled_page_is_accessible_and_fits_a_narrow_screen;
    access::every_filled_page_is_accessible_folded_and_unfolded { once: "every engine looks at every page in the journey before" };
    access::every_filled_page_is_accessible_at_night {
        firefox: "its driver cannot say that the device is dark; the colours come out of the same style sheet",
        webkit: "WebKitGTK's driver cannot say that the device is dark; the colours come out of the same style sheet"
    };
    access::what_opens_on_an_item_is_accessible {
        firefox: "its driver cannot say that the device is dark; names and roles come out of the same markup",
        webkit: "WebKitGTK's driver cannot say that the device is dark; names and roles come out of the same markup"
    };
    access::what_opens_on_your_data_is_accessible {
        firefox: "its driver cannot say that the device is dark; names and roles come out of the same markup",
        webkit: "WebKitGTK's driver cannot say that the device is dark; names and roles come out of the same markup"
    };
    access::what_guides_a_person_is_accessible {
        firefox: "its driver cannot say that the device is dark; names and roles come out of the same markup",
        webkit: "WebKitGTK's driver cannot say that the device is dark; names and roles come out of the same markup"
    };
    access::what_is_said_when_something_is_wrong_is_accessible {
        firefox: "its driver cannot say that the device is dark; names and roles come out of the same markup",
        webkit: "WebKitGTK's driver cannot say that the device is dark; names and roles come out of the same markup"
    };
    narrow::words_without_a_break_fit_a_narrow_screen;
    finding::back_forward_and_reload_lead_to_the_same_place;
    finding::back_leads_to_the_row_that_one_came_from;
    finding::an_address_that_names_nothing_leads_on { once: "what an address names is the program's; every engine goes back and forward in the journey before" };
    finding::the_page_works_from_a_folder_of_a_web_space;
    finding::what_is_found_is_marked_however_it_is_written { once: "what is found and marked is the program's" };
    finding::carry_on_leads_to_where_one_was { once: "where one was is the program's" };
    guided::easy_questions_settle_what_does_not_apply { once: "what is settled is the edition's; the keyboard's journey goes through them in every engine" };
    guided::what_a_person_answered_is_never_overwritten { once: "what is overwritten is the program's" };
    guided::the_easy_questions_are_answered_with_the_keyboard_alone;
    guided::the_next_step_follows_who_is_there { once: "the next step is the program's" };
    checking::checks_follow_what_is_typed { once: "the checks are the program's; typing is in every engine elsewhere" };
    checking::the_share_of_people_is_worked_out { once: "the sum is the program's" };
    guided::what_to_enter_is_copied_and_ticked_off;
    guided::words_and_filters_find_items_and_back_leads_to_the_same_results { once: "what is found is the program's; every engine goes back elsewhere" };
    guided::the_worked_example_is_kept_apart { once: "what is kept apart is the program's" };
    guided::odd_texts_are_kept_as_typed;
    planning::what_is_not_planned_is_planned_with_one_press { once: "what is planned is the program's" };
    planning::actions_are_sorted_filtered_and_ticked_off_in_place { once: "the order is the program's" };
    levels::what_is_left_for_the_nearer_level_is_listed;
    levels::approaching_standards_is_published_with_an_action_plan;
    levels::a_toolkit_year_without_levels_says_nothing_of_them { once: "what is said of levels is the edition's" };
    publishing::the_day_of_publication_is_planned_changed_and_taken_away { once: "what follows the day is the program's; dates are typed in every engine in `forms`" };
    publishing::half_a_day_of_publication_is_kept { once: "half a date is kept in every engine in `forms`" };
    publishing::the_day_of_publication_is_asked_for_once { once: "when it is asked is the program's" };
    supplier::questions_go_to_the_it_supplier_and_their_answers_come_back;
    reports::a_report_shows_what_was_chosen_of_it { once: "what a report says is the program's; every engine hands its files out in the journey after" };
    reports::every_report_is_handed_out_as_a_file;
    reports::a_printed_report_holds_every_item {
        firefox: "the pages come out of the same styles, and Chromium's paper is read",
        webkit: "WebKitGTK's driver does not print"
    };
    reports::the_summary_of_a_busy_home_is_one_page {
        firefox: "the pages come out of the same styles, and Chromium's paper is read",
        webkit: "WebKitGTK's driver does not print"
    };
    reports::a_report_can_be_given_up {
        firefox: "its driver cannot put anything in the place of the page's own functions, to hold a report back"
    };
    reports::without_the_program_for_files_a_report_is_still_printed { once: "what is said of a missing part is the program's; each engine misses one in `recovery`" };
    reviewing::a_review_goes_to_the_reviewer_and_back_and_changes_no_answer { once: "what is in the file is the program's; files come and go in every engine elsewhere" };
    reviewing::a_review_inside_the_whole_assessment_is_taken_out_of_it { once: "what is in the file is the program's" };
    reviewing::two_reviewers_do_not_get_in_each_others_way { once: "whose remark is whose is the program's" };
    reviewing::a_review_file_that_is_not_as_it_should_be_changes_nothing { once: "the reader of files is the program's" };
    reviewing_keys::items_are_reviewed_one_after_the_other_by_keys;
    rounds::two_reviewers_and_three_rounds_lead_to_an_agreement;
    rounds::a_reviewer_finishes_with_everything_before_them { once: "what is missing is the program's" };
    several::a_copy_of_the_worked_example_is_somebodys_own;
    homes::a_thousand_files_become_a_table { once: "what becomes of the files is the program's; every engine reads many at once in the last of the three" };
    homes::a_home_of_the_table_is_opened_to_review { once: "what opens is the program's" };
    homes::reading_can_be_cancelled_and_keeps_what_was_read;
    carrying::a_spreadsheet_becomes_an_edition_and_last_years_answers_a_report;
    carrying::next_year_is_begun_from_this_one { once: "which form it is, is the program's; the whole way is taken in every engine in the journey before" };
    this_year::the_newest_year_is_started_and_says_whose_words_it_is_in;
    this_year::a_first_publication_leads_from_the_start_to_the_action_plan;
    this_year::an_older_year_says_that_another_toolkit_is_open { once: "what is said of a year is the program's" };
    this_year::questions_that_do_not_arrive_keep_nobody_from_starting;
    this_year::whoever_leaves_before_the_questions_come_starts_nothing { once: "what is waited for is the program's" };
    this_year::what_is_not_certain_of_a_year_is_listed_with_how_to_settle_it { once: "the page is drawn from the edition; every engine draws pages" };
    this_year::the_worked_example_four_years_on_shows_what_it_carried_over { once: "what it says is in its file; every engine opens the first example" };
    news::what_is_new_comes_before_last_years_answers;
    news::any_two_toolkit_years_are_compared { once: "the comparison is the program's; every engine shows one in the journey before" };
    news::what_is_new_is_printed_as_a_list {
        firefox: "the pages come out of the same styles, and Chromium's paper is read",
        webkit: "WebKitGTK's driver does not print"
    };
    carrying_access::what_opens_around_editions_is_accessible {
        firefox: "its driver cannot say that the device is dark; names and roles come out of the same markup",
        webkit: "WebKitGTK's driver cannot say that the device is dark; names and roles come out of the same markup"
    };
    carrying_access::what_opens_around_last_years_answers_is_accessible {
        firefox: "its driver cannot say that the device is dark; names and roles come out of the same markup",
        webkit: "WebKitGTK's driver cannot say that the device is dark; names and roles come out of the same markup"
    };
    editions::every_problem_of_a_spreadsheet_is_said_with_its_row { once: "the reader of spreadsheets is the program's, and runs in every engine in `carrying`" };
    editions::a_spreadsheet_of_excel_with_a_title_above_is_read { once: "the reader of spreadsheets is the program's" };
    editions::the_sheet_for_social_care_is_chosen { once: "the reader of spreadsheets is the program's" };
    editions::an_edition_comes_out_of_a_file_or_an_assessment { once: "the reader of files is the program's" };
    editions::the_sites_editions_are_fetched_only_when_asked;
    editions::without_its_host_the_page_keeps_its_editions;
    several::two_homes_stand_side_by_side { once: "what stands beside what is the program's" };
    several::an_assessment_can_be_renamed_and_copied { once: "names and copies are the program's" };
    several::removing_asks_and_can_be_undone { once: "what is removed is the program's" };
    several::deleting_for_good_takes_two_presses { once: "what is deleted is the program's; each engine clears the whole device in `handing`" };
    several::two_tabs_keep_the_newest_of_each_item;
    managing::what_is_seldom_done_is_under_more { once: "what is done is the program's; each engine goes through the keys in `keyboard`" };
    managing::an_odd_ods_code_is_kept_only_at_the_second_press { once: "what looks like a code is the program's" };
    safe::every_edit_can_be_undone_and_done_again { once: "what is undone is the program's" };
    safe::a_text_that_was_deleted_can_be_had_again { once: "the history is the program's; each engine keeps one in the fault trials" };
    safe::a_snapshot_can_be_put_back { once: "snapshots are kept as everything else is" };
    safe::the_page_says_how_old_the_last_copy_is { once: "the reminder is the program's" };
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
    safe::little_room_is_said_before_anything_is_refused { once: "the room is counted by the program; each engine refuses in `keeping`" };
    recovery::a_page_that_cannot_start_leads_to_what_is_stored;
    recovery::without_webassembly_the_page_leads_to_what_is_stored {
        webkit: "WebKitGTK's browser has no switch for it"
    };
    recovery::what_is_stored_can_be_saved_without_the_program;
    recovery::without_the_everyday_part_one_goes_on_answering;
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
    handing::a_copy_is_checked_against_what_is_here { once: "the check is the program's" };
    handing::the_text_of_a_file_can_be_pasted;
    handing::a_shared_tablet_is_cleared;
    locking::a_locked_file_opens_with_its_passphrase_alone;
    locking::a_locked_file_that_was_changed_is_refused { once: "each engine opens, and refuses, a locked file in the journey before" };
    locking::a_locked_file_opens_in_another_engine;
    locking::a_file_that_was_locked_elsewhere_opens { once: "each engine opens one of another engine in the journey before" };
    locking::a_weak_passphrase_is_used_only_at_the_second_press { once: "the judgement is the program's" };
    locking::a_passphrase_is_judged_and_typed_twice_or_shown { once: "the judgement is the program's" };
    single::the_one_file_works_from_a_folder;
    single::every_page_is_in_the_one_file { once: "what is in the file is the build's; every engine works in it in the journey before" };
    single::the_one_file_can_reach_nobody;
    single::the_one_file_lists_what_is_stored_without_the_program;
    single::the_one_file_can_clear_the_device;
    single::another_file_keeps_what_the_note_says;
    pictures::pictures_for_the_readme {
        firefox: "the README needs one picture of each page, and Chromium takes it",
        webkit: "the README needs one picture of each page, and Chromium takes it"
    };
}
