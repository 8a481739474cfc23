//! Makes PDF files.

use tarazy_pdf::{Limits, PdfError, PdfText, read};

/// A file in the making.
#[derive(Debug, Clone)]
pub struct Pdf {
    /// The objects from number 1 on.
    pub objects: Vec<Vec<u8>>,
    /// Entries of the trailer beside `Root` and `Size`.
    pub trailer: String,
}

/// Numbers of the objects that every file has.
pub const CATALOG: usize = 1;
const PAGES: usize = 2;
const FONTS: usize = 3;

impl Pdf {
    /// A file with pages that are drawn so.
    pub fn of(pages: &[&str]) -> Self {
        let mut pdf = Self { objects: Vec::new(), trailer: String::new() };
        pdf.add("<</Type/Catalog/Pages 2 0 R>>");
        pdf.add("");
        pdf.add(
            "<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> \
             /F2 <</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode/Identity-H\
             /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/DW 500>>]>>>>>>",
        );
        let mut kids = String::new();
        for page in pages {
            let contents = pdf.add_stream("", page.as_bytes());
            let page = pdf.add(&format!("<</Type/Page/Parent {PAGES} 0 R/Contents {contents} 0 R>>"));
            kids += &format!("{page} 0 R ");
        }
        pdf.objects[PAGES - 1] =
            format!("<</Type/Pages/Count {}/MediaBox[0 0 600 800]/Resources {FONTS} 0 R/Kids[{kids}]>>", pages.len())
                .into_bytes();
        pdf
    }

    /// Adds an object; returns its number.
    pub fn add(&mut self, object: &str) -> usize {
        self.objects.push(object.as_bytes().to_vec());
        self.objects.len()
    }

    /// Adds a stream with entries of its dictionary; returns its number.
    pub fn add_stream(&mut self, entries: &str, bytes: &[u8]) -> usize {
        let mut object = format!("<<{entries}/Length {}>>\nstream\n", bytes.len()).into_bytes();
        object.extend(bytes);
        object.extend(b"\nendstream");
        self.objects.push(object);
        self.objects.len()
    }

    /// Puts one piece of an object in place of another.
    pub fn replace(mut self, number: usize, before: &str, after: &str) -> Self {
        let object = String::from_utf8_lossy(&self.objects[number - 1]).into_owned();
        assert!(object.contains(before), "{object}");
        self.objects[number - 1] = object.replace(before, after).into_bytes();
        self
    }

    /// Returns the bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut table = String::from("0000000000 65535 f \n");
        for (at, object) in self.objects.iter().enumerate() {
            table += &format!("{:010} 00000 n \n", bytes.len());
            bytes.extend(format!("{} 0 obj\n", at + 1).into_bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        let start = bytes.len();
        let size = self.objects.len() + 1;
        bytes.extend(
            format!("xref\n0 {size}\n{table}trailer\n<</Size {size}/Root {CATALOG} 0 R{}>>\n", self.trailer).bytes(),
        );
        bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        bytes
    }

    /// Reads the file.
    pub fn read(&self) -> Result<PdfText, PdfError> {
        read(&self.bytes(), Limits::default())
    }

    /// Returns the text of the file.
    pub fn text(&self) -> String {
        self.read().map_or_else(|error| format!("{error:?}"), |found| found.text)
    }
}

/// Draws lines of text, one below the other.
pub fn lines(x: u32, y: u32, lines: &[&str]) -> String {
    let mut drawing = format!("BT /F1 10 Tf 12 TL 1 0 0 1 {x} {y} Tm\n");
    for line in lines {
        drawing += &format!("({line}) Tj T*\n");
    }
    drawing + "ET\n"
}
