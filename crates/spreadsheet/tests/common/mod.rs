//! What the tests of files have in common.
#![allow(dead_code)] // each test has its own copy

use rust_xlsxwriter::Workbook;
use standards_met_core::kit::{Row, Table};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

pub fn saved(book: &mut Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook")
}

/// A workbook with merged cells, a day, a formula and two sheets.
pub fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in [["id", "question"], ["1.2.3", "Is it?"], ["1.2.4", "Who is it?"]].iter().enumerate() {
        for (column, text) in line.iter().enumerate() {
            let place = (u32::try_from(row).expect("a row"), u16::try_from(column).expect("a column"));
            sheet.write(place.0, place.1, *text).expect("a cell");
        }
    }
    let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_with_format(3, 0, 44_743, &format).expect("a day");
    sheet.write(3, 1, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).expect("a formula");
    sheet.merge_range(4, 0, 6, 1, "part", &format).expect("merged cells");
    book.add_worksheet().write(0, 0, true).expect("a cell");
    saved(&mut book)
}

/// The files in a packed file.
pub fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let each = (0..archive.len()).map(|place| {
        let mut file = archive.by_index(place).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        (file.name().expect("a name").into_owned(), content)
    });
    each.collect()
}

/// The other way.
pub fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in files {
        archive.start_file(name.as_str(), options).expect("a file");
        archive.write_all(content).expect("its content");
    }
    archive.finish().expect("an archive").into_inner()
}

pub fn text(row: &Row) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.text.as_str()).collect()
}

pub fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(text).collect()
}
